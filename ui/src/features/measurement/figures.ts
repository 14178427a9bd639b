/** How measured figures are said. Pure. */
import { signed } from "../../kit/charts/scale";

/** What is said of a figure where the ratings do not tell how sure it is. */
export const UNSURE = "how sure it is cannot be said";

/** An interval of scores: "3.1 to 4.2"; what cannot be estimated is said. */
export function intervalText(interval: readonly [number, number] | null, digits = 1): string {
  if (interval === null) return "not estimated";
  return `${plain(interval[0], digits)} to ${plain(interval[1], digits)}`;
}

/** A number with a real minus sign. */
export function plain(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** How a rater differs, in words: "0.4 points stricter than the others". */
export function leniencyText(leniency: number): string {
  const text = Math.abs(leniency).toFixed(1);
  if (Number(text) === 0) return "as strict as the others";
  return `${text} points ${leniency < 0 ? "stricter" : "milder"} than the others`;
}

/** A difference with its interval: "+0.3 (−0.1 to +0.7)". */
export function signedWithInterval(value: number, interval: readonly [number, number], digits = 1): string {
  return `${signed(value, digits)} (${signed(interval[0], digits)} to ${signed(interval[1], digits)})`;
}
