import { useState } from "react";
import { classes } from "../../kit";
import { Button as PlainButton } from "../../kit/PlainButton";
import styles from "./DiffHunk.module.css";
import { parseHunk, tailOf, type HunkLine } from "./hunk";

const SIGNS: Record<HunkLine["kind"], string> = { added: "+", removed: "−", same: " ", note: "" };

/** The piece of a difference that a comment stands at: its last lines, the others on demand. */
export function DiffHunk({ hunk, place }: { hunk: string; place: string }) {
  const [whole, setWhole] = useState(false);
  const lines = parseHunk(hunk);
  const tail = whole ? { hidden: 0, lines } : tailOf(lines);
  return (
    <figure className={styles.hunk} aria-label={`Difference at ${place}`}>
      <figcaption className={styles.place}>{place}</figcaption>
      {tail.hidden > 0 && (
        <PlainButton className={styles.more} onPress={() => setWhole(true)}>
          Show {tail.hidden} lines before
        </PlainButton>
      )}
      <div className={styles.lines} tabIndex={0} role="group" aria-label="Lines">
        {tail.lines.map((line, index) => (
          <div key={index} className={classes(styles.line, styles[line.kind])}>
            <span className={styles.number}>{line.before}</span>
            <span className={styles.number}>{line.after}</span>
            <span className={styles.sign}>{SIGNS[line.kind]}</span>
            <span className={styles.text}>{line.text}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}
