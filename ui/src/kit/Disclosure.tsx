import type { ReactNode } from "react";
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from "react-aria-components";
import { icons } from "./icons";
import styles from "./Disclosure.module.css";

/** Something of second order under its own words: closed until asked for. */
export function Disclosure({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <AriaDisclosure className={styles.disclosure}>
      <Button slot="trigger" className={styles.trigger}>
        <span className={styles.mark}>{icons.right}</span>
        {title}
      </Button>
      <DisclosurePanel className={styles.panel}>{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
