import { useState } from "react";
import { describeError } from "../../app/call";
import { useRead } from "../../app/queries";
import type { EvidenceKind, EvidenceRow } from "../../generated/bindings";
import { Badge, Button, DateText, EmptyState, ErrorState, Loaded, Note, Skeleton } from "../../kit";
import { Button as PlainButton } from "../../kit/PlainButton";
import { authorText, EvidenceBody } from "./EvidenceBody";
import styles from "./Inspect.module.css";
import { useEvidence } from "./useEvidence";

/** The records of one kind; one opens in place. */
export function Records({ snapshotId, kind, repo }: { snapshotId: string; kind: EvidenceKind; repo: string | null }) {
  const records = useEvidence(snapshotId, kind, repo);
  const [open, setOpen] = useState<string | null>(null);
  if (records.error) return <ErrorState {...describeError(records.error)} onRetry={() => void records.refetch()} />;
  if (!records.rows) return <Skeleton />;
  if (records.rows.length === 0)
    return (
      <EmptyState title="None here">
        <em>not in this snapshot</em>, or there are none: what was not captured cannot be told from what does not exist.
      </EmptyState>
    );
  return (
    <div className={styles.rows}>
      <ul>
        {records.rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <RecordLine row={row} isOpen={open === row.id} onToggle={() => setOpen(open === row.id ? null : row.id)} />
            {open === row.id && <OpenRecord id={row.id} />}
          </li>
        ))}
      </ul>
      {records.hasNextPage ? (
        <Button kind="quiet" onPress={() => void records.fetchNextPage()} isPending={records.isFetchingNextPage}>
          Show more ({records.rows.length} of {records.total})
        </Button>
      ) : (
        <Note small>{records.total} in all</Note>
      )}
    </div>
  );
}

function RecordLine({ row, isOpen, onToggle }: { row: EvidenceRow; isOpen: boolean; onToggle: () => void }) {
  return (
    <PlainButton className={styles.line} aria-expanded={isOpen} onPress={onToggle}>
      <span className={styles.what}>{row.title || row.excerpt || row.address}</span>
      <span>
        {row.state && <Badge>{row.state}</Badge>} {row.at && <DateText value={row.at} />}
      </span>
      <span className={styles.facts}>
        {row.repo} · {row.author ? authorText(row.author, row.by_subject) : <em>author not in this snapshot</em>}
      </span>
    </PlainButton>
  );
}

function OpenRecord({ id }: { id: string }) {
  const detail = useRead("evidenceShow", [id]);
  return <div className={styles.open}><Loaded query={detail} rows={3}>{(data) => <EvidenceBody detail={data} />}</Loaded></div>;
}
