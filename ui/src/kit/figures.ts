/** How figures are said. Pure. */

/** Scores stand to one decimal; what is not known is said, never shown as a number. */
export function scoreText(score: number | null): string {
  return score === null ? "not assessed" : score.toFixed(1);
}

/** A share of 0..1 as whole per cent. It never says 100 % for less than the whole, nor 0 % for more than nothing. */
export function percentText(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 100 && share < 1) return "99 %";
  if (rounded === 0 && share > 0) return "1 %";
  return `${rounded} %`;
}
