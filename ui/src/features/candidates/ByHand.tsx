import { useState } from "react";
import { emptyProvenance } from "../../app/ProvenanceFields";
import { useWrite } from "../../app/queries";
import { goTo } from "../../app/session";
import type { CandidateInput } from "../../generated/bindings";
import { Form } from "../../kit";
import styles from "./Candidates.module.css";
import { CandidateFields } from "./CandidateFields";

/** One candidate, typed in. */
export function ByHand() {
  const [input, setInput] = useState<CandidateInput>({ name: "", email: "", location: "", headline: "", notes: "", provenance: emptyProvenance("applied", "application") });
  const create = useWrite("candidateCreate", { quietErrors: true, said: (done) => `${done.value.name} is added.`, undo: true, onDone: (done) => goTo(`/candidates/${done.value.id}`) });
  return (
    <div className={styles.ways}>
      <Form action="Add candidate" onSubmit={() => create.mutate([{ ...input, name: input.name.trim() }])} isPending={create.isPending} isDisabled={input.name.trim() === ""} error={create.error}>
        <CandidateFields value={input} onChange={setInput} />
      </Form>
    </div>
  );
}
