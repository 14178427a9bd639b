import { describeError } from "../../app/call";
import type { EvidenceRow } from "../../generated/bindings";
import { Button, ChoiceList, EmptyState, ErrorState, formatDate, Skeleton } from "../../kit";
import styles from "./Inspect.module.css";
import { useEvidence } from "./useEvidence";

const ALL = "all";

/** The repositories of a snapshot; stars small and last, since they measure attention. */
export function Repositories({ snapshotId, chosen, onChoose }: { snapshotId: string; chosen: EvidenceRow | null; onChoose: (row: EvidenceRow | null) => void }) {
  const repositories = useEvidence(snapshotId, "repository", null);
  if (repositories.error) return <ErrorState {...describeError(repositories.error)} onRetry={() => void repositories.refetch()} />;
  if (!repositories.rows) return <Skeleton />;
  if (repositories.rows.length === 0)
    return (
      <EmptyState title="No repositories">
        <em>not in this snapshot</em>
      </EmptyState>
    );
  const rows = repositories.rows;
  return (
    <>
      <ChoiceList
        label="Repositories"
        className={styles.list}
        itemClassName={styles.repository}
        chosen={chosen?.id ?? ALL}
        onChoose={(id) => onChoose(rows.find((row) => row.id === id) ?? null)}
        items={[{ id: ALL, text: "Everything in this snapshot", content: "Everything in this snapshot" }, ...rows.map((row) => ({ id: row.id, text: row.title, content: <RepositoryItem row={row} /> }))]}
      />
      {repositories.hasNextPage && (
        <Button kind="quiet" onPress={() => void repositories.fetchNextPage()} isPending={repositories.isFetchingNextPage}>
          Show more of {repositories.total}
        </Button>
      )}
    </>
  );
}

function RepositoryItem({ row }: { row: EvidenceRow }) {
  const facts = [row.language, row.fork ? "fork" : null, row.at ? formatDate(row.at) : null, row.stars ? `${row.stars} stars` : null];
  return (
    <>
      <span className={styles.what}>{row.title || row.repo}</span>
      <span className={styles.facts}>{facts.filter(Boolean).join(" · ")}</span>
    </>
  );
}
