import type { KeyboardEvent, ReactNode } from "react";
import { FocusScope } from "./focus";
import { IconButton } from "./IconButton";
import { icons } from "./icons";
import styles from "./Inspector.module.css";

/** The panel at the right where what is selected explains itself. Takes the focus, gives it back, closes by Escape. */
export function Inspector({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const closeByEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <FocusScope restoreFocus autoFocus>
      <aside className={styles.inspector} aria-label={`Inspector: ${title}`} onKeyDown={closeByEscape}>
        <div className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          <IconButton label="Close (Esc)" small onPress={onClose}>
            {icons.close}
          </IconButton>
        </div>
        <div className={styles.body} tabIndex={0} role="group" aria-label={title}>
          {children}
        </div>
      </aside>
    </FocusScope>
  );
}
