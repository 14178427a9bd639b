import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import styles from "./Checkbox.module.css";
import { icons } from "./icons";

/** A choice that is on or off. `hideLabel` keeps its words for those who hear them, where what stands beside it says the same. */
export function Checkbox({ children, hideLabel, ...rest }: { isSelected: boolean; onChange: (selected: boolean) => void; isDisabled?: boolean; hideLabel?: boolean; children: ReactNode }) {
  return (
    <AriaCheckbox {...rest} className={styles.row}>
      <span className={styles.box}>{icons.check}</span>
      <span className={hideLabel ? "visually-hidden" : undefined}>{children}</span>
    </AriaCheckbox>
  );
}
