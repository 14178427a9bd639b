import { useState } from "react";
import { cancelledText, stageEnds } from "../../app/ending";
import { EndingNote } from "../../app/EndingNote";
import { useWrite } from "../../app/queries";
import { optionsOf, STAGES, stageNeedsReason } from "../../app/words";
import type { Application, Stage } from "../../generated/bindings";
import { Dialog, Form, Select, TextField } from "../../kit";

/** Moves an application to another stage; leaving the process needs a reason. */
export function MoveStage({ application, onClose }: { application: Application; onClose: () => void }) {
  const [why, setWhy] = useState("");
  const [stage, setStage] = useState<Stage | null>(null);
  const [reason, setReason] = useState("");
  const move = useWrite("applicationMove", { quietErrors: true, onDone: onClose, said: (done) => `${done.value.candidate_name} moved to ${STAGES[done.value.stage].toLowerCase()}.${cancelledText(done.changed)}`, undo: true });
  const despite = useWrite("applicationMoveDespite", { quietErrors: true, onDone: onClose, said: (done) => `${done.value.candidate_name} moved to ${STAGES[done.value.stage].toLowerCase()}.`, undo: true });
  const go = (to: Stage) => (application.do_not_contact && why.trim() !== "" ? despite.mutate([application.id, to, reason.trim(), why.trim()]) : move.mutate([application.id, to, reason.trim()]));
  const needed = stage !== null && stageNeedsReason(stage);
  return (
    <Dialog title={`Move ${application.candidate_name}`} isOpen onClose={onClose}>
      <Form action={stage ? `Move to ${STAGES[stage].toLowerCase()}` : "Move"} onSubmit={() => stage && go(stage)} isPending={move.isPending || despite.isPending} isDisabled={!stage || (needed && reason.trim() === "")} error={move.error ?? despite.error}>
        <Select label={`Stage (now ${STAGES[application.stage].toLowerCase()})`} value={stage} onChange={setStage} options={optionsOf(STAGES).filter((option) => option.id !== application.stage)} />
        {stage && stageEnds(stage) && <EndingNote applicationId={application.id} />}
        <TextField label={needed ? "Reason (needed)" : "Reason"} value={reason} onChange={setReason} />
        {application.do_not_contact && <TextField label="Why despite do-not-contact" value={why} onChange={setWhy} description={`${application.candidate_name} asked not to be contacted. A stage that means getting in touch needs a word on why.`} />}
      </Form>
    </Dialog>
  );
}
