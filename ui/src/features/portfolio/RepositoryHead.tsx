import { useWrite } from "../../app/queries";
import type { CandidateDetail, RepositoryRow, SnapshotSummary } from "../../generated/bindings";
import { Badge, Button, ButtonLink } from "../../kit";
import styles from "./Portfolio.module.css";

/** What is read: a repository with its description, and the mark that it is worth reading; or the whole snapshot. */
export function RepositoryHead({ candidate, snapshot, repo, row }: { candidate: CandidateDetail; snapshot: SnapshotSummary; repo: string | null; row: RepositoryRow | null }) {
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <h2 className={styles.name} dir="auto">
          {repo ?? "Everything in this snapshot"} {row?.fork && <Badge>fork</Badge>} {row?.archived && <Badge>archived</Badge>}
        </h2>
        {row?.description && (
          <p className={styles.description} dir="auto">
            {row.description}
          </p>
        )}
      </div>
      <div className={styles.actions}>
        {row && <Mark key={row.repo} snapshotId={snapshot.id} row={row} />}
        <ButtonLink small to={`/beside?left=${candidate.id}`}>
          Side by side…
        </ButtonLink>
      </div>
    </div>
  );
}

function Mark({ snapshotId, row }: { snapshotId: string; row: RepositoryRow }) {
  const choose = useWrite("repositoryChoose", { said: (done) => (done.value ? `${row.repo} is marked as worth reading.` : `${row.repo} is no longer marked.`), undo: true });
  return (
    <Button small isPending={choose.isPending} onPress={() => choose.mutate([snapshotId, row.repo, !row.chosen])}>
      {row.chosen ? "Take the mark away" : "Mark as worth reading"}
    </Button>
  );
}
