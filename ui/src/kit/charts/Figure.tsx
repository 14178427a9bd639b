import { useId, useState, type ReactNode } from "react";
import { Button } from "../Button";
import { classes } from "../classes";
import styles from "./Figure.module.css";
import { PlainTable, type FigureTable } from "./PlainTable";

/** A picture with its title and the table behind it, which can be shown in its place, under what stands `over` it. `main` titles it as a part of the page. */
export function Figure({ title, main, note, legend, table, over, children }: { title: string; main?: boolean; note?: ReactNode; legend?: ReactNode; table: FigureTable; over?: ReactNode; children: ReactNode }): ReactNode {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const Title = main ? "h2" : "h3";
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <div className={styles.head}>
        <Title id={id} className={classes(styles.title, main && styles.main)}>{title}</Title>
        <Button small onPress={() => setAsTable(!asTable)}>{asTable ? "As a picture" : "As a table"}</Button>
      </div>
      {note && <p className={styles.note}>{note}</p>}
      {asTable && over}
      {asTable ? <PlainTable labelledBy={id} table={table} /> : children}
      {!asTable && legend}
    </figure>
  );
}
