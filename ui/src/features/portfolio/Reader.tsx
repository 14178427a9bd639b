import { describeError } from "../../app/call";
import { count } from "../../app/words";
import type { CandidateDetail, SnapshotSummary } from "../../generated/bindings";
import { classes, EmptyState, ErrorState, Skeleton } from "../../kit";
import { KINDS, type Kind } from "./kinds";
import styles from "./Portfolio.module.css";
import { RecordList } from "./RecordList";
import { RecordView } from "./RecordView";
import { useEvidence } from "./usePages";

export type ReaderProps = { candidate: CandidateDetail; snapshot: SnapshotSummary; repo: string | null; kind: Kind; record: string | undefined; onRecord: (id: string, kind?: Kind) => void };

/** Records of one kind: the list, and the chosen one to read. A single record needs no list. */
export function Reader({ candidate, snapshot, repo, kind, record, onRecord }: ReaderProps) {
  const records = useEvidence(snapshot.id, kind, repo);
  const label = KINDS.find((one) => one.id === kind)?.label ?? kind;
  if (records.error) return <ErrorState {...describeError(records.error)} onRetry={records.retry} />;
  if (!records.rows) return <Skeleton />;
  const chosen = record ?? records.rows[0]?.id;
  if (chosen === undefined)
    return (
      <EmptyState title={`${label}: none here`}>
        <em>not in this snapshot</em>, or there is none: what was not captured cannot be told from what does not exist.
      </EmptyState>
    );
  const single = records.total === 1 && records.rows[0]?.id === chosen;
  return (
    <div className={classes(styles.reader, single && styles.single)}>
      {!single && (
        <div className={styles.records}>
          <p className={styles.total}>{count(records.total, "record")}, newest first</p>
          <RecordList label={label} records={records} chosen={chosen} repo={repo === null} onChoose={onRecord} />
        </div>
      )}
      <div className={styles.reading}>
        <RecordView key={chosen} candidate={candidate} id={chosen} onConversation={(id) => onRecord(id, "pull-request")} />
      </div>
    </div>
  );
}
