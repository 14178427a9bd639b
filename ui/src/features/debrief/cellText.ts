/** What a cell of the debrief says to somebody who does not see it. Pure. */
import type { DebriefCell, DebriefRow } from "../../generated/bindings";
import { count } from "../../app/words";
import { percentText, scoreText } from "../../kit";

/** A cell in a sentence: score, raters, spread, gap, what is still open. */
export function cellSentence(row: DebriefRow, cell: DebriefCell, title: string): string {
  const parts = [`${row.candidate_name}, ${title}: ${cell.score === null ? notAssessed(cell) : scoreText(cell.score)}`];
  if (cell.raters.length > 0) parts.push(cell.raters.map((r) => `${r.name} ${scoreText(r.score)}${r.independent ? "" : " (not independent)"}`).join(", "));
  if (cell.gap) parts.push("raters two levels or more apart");
  if (cell.score !== null && isPart(cell.coverage)) parts.push(`${percentText(cell.coverage)} of it assessed`);
  if (cell.score !== null && cell.open > 0) parts.push(`${count(cell.open, "interview")} open`);
  return parts.join("; ");
}

/** Whether a share is known and less than the whole. */
export function isPart(share: number | null): boolean {
  return share !== null && share < 1;
}

/** Why there is no score: not yet held, or not assessed. */
export function notAssessed(cell: DebriefCell): string {
  if (cell.open > 0) return "not yet";
  return "not assessed";
}

/** The total in a sentence. */
export function totalSentence(row: DebriefRow): string {
  if (row.score === null) return `${row.candidate_name}: no score yet`;
  const corrected = row.corrected === null ? "" : `, corrected for severity ${scoreText(row.corrected)}`;
  const range = row.interval ? `, between ${scoreText(row.interval[0])} and ${scoreText(row.interval[1])}` : "";
  return `${row.candidate_name}: total ${scoreText(row.score)}${corrected}${range}; ${percentText(row.coverage)} of the plan's weight assessed`;
}
