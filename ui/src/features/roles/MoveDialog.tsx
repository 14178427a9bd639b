import { useState, type ReactNode } from "react";
import type { Application, Stage } from "../../generated/bindings";
import { describeError } from "../../app/call";
import { cancelledText } from "../../app/ending";
import { EndingNote } from "../../app/EndingNote";
import { useWrite } from "../../app/queries";
import { STAGES } from "../../app/words";
import { ConfirmDialog, ErrorState, TextArea } from "../../kit";

/** Asks why a candidacy ends, before it is moved there. */
export function MoveDialog({ application, stage, onClose }: { application: Application; stage: Stage; onClose: () => void }): ReactNode {
  const [reason, setReason] = useState("");
  const move = useWrite("applicationMove", { quietErrors: true, undo: true, onDone: onClose, said: (done) => `${done.value.candidate_name}: ${STAGES[done.value.stage].toLowerCase()}.${cancelledText(done.changed)}` });
  return (
    <ConfirmDialog
      title={`${application.candidate_name}: ${STAGES[stage].toLowerCase()}`}
      isOpen
      onClose={onClose}
      confirmLabel={`Move to ${STAGES[stage].toLowerCase()}`}
      onConfirm={() => move.mutate([application.id, stage, reason.trim()])}
      isDisabled={reason.trim() === ""}
      isPending={move.isPending}
    >
      <EndingNote applicationId={application.id} />
      <TextArea label="Reason" value={reason} onChange={setReason} isRequired autoFocus description="It stays in the candidate's history." />
      {move.error && <ErrorState inset {...describeError(move.error)} />}
    </ConfirmDialog>
  );
}
