import { useEffect, useEffectEvent, type ReactNode } from "react";
import { FocusScope } from "./focus";
import { IconButton } from "./IconButton";
import { icons } from "./icons";
import styles from "./Inspector.module.css";

/** The panel at the right where what is selected explains itself. Takes the focus, gives it back, closes by Escape. */
export function Inspector({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  useEscape(onClose);
  return (
    <FocusScope restoreFocus>
      <aside className={styles.inspector} aria-label={`Inspector: ${title}`}>
        <div className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          <IconButton label="Close (Esc)" small onPress={onClose}>
            {icons.close}
          </IconButton>
        </div>
        <div ref={takeFocus} className={styles.body} tabIndex={0} role="group" aria-label={title}>
          {children}
        </div>
      </aside>
    </FocusScope>
  );
}

/** The explanation itself is read first, not the button that closes it. */
function takeFocus(body: HTMLElement | null) {
  body?.focus({ preventScroll: true });
}

/** Escape closes, wherever the focus is, but not while a dialog or a list stands over the page and takes it first. */
function useEscape(onClose: () => void) {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("[role=dialog], [role=menu]")) return;
      close();
    };
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
