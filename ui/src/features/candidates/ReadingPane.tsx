import { useState } from "react";
import type { EvidenceKind, EvidenceRow, SnapshotSummary } from "../../generated/bindings";
import { Tabs } from "../../kit";
import styles from "./Inspect.module.css";
import { ReadmePane } from "./ReadmePane";
import { Records } from "./Records";

const KINDS = [
  { id: "readme", label: "README" },
  { id: "commit", label: "Commits" },
  { id: "pull-request", label: "Pull requests" },
  { id: "comment", label: "Comments" },
  { id: "issue", label: "Issues" },
  { id: "release", label: "Releases" },
] as const satisfies { id: EvidenceKind; label: string }[];

type Kind = (typeof KINDS)[number]["id"];

/** What the chosen repository (or the whole snapshot) holds, kind by kind. */
export function ReadingPane({ snapshot, repository }: { snapshot: SnapshotSummary; repository: EvidenceRow | null }) {
  const [kind, setKind] = useState<Kind>("readme");
  const repo = repository?.repo ?? null;
  const items = KINDS.map(({ id, label }) => ({
    id,
    label,
    content: id === "readme" && repo !== null ? <ReadmePane snapshotId={snapshot.id} repo={repo} /> : <Records snapshotId={snapshot.id} kind={id} repo={repo} />,
  }));
  return (
    <div className={styles.pane}>
      <div className={styles.tabs}>
        <Tabs label={repository?.title ?? "Everything in this snapshot"} flush selected={kind} onSelect={setKind} items={items} />
      </div>
    </div>
  );
}
