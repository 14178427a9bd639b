import { useId, type ReactNode } from "react";
import styles from "./Section.module.css";

/** A titled part of a page. `id` is that of its title, for what is named by it. */
export function Section({ title, note, actions, id: given, children }: { title: string; note?: ReactNode; actions?: ReactNode; id?: string; children: ReactNode }) {
  const own = useId();
  const id = given ?? own;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {actions}
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {children}
    </section>
  );
}
