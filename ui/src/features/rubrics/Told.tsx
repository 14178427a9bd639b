import type { ReactNode } from "react";
import type { CriterionFeedback } from "../../generated/bindings";
import styles from "./RubricScreen.module.css";

/** What a candidate's own feedback says of it, level by level. */
export function Told({ feedback }: { feedback: CriterionFeedback }): ReactNode {
  return (
    <details className={styles.told}>
      <summary>Told to the candidate: {feedback.title}</summary>
      <p>{feedback.looked_at}</p>
      <ol>
        {feedback.seen.map((seen, level) => (
          <li key={seen}>{seen}{feedback.more[level] && <em> To go further: {feedback.more[level]}</em>}</li>
        ))}
      </ol>
    </details>
  );
}
