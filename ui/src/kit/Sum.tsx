import type { ReactNode } from "react";
import styles from "./Sum.module.css";

/** The one number that matters in an explanation. */
export function BigFigure({ children }: { children: ReactNode }) {
  return <p className={styles.big}>{children}</p>;
}

/** The parts of which a number is made, a line each: the first cell names it, the others are figures. `heads` as many. */
export function SumTable({ heads, children }: { heads: string[]; children: ReactNode }) {
  return (
    <table className={styles.sum}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
