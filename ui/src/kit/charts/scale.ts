/** Places on the axis of a picture, in per cent of its width. Pure. */

/** The least and the greatest value that an axis shows. */
export type Domain = readonly [number, number];

/** The fixed scale that all scores are brought to. */
export const SCORES: Domain = [1, 5];

/** Where a value stands on an axis, 0 to 100; what lies beyond the axis stands at its end. */
export function place(value: number, [low, high]: Domain): number {
  return Math.max(0, Math.min(1, (value - low) / (high - low))) * 100;
}

/** An interval on an axis; `cut` says at which ends it goes on beyond the axis, so that no end is drawn there. */
export type Stretch = { from: number; to: number; cut: readonly [boolean, boolean] };

/** Where an interval stands on an axis. */
export function stretch([from, to]: readonly [number, number], domain: Domain): Stretch {
  return { from: place(from, domain), to: place(to, domain), cut: [from < domain[0], to > domain[1]] };
}

/** Round values along an axis, at most `most` of them, in steps of 1, 2 or 5 times a power of ten. */
export function ticks([low, high]: Domain, most: number): number[] {
  const rough = (high - low) / Math.max(1, most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((s) => Math.floor(high / s + 1e-9) - Math.ceil(low / s - 1e-9) < most) ?? 10 * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** An axis with nought in its middle, wide enough for all values, at least `least` to either side, ending at a half. */
export function aroundNought(values: readonly number[], least: number): Domain {
  const reach = values.reduce((most, value) => Math.max(most, Math.abs(value)), least);
  const end = Math.ceil(reach * 2 - 1e-9) / 2;
  return [-end, end];
}

/** A difference with its sign: "+0.3", "−0.3", "0.0". */
export function signed(value: number, digits = 1): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value > 0 ? "+" : "−"}${text}`;
}

/** The shade, 1 to 5, for a share of 0 to 1: one hue from light to dark, in fifths. */
export function shade(share: number): number {
  return Math.max(1, Math.min(5, Math.floor(share * 5) + 1));
}
