/** Times of day and of a run, in words. Pure. */

/** The local time of day of an instant: "14:02". An instant that cannot be read is given back as it is. */
export function clockText(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** How long the timer has run, and what is left of the time box: "12:05 of 45 min", "48:10 of 45 min, 3 min over". */
export function timerText(seconds: number, minutes: number): string {
  const over = Math.floor(seconds / 60) - minutes;
  const run = `${Math.floor(seconds / 60)}:${two(Math.floor(seconds % 60))} of ${minutes} min`;
  return seconds >= minutes * 60 && over > 0 ? `${run}, ${over} min over` : run;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
