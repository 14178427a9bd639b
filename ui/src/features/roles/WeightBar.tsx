import type { ReactNode } from "react";
import { segments, weightVerdict, type Weighted } from "../../kit/weights";
import styles from "./WeightBar.module.css";

/** The plan's weights as one bar that always shows their sum, and what is missing or too many. */
export function WeightBar({ parts }: { parts: Weighted[] }): ReactNode {
  const bar = segments(parts);
  const verdict = weightVerdict(parts);
  return (
    <div className={styles.frame}>
      <div className={styles.bar} aria-hidden="true">
        {bar.segments.map((segment, i) => (
          <div key={segment.id} className={`${styles.segment} ${styles[`tone${i % 4}`]}`} style={{ left: `${segment.left}%`, width: `${segment.width}%` }} title={`${segment.title} ${segment.weight}%`}>
            <span className={styles.name}>{segment.title}</span>
            <span className={styles.figure}>{segment.weight}</span>
          </div>
        ))}
        {verdict.off < 0 && <div className={styles.missing} style={{ left: `${verdict.sum}%`, width: `${-verdict.off}%` }} />}
        {verdict.off > 0 && <div className={styles.full} style={{ left: `${bar.full}%` }} />}
      </div>
      <p role="status" className={verdict.ok ? styles.ok : styles.off}>
        {verdict.ok ? "✓ " : "! "}
        {verdict.text}
      </p>
    </div>
  );
}
