import type { ReactNode } from "react";
import type { Criterion, Missing } from "../../generated/bindings";
import { count } from "../../app/words";
import styles from "./MissingList.module.css";

/** What a scorecard still lacks before it can be submitted, each a way to its place. */
export function MissingList({ missing, criteria, onGo }: { missing: Missing[]; criteria: Criterion[]; onGo: (row: number) => void }): ReactNode {
  return (
    <div className={styles.missing} role="alert">
      <p className={styles.head}>{count(missing.length, "thing")} to fill in before you submit</p>
      <ul>
        {missing.map((item) => {
          const row = criteria.findIndex((criterion) => criterion.id === item.criterion);
          return (
            <li key={`${item.criterion}-${item.what}`}>
              {row === -1 ? item.what : (
                <button type="button" className={styles.go} onClick={() => onGo(row)}>
                  {criteria[row]?.title}: {item.what}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
