import type { EvidenceDetail } from "../../generated/bindings";
import { DateText, HtmlFrame, Ledger, PathText, PlainText, type LedgerRow } from "../../kit";

/** A record: its address, what is known of it, and its text; Markdown in a frame that runs and loads nothing. */
export function EvidenceBody({ detail }: { detail: EvidenceDetail }) {
  const { row } = detail;
  const rows: LedgerRow[] = [
    { id: "address", what: "Address", value: <PathText>{row.address}</PathText> },
    { id: "at", what: "When", state: row.at ? "known" : "absent", value: row.at && <DateText value={row.at} /> },
    { id: "author", what: "By", state: row.author ? "known" : "absent", value: authorText(row.author, row.by_subject) },
    ...detail.fields.map((field): LedgerRow => ({ id: field.field, what: field.title, state: field.state, value: field.value || "empty" })),
  ];
  return (
    <>
      <Ledger rows={rows} />
      {detail.html ? <HtmlFrame title={row.title || row.address} html={detail.html} /> : detail.body && <PlainText>{detail.body}</PlainText>}
    </>
  );
}

/** The author's login, and whether that is the candidate. */
export function authorText(author: string | null, bySubject: boolean | null): string {
  if (author === null) return "";
  if (bySubject === null) return author;
  return bySubject ? `${author} (the candidate)` : `${author} (somebody else)`;
}
