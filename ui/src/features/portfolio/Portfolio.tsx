import type { CandidateDetail, RepositoryRow, SnapshotSummary } from "../../generated/bindings";
import { ButtonLink, EmptyState, Select } from "../../kit";
import { firstKind } from "./kinds";
import { usePortfolioPlace } from "./place";
import styles from "./Portfolio.module.css";
import { Reader } from "./Reader";
import { ReaderTabs } from "./ReaderTabs";
import { RepositoryHead } from "./RepositoryHead";
import { RepositoryList } from "./RepositoryList";
import { AboutSnapshot, Invisible, snapshotLabel } from "./SnapshotNote";
import { useRepositories } from "./usePages";

/** Repositories at the left, what is in the chosen one at the right, to be read and cited. */
export function Portfolio({ candidate }: { candidate: CandidateDetail }) {
  const [place] = usePortfolioPlace(candidate.id);
  const snapshot = candidate.snapshots.find((one) => one.id === place.snapshot) ?? candidate.snapshots[0];
  if (!snapshot)
    return (
      <EmptyState title="No snapshot to read" action={<ButtonLink to="/import">Import snapshots</ButtonLink>}>
        {candidate.accounts.length === 0 ? "No account is linked to this candidate." : "Their account is linked, but nothing of it was imported."}
      </EmptyState>
    );
  return <SnapshotPortfolio key={snapshot.id} candidate={candidate} snapshot={snapshot} />;
}

function SnapshotPortfolio({ candidate, snapshot }: { candidate: CandidateDetail; snapshot: SnapshotSummary }) {
  const [place, go] = usePortfolioPlace(candidate.id);
  const repositories = useRepositories(snapshot.id);
  // Without a choice one begins where there is most reason to: the first in reading order.
  const repo = place.repo === undefined && place.record === undefined ? (repositories.rows?.[0]?.repo ?? null) : place.repo || null;
  const row = repositories.rows?.find((one) => one.repo === repo) ?? null;
  const kind = place.repo === undefined && place.record === undefined && row ? firstKind(row.counts) : place.kind;
  const choose = (next: RepositoryRow | null) => go({ repo: next?.repo ?? "", kind: next ? firstKind(next.counts) : "commit", record: undefined });
  return (
    <div className={styles.portfolio}>
      <nav className={styles.repositories} aria-label="Repositories of this snapshot">
        <div className={styles.bar}>
          {candidate.snapshots.length > 1 && <Select label="Snapshot" hideLabel value={snapshot.id} onChange={(id) => go({ snapshot: id, repo: undefined, record: undefined })} options={candidate.snapshots.map((one) => ({ id: one.id, label: snapshotLabel(one) }))} />}
          <AboutSnapshot snapshot={snapshot} />
        </div>
        <RepositoryList snapshotId={snapshot.id} chosen={repo} onChoose={choose} />
        <Invisible />
      </nav>
      <div className={styles.pane}>
        <RepositoryHead candidate={candidate} snapshot={snapshot} repo={repo} row={row} />
        <ReaderTabs kind={kind} counts={row?.counts} whole={repo === null} onKind={(next) => go({ repo: repo ?? "", kind: next, record: undefined })}>
          <Reader candidate={candidate} snapshot={snapshot} repo={repo} kind={kind} record={place.record} onRecord={(id, to) => go({ repo: repo ?? "", kind: to ?? kind, record: id }, to ? "step" : "replace")} />
        </ReaderTabs>
      </div>
    </div>
  );
}
