import type { EvidenceRow } from "../../generated/bindings";
import { formatDate, LongList } from "../../kit";
import styles from "./Portfolio.module.css";
import type { Pages } from "./usePages";
import { headOf, stateInList } from "./words";

/** The records of one kind; the arrow keys read through them. `repo`: whether rows say which repository they are of. */
export function RecordList({ label, records, chosen, repo, onChoose }: { label: string; records: Pages<EvidenceRow>; chosen: string | null; repo: boolean; onChoose: (id: string) => void }) {
  const items = (records.rows ?? []).map((row) => ({ id: row.id, text: headOf(row), content: <RecordItem row={row} repo={repo} /> }));
  return <LongList label={label} groups={[{ id: "all", items }]} chosen={chosen} onChoose={onChoose} onMore={records.more} isLoading={records.isLoading} />;
}

function RecordItem({ row, repo }: { row: EvidenceRow; repo: boolean }) {
  const facts = [repo ? row.repo : null, row.at ? formatDate(row.at) : "no date", row.author, row.state ? stateInList(row.state) : null];
  return (
    <>
      <span className={styles.what} dir="auto">
        {headOf(row)}
      </span>
      <span className={styles.facts}>
        {row.by_subject === false && <span className={styles.others}>others · </span>}
        {facts.filter(Boolean).join(" · ")}
      </span>
    </>
  );
}
