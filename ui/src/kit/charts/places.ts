/** Shares of places, as an acceptability bar shows them. Pure. */

/** One stretch of the bar: the places it stands for, its share of 0 to 1, and where it stands in per cent. */
export type PlaceSegment = { from: number; to: number; share: number; left: number; width: number };

/** More places than this are shown together at the end of the bar. */
const MOST = 5;

/** The stretches of one bar: first place, second, and so on; from the fifth on together. Empty ones are left out. */
export function placeSegments(shares: readonly number[]): PlaceSegment[] {
  const groups = shares.length <= MOST ? shares.map((share, i) => ({ from: i + 1, to: i + 1, share })) : together(shares);
  let left = 0;
  const out = groups.map((group) => {
    const segment = { ...group, left, width: group.share * 100 };
    left += segment.width;
    return segment;
  });
  return out.filter((segment) => segment.share > 0);
}

function together(shares: readonly number[]): { from: number; to: number; share: number }[] {
  const single = shares.slice(0, MOST - 1).map((share, i) => ({ from: i + 1, to: i + 1, share }));
  return [...single, { from: MOST, to: shares.length, share: shares.slice(MOST - 1).reduce((a, b) => a + b, 0) }];
}

/** "1st", "2nd", "3rd", "11th". */
export function ordinal(place: number): string {
  const tens = place % 100;
  const end = tens >= 11 && tens <= 13 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[place % 10] ?? "th");
  return `${place}${end}`;
}

/** The places of a stretch: "1st", "5th to 8th". */
export function placesText({ from, to }: { from: number; to: number }): string {
  return from === to ? ordinal(from) : `${ordinal(from)} to ${ordinal(to)}`;
}
