import type { ReactNode } from "react";
import type { RepositoryCounts } from "../../generated/bindings";
import { Tabs } from "../../kit";
import { countOf, KINDS, REPOSITORY_KINDS, type Kind } from "./kinds";
import styles from "./Portfolio.module.css";

/** The kinds of record of a repository, or of a whole snapshot (which has gists too). */
export function ReaderTabs({ kind, counts, whole, onKind, children }: { kind: Kind; counts?: RepositoryCounts; whole: boolean; onKind: (kind: Kind) => void; children: ReactNode }) {
  const kinds = whole ? KINDS : REPOSITORY_KINDS;
  return (
    <div className={styles.tabs}>
      <Tabs label="Kind of record" flush selected={kind} onSelect={onKind} items={kinds.map(({ id, label }) => ({ id, label, count: counts && countOf(counts, id), content: id === kind ? children : null }))} />
    </div>
  );
}
