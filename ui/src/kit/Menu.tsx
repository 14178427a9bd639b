import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { classes } from "./classes";
import field from "./field.module.css";

export type MenuAction = { id: string; label: string; hint?: string; danger?: boolean; disabled?: boolean; onAction: () => void };

/** A menu of actions; `trigger` is the button that opens it. */
export function Menu({ label, trigger, items }: { label: string; trigger: ReactNode; items: MenuAction[] }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={field.popover} offset={4}>
        <AriaMenu aria-label={label} className={field.list}>
          {items.map((item) => (
            <MenuItem key={item.id} id={item.id} textValue={item.label} isDisabled={item.disabled} onAction={item.onAction} className={classes(field.item, item.danger && field.danger)}>
              {item.label}
              {item.hint && <span className={field.hint}>{item.hint}</span>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
