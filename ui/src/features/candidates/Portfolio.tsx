import { useState } from "react";
import type { CandidateDetail, EvidenceRow, SnapshotSummary } from "../../generated/bindings";
import { ButtonLink, EmptyState, Select } from "../../kit";
import { SnapshotNote, snapshotLabel } from "./Facts";
import styles from "./Inspect.module.css";
import { ReadingPane } from "./ReadingPane";
import { Repositories } from "./Repositories";

/** Repositories at the left, what is in the chosen one at the right. */
export function Portfolio({ candidate }: { candidate: CandidateDetail }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const snapshot = candidate.snapshots.find((one) => one.id === chosen) ?? candidate.snapshots[0];
  if (!snapshot)
    return (
      <EmptyState title="No snapshot to read" action={<ButtonLink to="/import">Import snapshots</ButtonLink>}>
        {candidate.accounts.length === 0 ? "No account is linked to this candidate." : "Their account is linked, but nothing of it was imported."}
      </EmptyState>
    );
  return <SnapshotPortfolio key={snapshot.id} snapshot={snapshot} snapshots={candidate.snapshots} onSnapshot={setChosen} />;
}

function SnapshotPortfolio({ snapshot, snapshots, onSnapshot }: { snapshot: SnapshotSummary; snapshots: SnapshotSummary[]; onSnapshot: (id: string) => void }) {
  const [repository, setRepository] = useState<EvidenceRow | null>(null);
  return (
    <div className={styles.portfolio}>
      <div className={styles.repositories}>
        <div className={styles.bar}>
          {snapshots.length > 1 && <Select label="Snapshot" value={snapshot.id} onChange={onSnapshot} options={snapshots.map((one) => ({ id: one.id, label: snapshotLabel(one) }))} />}
          <SnapshotNote snapshot={snapshot} />
        </div>
        <Repositories snapshotId={snapshot.id} chosen={repository} onChoose={setRepository} />
      </div>
      <ReadingPane key={repository?.id ?? "all"} snapshot={snapshot} repository={repository} />
    </div>
  );
}
