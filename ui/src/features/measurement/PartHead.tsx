import type { ReactNode } from "react";
import type { LeftOut } from "../../generated/bindings";
import { Note } from "../../kit";
import styles from "./Measurement.module.css";

/** What every part begins with: its verdict in a sentence, what is closed to the viewer, and what stands beside them. */
export function PartHead({ sentence, leftOut, aside, children }: { sentence: string; leftOut: LeftOut; aside?: ReactNode; children?: ReactNode }): ReactNode {
  return (
    <div className={styles.head}>
      <div className={styles.bar}>
        <p className={styles.verdict}>{sentence}</p>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {leftOut.sentence && <Note>{leftOut.sentence}</Note>}
      {children}
    </div>
  );
}
