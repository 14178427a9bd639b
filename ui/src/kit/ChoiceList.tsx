import type { ReactNode } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";

/** A list of which one is chosen, walked with the arrow keys; its look is the screen's. */
export function ChoiceList({ label, items, chosen, onChoose, className, itemClassName }: { label: string; items: { id: string; text: string; content: ReactNode }[]; chosen: string; onChoose: (id: string) => void; className?: string; itemClassName?: string }) {
  return (
    <ListBox aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[chosen]} onSelectionChange={(keys) => keys !== "all" && onChoose(String([...keys][0]))} className={className}>
      {items.map((item) => (
        <ListBoxItem key={item.id} id={item.id} textValue={item.text} className={itemClassName}>
          {item.content}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
