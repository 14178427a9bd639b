import { Label, ProgressBar as AriaProgressBar } from "react-aria-components";
import { classes } from "./classes";
import styles from "./ProgressBar.module.css";

/** How far a work is: a bar and the counts in words. `value` of null: the end is not known. */
export function ProgressBar({ label, detail, value, max }: { label: string; detail?: string; value: number | null; max: number }) {
  return (
    <AriaProgressBar value={value ?? 0} maxValue={max || 1} isIndeterminate={value === null} valueLabel={detail} className={styles.bar}>
      {({ percentage }) => (
        <>
          <div className={styles.words}>
            <Label>{label}</Label>
            <span>{detail}</span>
          </div>
          <div className={styles.track}>
            <div className={classes(styles.fill, value === null && styles.unknown)} style={value === null ? undefined : { width: `${percentage ?? 0}%` }} />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}
