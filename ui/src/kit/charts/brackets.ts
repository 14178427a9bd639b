/** Geometry of the brackets at the left of an order: rows that share a band are not told apart. Pure. */

/** One bracket: from row to row, the rows that belong to it, and the lane it is drawn in (0 is nearest the names). */
export type Bracket = { band: number; first: number; last: number; rows: number[]; lane: number };

/**
 * Brackets for the bands that each row belongs to, in the order shown. A band of one row has none. Two brackets that
 * overlap (rows in more than one band, or bands whose rows are not neighbours) stand in different lanes.
 */
export function brackets(bands: readonly (readonly number[])[]): Bracket[] {
  const members = new Map<number, number[]>();
  bands.forEach((own, row) => own.forEach((band) => members.set(band, [...(members.get(band) ?? []), row])));
  const spans = [...members].filter(([, rows]) => rows.length > 1).sort((a, b) => (a[1][0] ?? 0) - (b[1][0] ?? 0));
  const laneEnds: number[] = [];
  return spans.map(([band, rows]) => {
    const first = rows[0] ?? 0;
    const last = rows[rows.length - 1] ?? 0;
    const free = laneEnds.findIndex((end) => end < first);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = last;
    return { band, first, last, rows, lane };
  });
}

/** How many lanes the brackets need. */
export function laneCount(list: readonly Bracket[]): number {
  return list.reduce((most, bracket) => Math.max(most, bracket.lane + 1), 0);
}

/** Where one row stands in its bracket: top end, bottom end, a member between, or passed by. */
export type BracketPiece = { lane: number; band: number; part: "top" | "middle" | "pass" | "bottom" };

/** The pieces of brackets that cross one row: what the row's first cell draws. */
export function piecesOfRow(list: readonly Bracket[], row: number): BracketPiece[] {
  return list
    .filter((bracket) => bracket.first <= row && row <= bracket.last)
    .map((bracket) => ({ lane: bracket.lane, band: bracket.band, part: partOf(bracket, row) }));
}

function partOf(bracket: Bracket, row: number): BracketPiece["part"] {
  if (row === bracket.first) return "top";
  if (row === bracket.last) return "bottom";
  return bracket.rows.includes(row) ? "middle" : "pass";
}

/** In words, for each row, with whom it is not told apart: "not told apart from Tomas Fixture". */
export function bandSentence(rows: readonly { candidate_name: string; bands: readonly number[] }[], row: number): string | null {
  const bands = rows[row]?.bands ?? [];
  const others = rows.filter((other, i) => i !== row && other.bands.some((band) => bands.includes(band))).map((other) => other.candidate_name);
  return others.length === 0 ? null : `not told apart from ${joinNames(others)}`;
}

/** "A", "A and B", "A, B and C". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
