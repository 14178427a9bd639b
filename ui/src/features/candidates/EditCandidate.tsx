import { useState } from "react";
import { useWrite } from "../../app/queries";
import type { CandidateDetail, CandidateInput } from "../../generated/bindings";
import { Dialog, Form } from "../../kit";
import { CandidateFields } from "./CandidateFields";

/** Changes what was written about a candidate. Snapshots are never changed. */
export function EditCandidate({ candidate, onClose }: { candidate: CandidateDetail; onClose: () => void }) {
  const { name, email, location, headline, notes, provenance } = candidate;
  const [input, setInput] = useState<CandidateInput>({ name, email, location, headline, notes, provenance });
  const update = useWrite("candidateUpdate", { quietErrors: true, onDone: onClose });
  return (
    <Dialog title={`Edit ${candidate.name}`} isOpen wide onClose={onClose}>
      <Form action="Save" onSubmit={() => update.mutate([candidate.id, input])} isPending={update.isPending} isDisabled={input.name.trim() === ""} error={update.error}>
        <CandidateFields value={input} onChange={setInput} />
      </Form>
    </Dialog>
  );
}
