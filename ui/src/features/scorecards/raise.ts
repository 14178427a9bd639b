/** "What would have raised it", asked where a rating is below the role's expectation. Pure. */

const WORDS = "What would have raised it: ";

/** Whether a level is below the expected one. What was not assessed, or not yet rated, is not below anything. */
export function isBelow(level: number | null, expected: number): boolean {
  return level !== null && level > 0 && level < expected;
}

/** Whether a note does not answer the question yet. */
export function asksWhatWouldRaise(note: string): boolean {
  return !note.includes(WORDS.trim());
}

/** The note with the beginning of the answer under it. */
export function withWhatWouldRaise(note: string): string {
  const above = note.trimEnd();
  return above === "" ? WORDS : `${above}\n${WORDS}`;
}
