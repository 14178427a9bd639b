import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components";
import { classes } from "./classes";
import styles from "./Tabs.module.css";

export type TabItem<T extends string> = { id: T; label: string; count?: number; content: ReactNode };

/** Tabs of one place. Only the chosen panel is mounted. `flush` leaves out the page's side margin; `minor` is for tabs inside a tab. */
export function Tabs<T extends string>({ label, items, selected, onSelect, flush, minor }: { label: string; items: TabItem<T>[]; selected: T; onSelect: (id: T) => void; flush?: boolean; minor?: boolean }) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect(String(key) as T)} className={styles.tabs}>
      <TabList aria-label={label} className={classes(styles.list, flush && styles.flush, minor && styles.minor)}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className={styles.tab}>
            {item.label}
            {item.count !== undefined && <> <span className={styles.count}>{item.count}</span></>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={styles.panel}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
