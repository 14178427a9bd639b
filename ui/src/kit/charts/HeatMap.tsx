import type { ReactNode } from "react";
import { classes } from "../classes";
import { levelClass } from "../Level";
import styles from "./HeatMap.module.css";

/** One cell: its figure, and its shade from 1 (light) to 5 (dark); without a shade it is hatched, and its words say why. */
export type HeatCell = { text: string; shade: number | null; title?: string };
/** One row: a cell for each column; null where a row meets itself. */
export type HeatRow = { id: string; name: string; cells: (HeatCell | null)[] };

/** A table whose cells are shaded by what they hold, the figure in each: one hue, light to dark. */
export function HeatMap({ label, corner, columns, rows }: { label: string; corner: string; columns: { id: string; name: string }[]; rows: HeatRow[] }): ReactNode {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={styles.map}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map((column) => <th key={column.id} scope="col">{column.name}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, index) => <Cell key={columns[index]?.id ?? index} cell={cell} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: HeatCell | null }): ReactNode {
  if (cell === null) return <td className={styles.self}><span className="visually-hidden">the same</span></td>;
  return <td className={classes(cell.shade === null ? styles.unknown : levelClass(cell.shade))} title={cell.title}>{cell.text}</td>;
}
