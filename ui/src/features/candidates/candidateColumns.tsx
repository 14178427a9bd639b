import { Snippet } from "../../app/Snippet";
import { SOURCES, STAGES } from "../../app/words";
import type { CandidateRow } from "../../generated/bindings";
import { DateText, type TableColumn } from "../../kit";
import styles from "./Candidates.module.css";

/** The columns of the list; while a text is searched, its hit stands under the name. */
export function candidateColumns(searching: boolean): TableColumn<CandidateRow>[] {
  return [
    { id: "name", title: "Name", isRowHeader: true, sortable: true, width: searching ? "6fr" : "3fr", render: (row) => <NameCell row={row} searching={searching} /> },
    { id: "stage", title: "Role and stage", sortable: true, width: "3fr", render: (row) => <StageCell row={row} /> },
    { id: "source", title: "Source", sortable: true, width: 100, render: (row) => SOURCES[row.source] },
    { id: "languages", title: "Languages", width: "2fr", render: (row) => (row.snapshot_at === null ? <span className={styles.absent}>no snapshot</span> : row.languages.join(", ") || <span className={styles.absent}>not in this snapshot</span>) },
    { id: "snapshot", title: "Snapshot", sortable: true, width: 116, render: (row) => (row.snapshot_at ? <DateText value={row.snapshot_at} /> : <span className={styles.absent}>none</span>) },
    { id: "added", title: "Added", sortable: true, width: 132, render: (row) => <DateText value={row.added_at} /> },
  ];
}

function NameCell({ row, searching }: { row: CandidateRow; searching: boolean }) {
  return (
    <>
      {row.name} {row.logins.length > 0 && <span className={styles.muted}>{row.logins.join(", ")}</span>}
      {searching && <span className={styles.snippet}>{row.match_snippet ? <Snippet text={row.match_snippet} /> : row.headline}</span>}
    </>
  );
}

function StageCell({ row }: { row: CandidateRow }) {
  const [first, ...more] = row.applications;
  if (!first) return <span className={styles.absent}>no application</span>;
  return (
    <>
      {STAGES[first.stage]} <span className={styles.muted}>· {first.role_title}</span>
      {more.length > 0 && <span className={styles.muted}> and {more.length} more</span>}
    </>
  );
}
