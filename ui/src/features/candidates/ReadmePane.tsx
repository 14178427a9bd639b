import { useRead } from "../../app/queries";
import { EmptyState, HtmlFrame, Loaded, PlainText, Skeleton } from "../../kit";
import styles from "./Inspect.module.css";
import { useEvidence } from "./useEvidence";

/** A repository's README, shown as foreign text. */
export function ReadmePane({ snapshotId, repo }: { snapshotId: string; repo: string }) {
  const readmes = useEvidence(snapshotId, "readme", repo);
  const first = readmes.rows?.[0];
  const detail = useRead("evidenceShow", [first?.id ?? ""], { enabled: first !== undefined });
  if (!readmes.rows) return <Skeleton />;
  if (!first)
    return (
      <EmptyState title="README">
        <em>not in this snapshot</em>
      </EmptyState>
    );
  return <Loaded query={detail}>{(data) => <div className={styles.reading}>{data.html ? <HtmlFrame title={`README of ${repo}`} html={data.html} /> : <PlainText>{data.body}</PlainText>}</div>}</Loaded>;
}
