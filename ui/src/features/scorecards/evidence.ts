/** Choosing and citing evidence. Pure. */
import type { CitationInput, EvidenceRow } from "../../generated/bindings";

const QUOTE_LENGTH = 600;

/** The records in which every word is found, in title, address, excerpt or author; case does not matter. */
export function filterEvidence(rows: readonly EvidenceRow[], text: string): EvidenceRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const where = `${row.title}\n${row.address}\n${row.excerpt}\n${row.author ?? ""}`.toLowerCase();
    return words.every((word) => where.includes(word));
  });
}

/** A record as a citation: its address, and what it says, frozen with the scorecard. */
export function citationOf(row: EvidenceRow): CitationInput {
  const quote = row.excerpt || row.title;
  return { evidence_id: row.id, address: row.address, quote: quote.length > QUOTE_LENGTH ? `${quote.slice(0, QUOTE_LENGTH)}…` : quote };
}
