import type { MouseEvent, ReactNode } from "react";
import type { RatingInput } from "../../generated/bindings";
import { classes } from "../../kit";
import type { DraftAct } from "./draft";
import { asksWhatWouldRaise, isBelow, withWhatWouldRaise } from "./raise";
import styles from "./WhatWouldRaise.module.css";

/** Where the level is below what the role expects, the note is asked for what would have raised it. Stands in the section of its note. */
export function WhatWouldRaise({ rating, expected, large, onAct }: { rating: RatingInput; expected: number; large?: boolean; onAct: (act: DraftAct) => void }): ReactNode {
  if (!isBelow(rating.level, expected)) return null;
  const answer = (event: MouseEvent<HTMLElement>) => {
    const note = event.currentTarget.closest("section")?.querySelector("textarea");
    onAct({ act: "note", criterion: rating.criterion, note: withWhatWouldRaise(rating.note) });
    note?.focus();
    queueMicrotask(() => note?.setSelectionRange(note.value.length, note.value.length));
  };
  return (
    <p className={classes(styles.raise, large && styles.large)}>
      Below what is expected here, level {expected}. {asksWhatWouldRaise(rating.note) && (
        <>
          What would have raised it? <button type="button" className={styles.answer} onClick={answer}>Answer in the note</button>
        </>
      )}
    </p>
  );
}
