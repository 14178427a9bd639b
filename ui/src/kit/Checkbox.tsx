import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import styles from "./Checkbox.module.css";
import { icons } from "./icons";

/** A choice that is on or off. */
export function Checkbox({ children, ...rest }: { isSelected: boolean; onChange: (selected: boolean) => void; isDisabled?: boolean; children: ReactNode }) {
  return (
    <AriaCheckbox {...rest} className={styles.row}>
      <span className={styles.box}>{icons.check}</span>
      <span>{children}</span>
    </AriaCheckbox>
  );
}
