/** How figures are said. Pure. */

/** Scores stand to one decimal; what is not known is said, never shown as a number. */
export function scoreText(score: number | null): string {
  return score === null ? "not assessed" : score.toFixed(1);
}

/** What a sum of weights may miss nought or one by, from rounding. */
const NOISE = 1e-9;

/** A share of 0..1 as whole per cent, "90%", as the engine's sentences say it; never 100% for less than the whole, nor 0% for more than nothing. */
export function percentText(share: number | null): string {
  if (share === null) return "unknown";
  const rounded = Math.round(share * 100);
  const isPart = share > NOISE && share < 1 - NOISE;
  return `${isPart ? Math.min(99, Math.max(1, rounded)) : Math.abs(rounded)}%`;
}
