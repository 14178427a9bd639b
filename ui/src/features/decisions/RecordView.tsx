import type { ReactNode } from "react";
import type { Decision } from "../../generated/bindings";
import { DECIDED } from "../../app/words";
import styles from "./DecisionList.module.css";

/** A decision as it was written: context, options, decision, consequences; parts without a word are left out. */
export function RecordView({ decision }: { decision: Decision }): ReactNode {
  const { record } = decision;
  return (
    <dl className={styles.record}>
      <Part title="Context" text={record.context} />
      {record.options.length > 0 && (
        <div>
          <dt>Options considered</dt>
          <dd>
            <ul className={styles.options}>
              {record.options.map((one, at) => (
                <li key={at}>{one.option}{one.because && <span className={styles.note}>: {one.because}</span>}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      <Part title="Decision" text={`${DECIDED[decision.kind]}. ${decision.reason}`} />
      <Part title="What was missing" text={record.missing ?? ""} />
      <Part title="Expected after three months" text={record.three_months} />
      <Part title="Expected after six months" text={record.six_months} />
      <Part title="What remains unknown" text={record.unknown} />
    </dl>
  );
}

function Part({ title, text }: { title: string; text: string }): ReactNode {
  if (text === "") return null;
  return (
    <div>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </div>
  );
}
