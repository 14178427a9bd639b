import type { ReactNode } from "react";
import { levelOf } from "./figures";
import styles from "./Level.module.css";

/** The class that fills a cell in the colour of a level (1 to 5): one hue, light to dark. Always with the figure in it. */
export function levelClass(level: number): string {
  return styles[`level${levelOf(level)}`] ?? "";
}

/** A level as a small filled figure; 0 and null in words, never as a number. */
export function Level({ level }: { level: number | null }): ReactNode {
  if (level === null) return <span className={styles.unknown}>not filled in</span>;
  if (level === 0) return <span className={styles.unknown}>not assessed</span>;
  return <span className={`${styles.chip} ${levelClass(level)}`}>{level}</span>;
}
