import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { classes } from "./classes";
import styles from "./Ledger.module.css";

export type LedgerRow = {
  id: string;
  what: string;
  /** absent: not recorded, which is not the same as nought. */
  state?: "known" | "zero" | "absent";
  value: ReactNode;
  /** A line under the value: from which records, as of when. */
  note?: ReactNode;
  /** Opens the explanation of the value. */
  onOpen?: () => void;
};

/** A list of facts: what, value, where it came from. An absent value is said in words, in italics. */
export function Ledger({ rows, absent = "not in this snapshot" }: { rows: LedgerRow[]; absent?: string }) {
  return (
    <dl className={styles.ledger}>
      {rows.map((row) => (
        <div key={row.id} className={styles.row}>
          <dt className={styles.what}>{row.what}</dt>
          <dd className={classes(styles.value, row.state === "absent" && styles.absent)}>
            <LedgerValue row={row} absent={absent} />
            {row.note && <span className={styles.note}>{row.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function LedgerValue({ row, absent }: { row: LedgerRow; absent: string }) {
  const value = row.state === "absent" ? absent : row.value;
  if (!row.onOpen) return value;
  return (
    <Button className={styles.button} onPress={row.onOpen} aria-label={typeof value === "string" ? `${row.what}: ${value}. Explain` : `Explain ${row.what}`}>
      {value}
    </Button>
  );
}
