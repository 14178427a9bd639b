import { ProvenanceFields } from "../../app/ProvenanceFields";
import type { CandidateInput } from "../../generated/bindings";
import { Columns, TextArea, TextField } from "../../kit";

/** What one writes about a candidate. */
export function CandidateFields({ value, onChange }: { value: CandidateInput; onChange: (value: CandidateInput) => void }) {
  const set = (part: Partial<CandidateInput>) => onChange({ ...value, ...part });
  return (
    <>
      <Columns>
        <TextField label="Name" value={value.name} onChange={(name) => set({ name })} autoFocus />
        <TextField label="E-mail" type="email" value={value.email} onChange={(email) => set({ email })} />
        <TextField label="Location" value={value.location} onChange={(location) => set({ location })} />
      </Columns>
      <TextField label="Headline" value={value.headline} onChange={(headline) => set({ headline })} description="In one line: what they do" />
      <TextArea label="Notes" value={value.notes} onChange={(notes) => set({ notes })} rows={3} description="The candidate may ask to see these." />
      <ProvenanceFields value={{ ...value.provenance, given_on: value.provenance.given_on ?? null }} onChange={(provenance) => set({ provenance })} />
    </>
  );
}
