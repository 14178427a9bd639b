import { useState } from "react";
import { cancelledText, stageEnds } from "../../app/ending";
import { EndingNote } from "../../app/EndingNote";
import { useWrite } from "../../app/queries";
import { optionsOf, STAGES, stageNeedsReason } from "../../app/words";
import type { Application, Stage } from "../../generated/bindings";
import { Dialog, Form, Select, TextField } from "../../kit";

/** Moves an application to another stage; leaving the process needs a reason. */
export function MoveStage({ application, onClose }: { application: Application; onClose: () => void }) {
  const [stage, setStage] = useState<Stage | null>(null);
  const [reason, setReason] = useState("");
  const move = useWrite("applicationMove", { quietErrors: true, onDone: onClose, said: (done) => `${done.value.candidate_name} moved to ${STAGES[done.value.stage].toLowerCase()}.${cancelledText(done.changed)}`, undo: true });
  const needed = stage !== null && stageNeedsReason(stage);
  return (
    <Dialog title={`Move ${application.candidate_name}`} isOpen onClose={onClose}>
      <Form action={stage ? `Move to ${STAGES[stage].toLowerCase()}` : "Move"} onSubmit={() => stage && move.mutate([application.id, stage, reason.trim()])} isPending={move.isPending} isDisabled={!stage || (needed && reason.trim() === "")} error={move.error}>
        <Select label={`Stage (now ${STAGES[application.stage].toLowerCase()})`} value={stage} onChange={setStage} options={optionsOf(STAGES).filter((option) => option.id !== application.stage)} />
        {stage && stageEnds(stage) && <EndingNote applicationId={application.id} />}
        <TextField label={needed ? "Reason (needed)" : "Reason"} value={reason} onChange={setReason} />
      </Form>
    </Dialog>
  );
}
