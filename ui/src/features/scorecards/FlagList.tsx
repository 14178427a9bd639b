import type { ReactNode } from "react";
import type { RaisedFlagInput, RedFlag } from "../../generated/bindings";
import type { DraftAct } from "./draft";
import styles from "./Closing.module.css";

/** Red flags of the rubric: raised with the evidence for each, and with what is not one beside it. */
export function FlagList({ flags, raised, onAct, onBlur }: {
  flags: RedFlag[];
  raised: RaisedFlagInput[];
  onAct: (act: DraftAct) => void;
  onBlur: () => void;
}): ReactNode {
  if (flags.length === 0) return null;
  return (
    <fieldset className={styles.block}>
      <legend>Red flags</legend>
      {flags.map((flag) => {
        const held = raised.find((r) => r.flag === flag.id);
        return (
          <div key={flag.id} className={styles.flag}>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={held !== undefined}
                onChange={(event) => onAct({ act: "flag", flag: flag.id, evidence: event.target.checked ? "" : null })}
              />
              {flag.title}
            </label>
            <p className={styles.hint}>Not a red flag: {flag.not_a_red_flag}</p>
            {held && (
              <textarea
                className={styles.text}
                aria-label={`Evidence for: ${flag.title}`}
                placeholder={flag.evidence_to_note}
                rows={2}
                value={held.evidence}
                onChange={(event) => onAct({ act: "flag", flag: flag.id, evidence: event.target.value })}
                onBlur={onBlur}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
