/** Choosing whom to set side by side. Pure. */
import type { DebriefRow } from "../../generated/bindings";

/** At most so many candidates stand side by side, and at least two. */
export const MOST_BESIDE = 4;

/** Whom to begin with: the first of the order with those who are not told apart from them, or else the next one; at most three. */
export function firstChoice(rows: readonly DebriefRow[]): string[] {
  const scored = rows.filter((row) => !row.closed && row.score !== null);
  const first = scored[0];
  if (!first) return [];
  const tied = scored.slice(1).filter((row) => row.bands.some((band) => first.bands.includes(band)));
  const others = (tied.length > 0 ? tied : scored.slice(1, 2)).slice(0, 2);
  return [first, ...others].map((row) => row.application_id);
}

/** The choice with one more or one less; a fifth is not taken. */
export function toggled(chosen: readonly string[], id: string): string[] {
  if (chosen.includes(id)) return chosen.filter((one) => one !== id);
  return chosen.length < MOST_BESIDE ? [...chosen, id] : [...chosen];
}
