import { useSyncExternalStore, type ReactNode } from "react";
import type { Autosave, SaveState } from "./autosave";
import { clockText } from "./clock";
import styles from "./SaveLine.module.css";

/** How the draft stands, always in sight: "Saved 14:02", "Saving…", "Not saved: why" with a way to try again. */
export function SaveLine<T>({ auto }: { auto: Autosave<T> }): ReactNode {
  const state = useSyncExternalStore(auto.subscribe, auto.snapshot);
  return (
    <span className={state.state === "failed" ? styles.failed : styles.line}>
      <span role="status">{saveText(state)}</span>
      {state.state === "failed" && (
        <button type="button" className={styles.again} onClick={() => void auto.flush()}>
          Try again
        </button>
      )}
    </span>
  );
}

/** The state of saving as a sentence. */
export function saveText(state: SaveState): string {
  switch (state.state) {
    case "untouched":
      return state.at ? `Saved ${clockText(state.at)}` : "Draft: saved as you type";
    case "changed":
    case "saving":
      return "Saving…";
    case "saved":
      return `Saved ${clockText(state.at)}`;
    case "failed":
      return `Not saved: ${state.why}`;
  }
}
