/** Choosing and citing evidence. Pure. */
import type { CitationInput, EvidenceRow } from "../../generated/bindings";

/** As much as the engine freezes; a citation made in the portfolio says the same. */
const QUOTE_LENGTH = 4000;

/** The records in which every word is found, in title, address, excerpt or author; case does not matter. */
export function filterEvidence(rows: readonly EvidenceRow[], text: string): EvidenceRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const where = `${row.title}\n${row.address}\n${row.excerpt}\n${row.author ?? ""}`.toLowerCase();
    return words.every((word) => where.includes(word));
  });
}

/** A whole record as a citation: its address, and what it says, frozen with the scorecard. */
export function citationOf(row: EvidenceRow, body: string): CitationInput {
  const quote = body.trim() || row.title;
  return { evidence_id: row.id, address: row.address, quote: quote.length > QUOTE_LENGTH ? `${quote.slice(0, QUOTE_LENGTH)}…` : quote };
}
