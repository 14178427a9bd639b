import type { ReactNode } from "react";
import type { LogEntry } from "../generated/bindings";
import { classes, runText } from "../kit";
import styles from "./LogLines.module.css";

/** The log of a room: time since its beginning, time of day, what happened. `first`: where it begins, if not with its first entry. */
export function LogLines({ log, first, large }: { log: LogEntry[]; first?: string; large?: boolean }): ReactNode {
  const begin = Date.parse(first ?? log[0]?.at ?? "");
  return (
    <ol className={classes(styles.log, large && styles.large)}>
      {log.map((entry, i) => (
        <li key={i} className={entry.event === "note" ? undefined : styles.mark}>
          <span className={styles.since}>{runText((Date.parse(entry.at) - begin) / 1000)}</span>
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

/** The local time of day with seconds: "14:02:07". */
function timeOfDay(at: string): string {
  return new Date(at).toLocaleTimeString("en-GB");
}
