import { FIRST_YEAR, LAST_YEAR, type Provenance } from "../generated/bindings";
import { Columns, formatDate, Select, TextField } from "../kit";
import { BASES, optionsOf, SOURCES } from "./words";

/** Nothing answered yet, but the source one expects. */
export function emptyProvenance(source: Provenance["source"], basis: Provenance["basis"]): Provenance {
  return { source, basis, permission: "", given_on: null, until: null };
}

/** Where the data comes from, on what basis it is held, who allowed it, and until when. */
export function ProvenanceFields({ value, onChange }: { value: Provenance; onChange: (value: Provenance) => void }) {
  return (
    <Columns>
      <Select label="Source" value={value.source} onChange={(source) => onChange({ ...value, source })} options={optionsOf(SOURCES)} />
      <Select label="Basis for holding it" value={value.basis} onChange={(basis) => onChange({ ...value, basis })} options={optionsOf(BASES)} />
      <TextField label="Who allowed it, and how" value={value.permission} onChange={(permission) => onChange({ ...value, permission })} placeholder="E-mail of 3 Nov, public profile, …" />
      <TextField label="When they allowed it" value={value.given_on ?? ""} onChange={(on) => onChange({ ...value, given_on: on.trim() || null })} placeholder="YYYY-MM-DD" description="Empty: not written down" error={value.given_on && dayProblem(value.given_on)} />
      <TextField label="May be held until" value={value.until ?? ""} onChange={(until) => onChange({ ...value, until: until.trim() || null })} placeholder="YYYY-MM-DD" description="Empty: no date was agreed" error={value.until && dayProblem(value.until)} />
    </Columns>
  );
}

/** What is wrong with a text that is to be a day: its form, its year, or that the calendar has none such. Null where nothing is. */
export function dayProblem(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return "A day as 2027-05-31.";
  const year = Number(text.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return `The year ${year} cannot be meant: ${FIRST_YEAR} to ${LAST_YEAR}.`;
  const day = new Date(`${text}T00:00:00Z`);
  const known = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  return known ? null : "The calendar has no such day.";
}

/** A provenance in one line. */
export function provenanceText(value: Provenance): string {
  const until = value.until ? `until ${formatDate(value.until)}` : "no end agreed";
  return [SOURCES[value.source], BASES[value.basis].toLowerCase(), value.permission, value.given_on && `allowed on ${formatDate(value.given_on)}`, until].filter(Boolean).join(" · ");
}
