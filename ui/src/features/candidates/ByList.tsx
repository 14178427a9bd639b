import { useDeferredValue, useState } from "react";
import { useRead, useWrite } from "../../app/queries";
import { emptyProvenance } from "../../app/ProvenanceFields";
import { TextArea } from "../../kit";
import { AddMany } from "./AddMany";
import { useAdded } from "./useAdded";

/** A list pasted from anywhere: names a line, or CSV text with a header. */
export function ByList() {
  const [text, setText] = useState("");
  const [provenance, setProvenance] = useState(emptyProvenance("sourced", "legitimate-interest"));
  const [role, setRole] = useState<string | null>(null);
  const asked = useDeferredValue(text.trim());
  const preview = useRead("candidatePreviewList", [asked, role], { enabled: asked !== "", keepPrevious: true });
  const added = useAdded();
  const add = useWrite("candidateAddList", { quietErrors: true, onDone: added });
  return (
    <AddMany preview={asked === "" ? undefined : preview.data} error={preview.error ?? add.error} provenance={provenance} onProvenance={setProvenance} role={role} onRole={setRole} isPending={add.isPending} onAdd={() => add.mutate([text, provenance, role])}>
      <TextArea label="The list" value={text} onChange={setText} rows={6} mono autoFocus placeholder={"Name, e-mail, login\nAna Fixture, ana@example.invalid, ana-fx"} description="A name a line, or comma-separated with a header line: name, email, login, location, headline." />
    </AddMany>
  );
}
