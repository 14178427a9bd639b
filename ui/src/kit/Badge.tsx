import type { ReactNode } from "react";
import styles from "./Badge.module.css";
import { classes } from "./classes";

export type Tone = "plain" | "good" | "warn" | "bad" | "accent";

/** A short word about a thing. The word says it; the colour only repeats it. */
export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes(styles.badge, tone !== "plain" && styles[tone])}>{children}</span>;
}
