import type { ReactNode } from "react";
import type { PlanVersion } from "../../generated/bindings";
import styles from "./WeightChanges.module.css";

/** That weights were changed after scorecards were in: by whom, when, and why; nothing where none were. */
export function WeightChanges({ versions }: { versions: readonly PlanVersion[] }): ReactNode {
  const changes = versions.filter((one) => one.weights !== "");
  if (changes.length === 0) return null;
  return (
    <ul aria-label="Weights changed after scorecards were in" className={styles.changes}>
      {changes.map((one) => (
        <li key={one.id}>{one.weights}</li>
      ))}
    </ul>
  );
}
