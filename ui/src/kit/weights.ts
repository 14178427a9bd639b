/** Arithmetic of plan weights: whole per cents that are to sum to 100. Pure; the engine checks again. */

/** One weighted part of a plan, as the bar and the editors need it. */
export type Weighted = { id: string; title: string; weight: number };

/** What the bar says about a set of weights. `off` is what is over (positive) or missing (negative). */
export type WeightVerdict = { sum: number; off: number; ok: boolean; text: string };

/** The sum of the weights; a weight that is not a number counts as 0 while it is being typed. */
export function weightSum(parts: readonly { weight: number }[]): number {
  return parts.reduce((sum, part) => sum + (Number.isFinite(part.weight) ? part.weight : 0), 0);
}

/** The sum in words: "100 of 100%", "90 of 100%: 10 missing", "115 of 100%: 15 too many". */
export function weightVerdict(parts: readonly { weight: number }[]): WeightVerdict {
  const sum = weightSum(parts);
  const off = sum - 100;
  const rest = off === 0 ? "" : off < 0 ? `: ${-off} missing` : `: ${off} too many`;
  return { sum, off, ok: off === 0, text: `${sum} of 100%${rest}` };
}

/** A stretch of the bar, in per cent of the bar's width. */
export type Segment = { id: string; title: string; weight: number; left: number; width: number };

/**
 * The bar's segments. The bar is 100 wide, or as wide as the sum where the sum is more, so that what is too much
 * is seen to stand beyond the mark at 100; `full` is where that mark stands.
 */
export function segments(parts: readonly Weighted[]): { segments: Segment[]; full: number } {
  const scale = 100 / Math.max(100, weightSum(parts));
  let left = 0;
  const out = parts.map((part) => {
    const width = Math.max(0, Number.isFinite(part.weight) ? part.weight : 0) * scale;
    const segment = { ...part, left, width };
    left += width;
    return segment;
  });
  return { segments: out, full: 100 * scale };
}

/**
 * Shares `total` whole per cents in proportion to `shares` (largest remainder, Hamilton's method). All nought shares alike.
 */
export function share(total: number, shares: readonly number[]): number[] {
  if (shares.length === 0) return [];
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((s) => (sum > 0 ? (s / sum) * total : total / shares.length));
  const floors = exact.map(Math.floor);
  let rest = total - floors.reduce((a, b) => a + b, 0);
  const order = exact.map((x, i) => ({ i, r: x - Math.floor(x) })).sort((a, b) => b.r - a.r || a.i - b.i);
  for (const { i } of order) {
    if (rest <= 0) break;
    floors[i] = (floors[i] ?? 0) + 1;
    rest -= 1;
  }
  return floors;
}

/** Sets one weight and lets the others give or take in proportion, so that the sum stays 100. */
export function rebalance<T extends { weight: number }>(parts: readonly T[], index: number, weight: number): T[] {
  const value = Math.max(0, Math.min(100, Math.round(weight)));
  const rest = parts.filter((_, i) => i !== index);
  if (rest.length === 0) return parts.map((part) => ({ ...part, weight: 100 }));
  const shares = share(100 - value, rest.map((part) => part.weight));
  let next = 0;
  return parts.map((part, i) => ({ ...part, weight: i === index ? value : (shares[next++] ?? 0) }));
}

/** The weights brought to 100 in proportion: the button "Bring to 100". */
export function toHundred<T extends { weight: number }>(parts: readonly T[]): T[] {
  const shares = share(100, parts.map((part) => part.weight));
  return parts.map((part, i) => ({ ...part, weight: shares[i] ?? 0 }));
}
