import type { ReactNode } from "react";
import type { Recommendation, ScorecardInput } from "../../generated/bindings";
import { optionsOf, RECOMMENDATIONS } from "../../app/words";
import type { DraftAct } from "./draft";
import styles from "./Closing.module.css";

/** The end of a scorecard: the summary, and the recommendation, which stands apart from the levels. */
export function Closing({ input, onAct, onBlur }: {
  input: ScorecardInput;
  onAct: (act: DraftAct) => void;
  onBlur: () => void;
}): ReactNode {
  return (
    <>
      <div className={styles.block}>
        <label className={styles.legend} htmlFor="scorecard-summary">Summary</label>
        <textarea
          id="scorecard-summary"
          className={styles.text}
          rows={3}
          placeholder="What decided it for you, in a few sentences"
          value={input.summary}
          onChange={(event) => onAct({ act: "summary", summary: event.target.value })}
          onBlur={onBlur}
        />
      </div>
      <fieldset className={styles.block}>
        <legend>Your recommendation</legend>
        <p className={styles.hint}>It stands beside the levels and is never computed from them.</p>
        <div className={styles.steps}>
          {optionsOf(RECOMMENDATIONS).map(({ id: step }) => (
            <Step key={step} step={step} chosen={input.recommendation === step} onAct={onAct} />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function Step({ step, chosen, onAct }: { step: Recommendation; chosen: boolean; onAct: (act: DraftAct) => void }): ReactNode {
  return (
    <label className={`${styles.step} ${chosen ? styles.chosen : ""}`}>
      <input type="radio" name="recommendation" checked={chosen} onChange={() => onAct({ act: "recommend", recommendation: step })} />
      {RECOMMENDATIONS[step]}
    </label>
  );
}
