import type { Provenance } from "../generated/bindings";
import { Columns, formatDate, Select, TextField } from "../kit";
import { BASES, optionsOf, SOURCES } from "./words";

/** Nothing answered yet, but the source one expects. */
export function emptyProvenance(source: Provenance["source"], basis: Provenance["basis"]): Provenance {
  return { source, basis, permission: "", until: null };
}

/** Where the data comes from, on what basis it is held, who allowed it, and until when. */
export function ProvenanceFields({ value, onChange }: { value: Provenance; onChange: (value: Provenance) => void }) {
  return (
    <Columns>
      <Select label="Source" value={value.source} onChange={(source) => onChange({ ...value, source })} options={optionsOf(SOURCES)} />
      <Select label="Basis for holding it" value={value.basis} onChange={(basis) => onChange({ ...value, basis })} options={optionsOf(BASES)} />
      <TextField label="Who allowed it, and how" value={value.permission} onChange={(permission) => onChange({ ...value, permission })} placeholder="E-mail of 3 Nov, public profile, …" />
      <TextField label="May be held until" type="date" value={value.until ?? ""} onChange={(until) => onChange({ ...value, until: until || null })} description="Empty: no date was agreed" />
    </Columns>
  );
}

/** A provenance in one line. */
export function provenanceText(value: Provenance): string {
  const until = value.until ? `until ${formatDate(value.until)}` : "no end agreed";
  return [SOURCES[value.source], BASES[value.basis].toLowerCase(), value.permission, until].filter(Boolean).join(" · ");
}
