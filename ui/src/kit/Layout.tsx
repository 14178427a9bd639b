import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./layout.module.css";

/** Things side by side, 8 apart; `end` lines up the feet of fields and buttons. */
export function Row({ children, end }: { children: ReactNode; end?: boolean }) {
  return <div className={classes(styles.row, end && styles.end)}>{children}</div>;
}

/** Things under each other: 16 apart, or 8 where `tight`. `form` keeps fields readable in width. */
export function Stack({ children, tight, form }: { children: ReactNode; tight?: boolean; form?: boolean }) {
  return <div className={classes(styles.stack, tight && styles.tight, form && styles.form)}>{children}</div>;
}

/** Fields beside each other as far as the width allows. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}

/** A part of a page that scrolls by itself, in the height that is left. */
export function Scroll({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={classes(styles.scroll, className)}>{children}</div>;
}

/** A quiet remark. */
export function Note({ children, small }: { children: ReactNode; small?: boolean }) {
  return <p className={classes(styles.note, small && styles.small)}>{children}</p>;
}

/** A path or address. */
export function PathText({ children }: { children: ReactNode }) {
  return <span className={styles.path}>{children}</span>;
}

/** Plain foreign text with its line breaks, at reading width. */
export function PlainText({ children }: { children: ReactNode }) {
  return <div className={styles.pre}>{children}</div>;
}
