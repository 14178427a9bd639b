/** Spans of time as people say them. Pure. */

const DAY_MS = 86_400_000;

/** Whole days from an instant to another; nought where the second is earlier. */
export function daysSince(since: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - new Date(since).getTime()) / DAY_MS));
}

/** "today", "1 day", "12 days". */
export function daysText(days: number): string {
  if (days === 0) return "today";
  return days === 1 ? "1 day" : `${days.toLocaleString("en-GB")} days`;
}
