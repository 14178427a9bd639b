import { useState } from "react";
import { useWrite } from "../../app/queries";
import { optionsOf, STAGES } from "../../app/words";
import type { Application, Stage } from "../../generated/bindings";
import { Dialog, Form, Select, TextField } from "../../kit";

const NEEDS_REASON: ReadonlySet<Stage> = new Set(["rejected", "withdrawn"]);

/** Moves an application to another stage; leaving the process needs a reason. */
export function MoveStage({ application, onClose }: { application: Application; onClose: () => void }) {
  const [stage, setStage] = useState<Stage | null>(null);
  const [reason, setReason] = useState("");
  const move = useWrite("applicationMove", { quietErrors: true, onDone: onClose, said: (done) => `${done.value.candidate_name} moved to ${STAGES[done.value.stage].toLowerCase()}.`, undo: true });
  const needed = stage !== null && NEEDS_REASON.has(stage);
  return (
    <Dialog title={`Move ${application.candidate_name}`} isOpen onClose={onClose}>
      <Form action={stage ? `Move to ${STAGES[stage].toLowerCase()}` : "Move"} onSubmit={() => stage && move.mutate([application.id, stage, reason.trim()])} isPending={move.isPending} isDisabled={!stage || (needed && reason.trim() === "")} error={move.error}>
        <Select label={`Stage (now ${STAGES[application.stage].toLowerCase()})`} value={stage} onChange={setStage} options={optionsOf(STAGES).filter((option) => option.id !== application.stage)} />
        <TextField label={needed ? "Reason (needed)" : "Reason"} value={reason} onChange={setReason} />
      </Form>
    </Dialog>
  );
}
