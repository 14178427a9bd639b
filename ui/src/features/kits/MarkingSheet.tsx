import type { ReactNode } from "react";
import type { Marking } from "../../generated/bindings";
import styles from "./Kit.module.css";

/** The marking sheet: what is looked at, and what counts as found, found in part, and not at all. */
export function MarkingSheet({ lines }: { lines: Marking[] }): ReactNode {
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label="Marking sheet">
      <table className={styles.sheet}>
        <caption className="visually-hidden">What is looked at, and what counts</caption>
        <thead>
          <tr>
            <th scope="col">Looked at</th>
            <th scope="col">Whole</th>
            <th scope="col">In part</th>
            <th scope="col">Does not count</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {line.title}
                <span className={styles.place}>{line.place}</span>
                <span className={styles.place}>for {line.criteria.join(", ")}</span>
              </th>
              <td>{line.full}</td>
              <td>{line.partial}</td>
              <td>{line.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
