/** "What would have raised it", asked where a rating is below the role's expectation: the engine's rule, while one types. Pure. */
import { RAISE_WORDS, type Criterion, type RatingInput, type Seniority } from "../../generated/bindings";

/** Whether a level is below the expected one. What was not assessed, or not yet rated, is not below anything. */
export function isBelow(level: number | null, expected: number): boolean {
  return level !== null && level > 0 && level < expected;
}

/** Whether a note does not answer the question yet: nothing stands after its words. */
export function asksWhatWouldRaise(note: string): boolean {
  const at = note.indexOf(RAISE_WORDS);
  return at < 0 || note.slice(at + RAISE_WORDS.length).trim() === "";
}

/** The note with the beginning of the answer under it. */
export function withWhatWouldRaise(note: string): string {
  const above = note.trimEnd();
  if (above.endsWith(RAISE_WORDS)) return `${above} `;
  return above === "" ? `${RAISE_WORDS} ` : `${above}\n${RAISE_WORDS} `;
}

/** Titles of the criteria that are rated below what is expected of the level and do not say what would have raised it. */
export function unanswered(criteria: readonly Criterion[], ratings: readonly RatingInput[], seniority: Seniority): string[] {
  const rating = (id: string) => ratings.find((one) => one.criterion === id);
  const asks = (one: Criterion) => isBelow(rating(one.id)?.level ?? null, one.expected[seniority].level) && asksWhatWouldRaise(rating(one.id)?.note ?? "");
  return criteria.filter(asks).map((one) => one.title);
}
