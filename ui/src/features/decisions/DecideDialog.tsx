import type { ReactNode } from "react";
import type { DebriefRow, Plan } from "../../generated/bindings";
import { Button, Dialog } from "../../kit";
import { DecisionForm } from "./DecisionForm";

/** A decision about one application, over the page on which one stands. Cancel throws away what is written; closing keeps it. */
export function DecideDialog({ row, plan, onClose }: { row: DebriefRow; plan: Plan; onClose: () => void }): ReactNode {
  return (
    <DecisionForm row={row} plan={plan} onDone={onClose}>
      {({ fields, action, holdsText, discard }) => {
        const cancel = () => {
          discard();
          onClose();
        };
        return (
          <Dialog title={`Decide about ${row.candidate_name}`} isOpen wide holdsText={holdsText} onClose={onClose} footer={<><Button onPress={cancel}>{holdsText ? "Throw away" : "Cancel"}</Button>{action}</>}>
            {fields}
          </Dialog>
        );
      }}
    </DecisionForm>
  );
}
