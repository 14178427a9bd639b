import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./EmptyState.module.css";

/** Says what belongs here and offers the one action that brings it. */
export function EmptyState({ title, children, action, inset }: { title: string; children?: ReactNode; action?: ReactNode; inset?: boolean }) {
  return (
    <div className={classes(styles.state, inset && styles.inset)}>
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  );
}
