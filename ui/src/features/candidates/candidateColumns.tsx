import { Snippet } from "../../app/Snippet";
import { StageName } from "../../app/StageName";
import { SOURCES } from "../../app/words";
import type { CandidateRow } from "../../generated/bindings";
import { Badge, DateText, type TableColumn } from "../../kit";
import styles from "./Candidates.module.css";

/** The columns of the list; while a text is searched, what was found stands beside the name. In a narrow window those that can be read in
 * one line. */
export function candidateColumns(searching: boolean, narrow: boolean): TableColumn<CandidateRow>[] {
  if (narrow) return searching ? [NAME, FOUND, STAGE] : [NAME, STAGE, LANGUAGES, ADDED];
  return [NAME, ...(searching ? [FOUND] : [LOGIN]), STAGE, SOURCE, ...(searching ? [] : [LANGUAGES]), SNAPSHOT, ADDED];
}

/** The windows in which only some columns stand. */
export const NARROW = "(max-width: 1080px)";

const NAME: TableColumn<CandidateRow> = { id: "name", title: "Name", isRowHeader: true, sortable: true, width: "2fr", minWidth: 144, render: (row) => (row.do_not_contact ? <>{row.name} <Badge tone="bad">do not contact</Badge></> : row.name) };
const LOGIN: TableColumn<CandidateRow> = { id: "login", title: "Login", width: "2fr", minWidth: 104, render: (row) => (row.logins.length > 0 ? row.logins.join(", ") : <span className={styles.absent}>none</span>) };
const FOUND: TableColumn<CandidateRow> = { id: "found", title: "Found", width: "5fr", render: (row) => (row.match_snippet ? <Snippet text={row.match_snippet} /> : <span className={styles.muted}>{row.headline}</span>) };
const STAGE: TableColumn<CandidateRow> = { id: "stage", title: "Role and stage", sortable: true, width: "6fr", minWidth: 232, render: (row) => <StageCell row={row} /> };
const SOURCE: TableColumn<CandidateRow> = { id: "source", title: "Source", sortable: true, width: 88, render: (row) => SOURCES[row.source] };
const LANGUAGES: TableColumn<CandidateRow> = { id: "languages", title: "Languages", width: "2fr", minWidth: 144, render: (row) => <LanguagesCell row={row} /> };
const SNAPSHOT: TableColumn<CandidateRow> = { id: "snapshot", title: "Snapshot", sortable: true, width: 104, render: (row) => (row.snapshot_at ? <DateText value={row.snapshot_at} /> : <span className={styles.absent}>none</span>) };
const ADDED: TableColumn<CandidateRow> = { id: "added", title: "Added", sortable: true, width: 120, render: (row) => <DateText value={row.added_at} /> };

function LanguagesCell({ row }: { row: CandidateRow }) {
  if (row.snapshot_at === null) return <span className={styles.absent}>no snapshot</span>;
  return row.languages.length > 0 ? row.languages.join(", ") : <span className={styles.absent}>not in this snapshot</span>;
}

function StageCell({ row }: { row: CandidateRow }) {
  const [first, ...more] = row.applications;
  if (!first) return <span className={styles.absent}>no application</span>;
  return (
    <>
      <StageName roleId={first.role_id} stage={first.stage} /> <span className={styles.muted}>· {first.role_title}</span>
      {more.length > 0 && <span className={styles.muted}> and {more.length} more</span>}
    </>
  );
}
