/** What is cited of a record, and under which address. Pure. */
import type { CitationInput, EvidenceRow } from "../../generated/bindings";

/** As much as the engine freezes. */
const QUOTE_MAX = 4000;

/** Something to cite: a record, a file, or a selection inside one. */
export type Quotable = { row: EvidenceRow; body: string; /** a path in a listing of files */ path?: string };

/** A citation of what is selected; of the whole record where nothing is. */
export function citationOf({ row, body, path }: Quotable, selected: string | null): CitationInput {
  if (path !== undefined) return { evidence_id: row.id, address: fileAddress(row.address, path), quote: path };
  const quote = selected ?? (body.trim() || row.title);
  return { evidence_id: row.id, address: addressOf(row, body, selected), quote: shortened(quote) };
}

/** The lines of a record that can be cited one by one; none where there is but one. */
export function linesOf({ body, path }: Quotable): string[] {
  const lines = body.trimEnd().split("\n");
  return path === undefined && lines.length > 1 ? lines : [];
}

/** A citation of some lines, from 1, both included; in a file it names the first. */
export function partOf(quotable: Quotable, from: number, to: number): CitationInput {
  const lines = linesOf(quotable);
  const { row } = quotable;
  const quote = lines.slice(from - 1, to).join("\n").trim();
  if ((from <= 1 && to >= lines.length) || quote === "") return citationOf(quotable, null);
  return { evidence_id: row.id, address: row.kind === "readme" ? `${row.address}:${from}` : row.address, quote: shortened(quote) };
}

/** `owner/repo@commit:path` of a file in the listing at `owner/repo@commit` (the commit may be missing). */
export function fileAddress(tree: string, path: string): string {
  return `${tree.replace(/@$/, "")}:${path}`;
}

/** The record's own address; in a file also the line where the selection begins, where it can be told. */
export function addressOf(row: EvidenceRow, body: string, selected: string | null): string {
  if (row.kind !== "readme" || selected === null) return row.address;
  const line = lineOf(body, selected);
  return line === null ? row.address : `${row.address}:${line}`;
}

/** The line (from 1) of a source on which a selection of its rendered text begins; null where it cannot be told. */
export function lineOf(source: string, selected: string): number | null {
  const words = (selected.split("\n").find((line) => line.trim() !== "") ?? "").trim().split(/\s+/).filter(Boolean);
  const lines = source.split("\n").map((line) => line.split(/\s+/).join(" "));
  for (let many = Math.min(words.length, 12); many > 0; many--) {
    const head = words.slice(0, many).join(" ");
    if (many < words.length && head.length < 8) return null;
    const found = lines.findIndex((line) => line.includes(head));
    if (found >= 0) return lines.findLastIndex((line) => line.includes(head)) === found || many === words.length ? found + 1 : null;
  }
  return null;
}

function shortened(quote: string): string {
  return quote.length > QUOTE_MAX ? `${quote.slice(0, QUOTE_MAX)}…` : quote;
}

/** A text in one line of at most so many characters. */
export function inOneLine(text: string, most = 90): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
