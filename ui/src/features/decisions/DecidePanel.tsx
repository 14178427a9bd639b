import type { ReactNode } from "react";
import type { DebriefRow, Plan } from "../../generated/bindings";
import { DecisionForm } from "./DecisionForm";
import styles from "./DecisionForm.module.css";

/** A decision about one application, as the end of its debrief. */
export function DecidePanel({ row, plan, onDone }: { row: DebriefRow; plan: Plan; onDone: () => void }): ReactNode {
  return (
    <DecisionForm row={row} plan={plan} onDone={onDone}>
      {({ fields, action }) => <div className={styles.panel}>{fields}<div>{action}</div></div>}
    </DecisionForm>
  );
}
