/** How figures are said. Pure. */

/** What a sum of weights may miss nought or one by, from rounding. */
const NOISE = 1e-9;

/** Scores stand to one decimal unless a sum is shown; what is not known is said, never shown as a number. Halves go away from nought, by the decimal number that is meant, as the engine's sentences round. */
export function scoreText(score: number | null, digits = 1): string {
  if (score === null) return "not assessed";
  const scale = 10 ** digits;
  const rounded = Math.floor(Math.abs(score) * scale + 0.5 + NOISE) / scale;
  return (score < 0 && rounded > 0 ? -rounded : rounded).toFixed(digits);
}

/** The level whose colour a score takes: that of the figure which stands in it, so that 3.5 never looks like two things. */
export function levelOf(score: number): number {
  return Math.max(1, Math.min(5, Math.round(Number(scoreText(score)))));
}

/** Two scores as a range: "3.1 to 4.0". */
export function rangeText([from, to]: readonly [number, number]): string {
  return `${scoreText(from)} to ${scoreText(to)}`;
}

/** A run of time as a clock shows it, "12:05"; minutes are not broken into hours, as a time box is not. */
export function runText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A size as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kib = bytes / 1024;
  return kib < 1024 ? `${kib.toFixed(kib < 10 ? 1 : 0)} KiB` : `${(kib / 1024).toFixed(1)} MiB`;
}

/** A share of 0..1 as whole per cent, "90%", as the engine's sentences say it; never 100% for less than the whole, nor 0% for more than nothing. */
export function percentText(share: number | null): string {
  if (share === null) return "unknown";
  const rounded = Math.round(share * 100);
  const isPart = share > NOISE && share < 1 - NOISE;
  return `${isPart ? Math.min(99, Math.max(1, rounded)) : Math.abs(rounded)}%`;
}
