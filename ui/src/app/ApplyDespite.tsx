import { useState } from "react";
import { useWrite } from "./queries";
import type { CandidateDetail, RoleSummary } from "../generated/bindings";
import { Dialog, Form, Note, TextField } from "../kit";

/** Puts somebody up for a role who is not to be contacted: only with a word on why, which stands in the history. */
export function ApplyDespite({ candidate, role, onClose }: { candidate: CandidateDetail; role: Pick<RoleSummary, "id" | "title">; onClose: () => void }) {
  const [why, setWhy] = useState("");
  const add = useWrite("applicationAddDespite", { quietErrors: true, onDone: onClose, said: (done) => `${candidate.name} is up for ${done.value.role_title}.`, undo: true });
  return (
    <Dialog title={`${candidate.name} is not to be contacted`} isOpen onClose={onClose}>
      <Form action={`Add to ${role.title}`} onSubmit={() => add.mutate([candidate.id, role.id, why.trim()])} isPending={add.isPending} isDisabled={why.trim() === ""} error={add.error}>
        {candidate.do_not_contact && <Note>{candidate.do_not_contact.reason}. To be up for a role means getting in touch.</Note>}
        <TextField label="Why despite do-not-contact" value={why} onChange={setWhy} autoFocus description="They wrote to us, they applied themselves, … It stands in the history." />
      </Form>
    </Dialog>
  );
}
