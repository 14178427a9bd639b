import type { ReactNode } from "react";
import { classes } from "../classes";
import styles from "./PlainTable.module.css";

/** A column: its figures stand at its end, its sentences have room; columns beside each other of one `group` stand under a common heading. */
export type FigureColumn = { id: string; title: string; align?: "end"; words?: true; group?: string };
/** The table behind a picture: the first cell of a row names it. Where columns have groups the first one stays in sight. */
export type FigureTable = { columns: FigureColumn[]; rows: { id: string; cells: ReactNode[] }[] };

/** Figures in rows and columns, with nothing drawn. */
export function PlainTable({ table, labelledBy }: { table: FigureTable; labelledBy: string }): ReactNode {
  const grouped = table.columns.some((column) => column.group !== undefined);
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby={labelledBy}>
      <table className={classes(styles.table, grouped && styles.wide)} aria-labelledby={labelledBy}>
        <thead>
          {grouped && <tr>{groupsOf(table.columns).map((group) => <GroupHead key={group.first.id} group={group} />)}</tr>}
          <tr>
            {table.columns.filter((column) => !grouped || column.group !== undefined).map((column) => <Head key={column.id} column={column} />)}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, index) => (index === 0 ? <th key={index} scope="row">{cell}</th> : <td key={index} className={look(table.columns[index])}>{grouped ? <div>{cell}</div> : cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ column, rows }: { column: FigureColumn; rows?: number }): ReactNode {
  return <th scope="col" rowSpan={rows} className={look(column)}>{column.title}</th>;
}

/** A common heading; a column without one reaches over both lines. */
function GroupHead({ group: { first, width } }: { group: Group }): ReactNode {
  if (first.group === undefined) return <Head column={first} rows={2} />;
  return <th scope="colgroup" colSpan={width} className={styles.group}>{first.group}</th>;
}

type Group = { first: FigureColumn; width: number };

function groupsOf(columns: FigureColumn[]): Group[] {
  return columns.reduce<Group[]>((groups, column) => {
    const last = groups.at(-1);
    if (last && column.group !== undefined && last.first.group === column.group) last.width += 1;
    else groups.push({ first: column, width: 1 });
    return groups;
  }, []);
}

function look(column: FigureColumn | undefined): string {
  return classes(column?.align === "end" && styles.end, column?.words && styles.words);
}
