import type { ReactNode } from "react";
import type { LogEntry } from "../generated/bindings";
import { classes } from "../kit";
import styles from "./LogLines.module.css";

/** The log of a room: time since its beginning, time of day, what happened. `first`: where it begins, if not with its first entry. */
export function LogLines({ log, first, large }: { log: LogEntry[]; first?: string; large?: boolean }): ReactNode {
  const begin = Date.parse(first ?? log[0]?.at ?? "");
  return (
    <ol className={classes(styles.log, large && styles.large)}>
      {log.map((entry, i) => (
        <li key={i} className={entry.event === "note" ? undefined : styles.mark}>
          <span className={styles.since}>{sinceText(Date.parse(entry.at) - begin)}</span>
          <time className={styles.clock} dateTime={entry.at}>{timeOfDay(entry.at)}</time>
          <span className={styles.text}>{entryText(entry)}</span>
        </li>
      ))}
    </ol>
  );
}

/** What an entry says, in words. */
export function entryText(entry: LogEntry): string {
  switch (entry.event) {
    case "section":
      return `Section: ${entry.text}`;
    case "stop":
      return "Paused";
    case "clue":
      return `Clue released: ${entry.text}`;
    case "note":
      return entry.text;
  }
}

/** "1:05" for milliseconds since the beginning; minutes are not broken into hours, as the time box is not. */
export function sinceText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The local time of day with seconds: "14:02:07". */
function timeOfDay(at: string): string {
  return new Date(at).toLocaleTimeString("en-GB");
}
