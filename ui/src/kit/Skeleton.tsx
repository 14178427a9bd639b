import styles from "./Skeleton.module.css";

const WIDTHS = ["62%", "84%", "48%", "76%", "55%", "90%"];

/** Stands where rows will be, from 150 ms on. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  return (
    <div className={styles.skeleton} role="status" data-reading-now>
      <span className="visually-hidden">Reading…</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.line} style={{ width: WIDTHS[index % WIDTHS.length] }} />
      ))}
    </div>
  );
}
