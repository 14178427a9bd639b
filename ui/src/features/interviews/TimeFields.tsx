import type { ReactNode } from "react";
import type { InterviewTime } from "../../generated/bindings";
import { allZones, ComboBox, parseLocal, TextField } from "../../kit";
import styles from "./interviews.module.css";

/** The time that two fields hold; null where they hold none yet. */
export function timeOf(starts: string, zone: string | null): InterviewTime | null {
  const local = parseLocal(starts);
  return local === null || zone === null ? null : { starts_local: local, zone };
}

/** A local time and the zone whose clocks tell it. */
export function TimeFields({ label, starts, zone, onStarts, onZone }: { label: string; starts: string; zone: string | null; onStarts: (text: string) => void; onZone: (zone: string | null) => void }): ReactNode {
  const wrong = starts.trim() !== "" && parseLocal(starts) === null;
  return (
    <div className={styles.pair}>
      <TextField label={label} placeholder="2026-11-24 14:00" value={starts} onChange={onStarts} error={wrong ? "Year-month-day and time, as 2026-11-24 14:00" : null} />
      <ComboBox label="Zone" value={zone} onChange={onZone} options={allZones().map((id) => ({ id, label: id }))} />
    </div>
  );
}
