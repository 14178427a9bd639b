import type { ReactNode } from "react";
import type { Decision } from "../../generated/bindings";
import { count, DECIDED } from "../../app/words";
import { Badge, DateText, percentText, scoreText } from "../../kit";
import styles from "./DecisionList.module.css";
import { RecordView } from "./RecordView";
import { isWritten } from "./record";

/** Decisions about a candidate, newest first: which, who, when, why, under which plan, on how many scorecards. */
export function DecisionList({ decisions }: { decisions: Decision[] }): ReactNode {
  if (decisions.length === 0) return <p className={styles.note}>Nothing has been decided yet.</p>;
  return (
    <ol className={styles.list}>
      {decisions.map((decision) => (
        <li key={decision.id}>
          <p>
            <Badge>{DECIDED[decision.kind]}</Badge> for {decision.role_title}, by {decision.by}, <DateText value={decision.at} time />{decision.taken_back && <> <Badge tone="warn">taken back</Badge></>}
          </p>
          {decision.closed ? (
            <p className={styles.note}>The reason and the figures are closed to you while you have an open interview here.</p>
          ) : (
            <>
              {isWritten(decision.record) ? <RecordView decision={decision} /> : <p className={styles.reason}>{decision.reason}</p>}
              <p className={styles.note}>
                Plan version {decision.plan_version} · {decision.score === null ? "no score" : `score ${scoreText(decision.score)}`}
                {decision.coverage !== null && ` · ${percentText(decision.coverage)} assessed`} · rests on {count(decision.rests_on.length, "scorecard")}
              </p>
            </>
          )}
        </li>
      ))}
    </ol>
  );
}
