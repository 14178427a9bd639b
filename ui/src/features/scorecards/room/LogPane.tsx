import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import type { LogEntry } from "../../../generated/bindings";
import { LogLines } from "../../../app/LogLines";
import { noted, withoutEmpty } from "./log";
import styles from "./LogPane.module.css";

/** One running log: what is typed gets the time of its first letter, Enter ends it. Saved while it is typed. */
export function LogPane({ log, onChange }: { log: LogEntry[]; onChange: (change: (log: LogEntry[]) => LogEntry[]) => void }): ReactNode {
  const [place, setPlace] = useState<number | null>(null);
  const lines = useRef<HTMLDivElement>(null);
  const text = place === null ? "" : (log[place]?.text ?? "");
  const kept = log.filter((_, i) => i !== place);
  const count = kept.length;
  useEffect(() => {
    lines.current?.scrollTo?.({ top: lines.current.scrollHeight });
  }, [count]);
  const type = (next: string) => {
    if (place === null && next.trim() === "") return;
    const at = new Date().toISOString();
    onChange((before) => noted(before, place, next, at));
    if (place === null) setPlace(log.length);
  };
  const end = () => {
    if (place === null) return;
    onChange(withoutEmpty);
    setPlace(null);
  };
  // In an empty field the arrow leads back to the note before, to mend it.
  const back = (event: KeyboardEvent) => {
    const latest = log.findLastIndex((entry) => entry.event === "note");
    if (place !== null || latest === -1) return;
    event.preventDefault();
    setPlace(latest);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowUp") return back(event);
    if (event.key !== "Enter" || event.shiftKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    end();
  };
  return (
    <section className={styles.pane} aria-label="Log" data-pane="log" tabIndex={-1}>
      <div className={styles.lines} ref={lines} tabIndex={0} aria-label="What happened so far">
        {kept.length === 0 ? <p className={styles.none}>Sections, clues and notes stand here with their times.</p> : <LogLines log={kept} first={log[0]?.at} large />}
      </div>
      <textarea
        className={styles.note}
        data-first
        aria-label="Note with the time"
        placeholder="Note what is said or done. Enter keeps it with its time."
        rows={2}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={end}
      />
    </section>
  );
}
