import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./Page.module.css";
import { usePlace, type Crumb } from "./place";

export type PageProps = {
  title: string;
  /** The places above this one, from the outside in. */
  crumbs?: Crumb[];
  /** A line under the title. */
  lead?: ReactNode;
  /** The screen's one main action, and what stands beside it. */
  actions?: ReactNode;
  /** An `Inspector`, while something is selected. */
  inspector?: ReactNode;
  /** Set where the title names a person who should not stand in the window's title. */
  windowTitle?: string;
  children: ReactNode;
};

/** A screen: names its place to the frame and the window, then title, action, content, inspector. */
export function Page({ title, crumbs = [], lead, actions, inspector, windowTitle, children }: PageProps) {
  usePlace(title, crumbs, windowTitle);
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <header className={styles.head}>
          <div className={styles.words}>
            <h1 className={styles.title}>{title}</h1>
            {lead && <div className={styles.lead}>{lead}</div>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
        <div className={styles.content}>{children}</div>
      </div>
      {inspector}
    </div>
  );
}

/**
 * The usual inside of a page or a tab: margins, and space between its sections. One that is only read, with nothing in it to
 * press, has a `label`: it takes the focus itself, so that keys scroll it.
 */
export function PageBody({ children, className, label }: { children: ReactNode; className?: string; label?: string }) {
  const read = label === undefined ? {} : { role: "region", tabIndex: 0, "aria-label": label };
  return <div className={classes(styles.body, className)} {...read}>{children}</div>;
}
