/** Times of day and of a run, in words. Pure. */
import { runText } from "../../kit";

/** The local time of day of an instant: "14:02". An instant that cannot be read is given back as it is. */
export function clockText(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** How something stands in its time box: "3:12 of 10 min", and how far it is over, in words. */
export function boxText(seconds: number, minutes: number): { run: string; over: string | null } {
  const run = `${runText(seconds)} of ${minutes} min`;
  const over = Math.floor((seconds - minutes * 60) / 60);
  if (seconds <= minutes * 60) return { run, over: null };
  return { run, over: over === 0 ? "time is up" : `${over} min over` };
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
