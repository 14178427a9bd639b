import type { EvidenceDetail, EvidenceRow } from "../../generated/bindings";
import { Badge, DateText, Disclosure, isInstant, Ledger, PathText, type LedgerRow } from "../../kit";
import styles from "./Portfolio.module.css";
import { authorOf, stateWord } from "./words";

/** Who and when, in a line; whether the writer is the candidate is never left to be guessed. */
export function Byline({ row }: { row: EvidenceRow }) {
  const { name, isCandidate } = authorOf(row);
  const state = row.state === null ? null : stateWord(row.state);
  return (
    <span className={styles.byline}>
      {name === null ? <em>author not in this snapshot</em> : <strong dir="auto">{name}</strong>}
      {isCandidate && <Badge tone="accent">the candidate</Badge>}
      {row.at ? <DateText value={row.at} /> : <em>no date in this snapshot</em>}
      {state && <Badge tone={state.tone}>{state.word}</Badge>}
    </span>
  );
}

/** Every further field of a record, each in one of its states; closed until asked for. */
export function Fields({ detail }: { detail: EvidenceDetail }) {
  const rows: LedgerRow[] = [
    { id: "address", what: "Address", value: <PathText>{detail.row.address}</PathText> },
    ...detail.fields.map((field): LedgerRow => ({ id: field.field, what: field.title, state: field.state, value: isInstant(field.value) ? <DateText value={field.value} time /> : field.value || "empty" })),
  ];
  return (
    <Disclosure title="All that this snapshot tells of it">
      <Ledger rows={rows} />
    </Disclosure>
  );
}
