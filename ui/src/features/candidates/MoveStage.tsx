import { useState } from "react";
import { cancelledText, meansContact, reasonsFor, stageEnds } from "../../app/ending";
import { EndingNote } from "../../app/EndingNote";
import { useWrite } from "../../app/queries";
import { optionsOf, STAGES, stageNeedsReason } from "../../app/words";
import type { Application, EndReason, Stage } from "../../generated/bindings";
import { Dialog, Form, Select, TextField } from "../../kit";

/** Moves an application to another stage; leaving the process needs a reason of the list, opening again one in words. */
export function MoveStage({ application, onClose }: { application: Application; onClose: () => void }) {
  const [stage, setStage] = useState<Stage | null>(null);
  const [why, setWhy] = useState<EndReason | null>(null);
  const [reason, setReason] = useState("");
  const [despite, setDespite] = useState("");
  const move = useWrite("applicationMoveMany", { quietErrors: true, onDone: onClose, said: (done) => `${application.candidate_name} moved to ${STAGES[done.value.moved[0]?.stage ?? application.stage].toLowerCase()}.${cancelledText(done.changed)}`, undo: true });
  const ends = stage !== null && stageNeedsReason(stage);
  const wordsNeeded = (ends && why === "other") || (stage !== null && !stageEnds(stage) && stageEnds(application.stage));
  const marked = application.do_not_contact && stage !== null && meansContact(stage);
  const isDisabled = !stage || (ends && why === null) || (wordsNeeded && reason.trim() === "") || (marked && despite.trim() === "");
  const choose = (to: Stage) => {
    setStage(to);
    setWhy(null);
  };
  const go = (to: Stage) => move.mutate([[application.id], { to, why: ends ? why : null, reason: reason.trim(), despite: marked ? despite.trim() : null }]);
  return (
    <Dialog title={`Move ${application.candidate_name}`} isOpen onClose={onClose}>
      <Form action={stage ? `Move to ${STAGES[stage].toLowerCase()}` : "Move"} onSubmit={() => stage && go(stage)} isPending={move.isPending} isDisabled={isDisabled} error={move.error}>
        <Select label={`Stage (now ${STAGES[application.stage].toLowerCase()})`} value={stage} onChange={choose} options={optionsOf(STAGES).filter((option) => option.id !== application.stage)} />
        {stage && stageEnds(stage) && <EndingNote applicationId={application.id} />}
        {stage && ends && <Select label="Reason" value={why} onChange={setWhy} options={reasonsFor(stage)} isRequired description="Counted in the role's figures." />}
        <TextField label={wordsNeeded ? "In words (needed)" : "In words"} value={reason} onChange={setReason} />
        {marked && <TextField label="Why despite do-not-contact" value={despite} onChange={setDespite} description={`${application.candidate_name} asked not to be contacted. A stage that means getting in touch needs a word on why.`} />}
      </Form>
    </Dialog>
  );
}
