import { useId, useState, type ReactNode } from "react";
import { Button } from "../Button";
import { classes } from "../classes";
import styles from "./Figure.module.css";

/** The table behind a picture: the first cell of a row names it. */
export type FigureTable = { columns: { id: string; title: string; align?: "end" }[]; rows: { id: string; cells: ReactNode[] }[] };

/** A picture with its title and the table behind it, which can be shown in its place. `main` titles it as a part of the page. */
export function Figure({ title, main, note, legend, table, children }: { title: string; main?: boolean; note?: ReactNode; legend?: ReactNode; table: FigureTable; children: ReactNode }): ReactNode {
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
      {asTable ? <PlainTable labelledBy={id} table={table} /> : children}
      {!asTable && legend}
    </figure>
  );
}

/** Figures in rows and columns, with nothing drawn. */
export function PlainTable({ table, labelledBy }: { table: FigureTable; labelledBy: string }): ReactNode {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.id} scope="col" className={classes(column.align === "end" && styles.end)}>{column.title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, index) =>
                index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index} className={classes(table.columns[index]?.align === "end" && styles.end)}>{cell}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
