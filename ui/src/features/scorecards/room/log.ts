/** The log of the room and the timers that follow from it, as the engine reckons them. Pure; times in milliseconds. */
import type { LogEntry } from "../../../generated/bindings";

/** A section or a clue of a kit, as far as the log is concerned. */
export type Named = { id: string; title: string };

/** A section is begun; the one before it ends. Where it runs already, nothing changes. */
export function begun(log: LogEntry[], section: Named, at: string): LogEntry[] {
  if (runningSection(log) === section.id) return log;
  return [...log, { at, event: "section", of: section.id, text: section.title }];
}

/** The running section is stopped. */
export function stopped(log: LogEntry[], at: string): LogEntry[] {
  if (runningSection(log) === null) return log;
  return [...log, { at, event: "stop", of: "", text: "" }];
}

/** A clue is released, once. */
export function released(log: LogEntry[], clue: Named, at: string): LogEntry[] {
  if (releasedAt(log, clue.id) !== null) return log;
  return [...log, { at, event: "clue", of: clue.id, text: clue.title }];
}

/** A note is begun at this time, or worded further: the one at a place of the log. */
export function noted(log: LogEntry[], place: number | null, text: string, at: string): LogEntry[] {
  if (place === null) return [...log, { at, event: "note", of: "", text }];
  return log.map((entry, i) => (i === place ? { ...entry, text } : entry));
}

/** Without the notes that say nothing. */
export function withoutEmpty(log: LogEntry[]): LogEntry[] {
  const kept = log.filter((entry) => entry.event !== "note" || entry.text.trim() !== "");
  return kept.length === log.length ? log : kept;
}

/** The section that runs now; null before the first one and after a stop. */
export function runningSection(log: readonly LogEntry[]): string | null {
  const last = marksOf(log).at(-1);
  return last?.event === "section" ? last.of : null;
}

/** The section begun last, whether it runs or not. */
export function latestSection(log: readonly LogEntry[]): string | null {
  return log.findLast((entry) => entry.event === "section")?.of ?? null;
}

/** How long a section has run, in seconds. */
export function sectionSeconds(log: readonly LogEntry[], section: string, now: number): number {
  const marks = marksOf(log);
  const times = marks.map((mark, i) => {
    if (mark.event !== "section" || mark.of !== section) return 0;
    const next = marks[i + 1];
    return Math.max(0, (next ? Date.parse(next.at) : now) - Date.parse(mark.at));
  });
  return times.reduce((sum, time) => sum + time, 0) / 1000;
}

/** When a clue was released; null where it was not. */
export function releasedAt(log: readonly LogEntry[], clue: string): string | null {
  return log.find((entry) => entry.event === "clue" && entry.of === clue)?.at ?? null;
}

function marksOf(log: readonly LogEntry[]): LogEntry[] {
  return log.filter((entry) => entry.event === "section" || entry.event === "stop").sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
