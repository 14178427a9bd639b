/** What is in a calendar file, in words. Pure. */
import type { CalendarSaved } from "../generated/bindings";
import { count } from "./words";

/** "3 interviews saved. Open the file with your calendar." and what was left out. */
export function savedText({ events, without_time, cancelled }: CalendarSaved): string {
  const does = cancelled ? "Opened with a calendar, the file takes them out of it." : "Open the file with your calendar.";
  const rest = without_time === 0 ? "" : ` ${count(without_time, "interview")} without a time left out.`;
  return `${count(events, "interview")} saved. ${does}${rest}`;
}
