import type { ReactNode } from "react";
import { classes } from "../classes";
import styles from "./PartBars.module.css";

/** A part of a bar. Looks are told apart by fill and pattern: whole, light, hatched, dotted. */
export type BarLook = "whole" | "light" | "hatched" | "dotted";
/** How much of a bar is what. */
export type BarPart = { look: BarLook; count: number; words: string };
/** One bar, with all of it in a sentence for who does not see it. */
export type PartRow = { id: string; name: string; parts: BarPart[]; figure: string; sentence: string };

/** Bars on one common scale, each of parts that add up to it; the counts stand in the parts and beside them. */
export function PartBars({ label, rows }: { label: string; rows: PartRow[] }): ReactNode {
  const most = Math.max(1, ...rows.map((row) => row.parts.reduce((sum, part) => sum + part.count, 0)));
  return (
    <ul aria-label={label} className={styles.rows}>
      {rows.map((row) => (
        <li key={row.id} className={styles.row}>
          <span className={styles.name}>{row.name}</span>
          <span className="visually-hidden">: {row.sentence}</span>
          <span className={styles.bar} aria-hidden="true">
            {row.parts.filter((part) => part.count > 0).map((part) => (
              <span key={part.look} className={classes(styles.part, styles[part.look])} style={{ width: `${(100 * part.count) / most}%` }} title={`${part.words}: ${part.count}`}>
                <span className={styles.count}>{part.count}</span>
              </span>
            ))}
          </span>
          <span className={styles.figure} aria-hidden="true">{row.figure}</span>
        </li>
      ))}
    </ul>
  );
}

/** Which look stands for what. */
export function PartLegend({ items }: { items: { look: BarLook; words: string }[] }): ReactNode {
  return (
    <ul className={styles.legend}>
      {items.map((item) => (
        <li key={item.look}><span className={classes(styles.swatch, styles[item.look])} aria-hidden="true" />{item.words}</li>
      ))}
    </ul>
  );
}
