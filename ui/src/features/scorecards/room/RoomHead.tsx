import type { ReactNode } from "react";
import type { Interview, LogEntry, ScorecardInput } from "../../../generated/bindings";
import { Button } from "../../../kit";
import type { Autosave } from "../autosave";
import { boxText, clockText } from "../clock";
import { SaveLine } from "../SaveLine";
import styles from "./Room.module.css";
import { useNow } from "./useNow";

/** Who, what, how long so far, and that everything is saved. */
export function RoomHead({ interview, log, auto, full, onFull, onLeave }: {
  interview: Interview;
  log: LogEntry[];
  auto: Autosave<ScorecardInput> | null;
  full: boolean;
  onFull: () => void;
  onLeave: () => void;
}): ReactNode {
  const now = useNow();
  const first = log[0];
  const box = first && boxText(Math.max(0, now - Date.parse(first.at)) / 1000, interview.minutes);
  return (
    <header className={styles.head}>
      <h1>{interview.candidate_name} <span>{interview.assessment_title}</span></h1>
      <p className={styles.whole}>
        <strong>{clockText(new Date(now).toISOString())}</strong>
        <span>{box ? <>{box.run}{box.over && <em> · {box.over}</em>}</> : `${interview.minutes} min, not begun`}</span>
      </p>
      <div className={styles.saved}>{auto && <SaveLine auto={auto} />}</div>
      <Button onPress={onFull}>{full ? "Leave full screen" : "Full screen"}</Button>
      <Button onPress={onLeave}>To the scorecard</Button>
    </header>
  );
}
