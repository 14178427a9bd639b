import { useState } from "react";
import { describeError } from "../../app/call";
import { count } from "../../app/words";
import type { RepositoryRow } from "../../generated/bindings";
import { EmptyState, ErrorState, formatDate, LongList, Skeleton, TextField } from "../../kit";
import { GROUPS, grouped } from "./kinds";
import styles from "./Portfolio.module.css";
import { useRepositories } from "./usePages";

const ALL = "all";

/** The repositories of a snapshot in reading order; stars small and last, since they measure attention. */
export function RepositoryList({ snapshotId, chosen, onChoose }: { snapshotId: string; chosen: string | null; onChoose: (row: RepositoryRow | null) => void }) {
  const [text, setText] = useState("");
  const repositories = useRepositories(snapshotId, text.trim());
  if (repositories.error) return <ErrorState {...describeError(repositories.error)} onRetry={repositories.retry} />;
  const rows = repositories.rows;
  const all = { id: ALL, text: "Everything in this snapshot", content: <span className={styles.what}>Everything in this snapshot</span> };
  const groups = grouped(rows ?? []).map(({ group, rows }) => ({ id: group, title: GROUPS[group], items: rows.map((row) => ({ id: row.repo, text: row.repo, content: <RepositoryItem row={row} /> })) }));
  return (
    <>
      <div className={styles.find}>
        <TextField label="Find a repository" hideLabel type="search" placeholder="Find a repository" value={text} onChange={setText} />
      </div>
      {!rows ? (
        <Skeleton />
      ) : rows.length === 0 && text.trim() !== "" ? (
        <EmptyState title="None by that name" />
      ) : (
        <div className={styles.list}>
          <LongList label="Repositories" groups={[{ id: ALL, items: [all] }, ...groups]} chosen={chosen ?? ALL} onChoose={(id) => onChoose(rows.find((row) => row.repo === id) ?? null)} onMore={repositories.more} isLoading={repositories.isLoading} />
        </div>
      )}
    </>
  );
}

function RepositoryItem({ row }: { row: RepositoryRow }) {
  const facts = [row.language, row.fork ? "fork" : null, row.archived ? "archived" : null, row.at ? formatDate(row.at) : null, row.stars ? count(row.stars, "star") : null];
  const [owner, name] = row.repo.split("/");
  return (
    <>
      <span className={styles.what} dir="auto">
        {row.group === "elsewhere" ? row.repo : (name ?? owner)}
      </span>
      <span className={styles.facts}>{facts.filter(Boolean).join(" · ") || whatThereIs(row)}</span>
    </>
  );
}

/** Of a repository that only other records name: what those are. */
function whatThereIs({ counts }: RepositoryRow): string {
  const said = [counts.pull_requests && count(counts.pull_requests, "pull request"), counts.comments && count(counts.comments, "comment"), counts.commits && count(counts.commits, "commit"), counts.issues && count(counts.issues, "issue")];
  return said.filter(Boolean).join(" · ");
}
