import { useSyncExternalStore } from "react";
import { Button } from "./Button";
import { classes } from "./classes";
import { IconButton } from "./IconButton";
import { icons } from "./icons";
import styles from "./Toast.module.css";

export type Toast = { id: number; message: string; hint?: string; tone: "plain" | "bad"; action?: { label: string; onPress: () => void } };

const SHOWN_FOR_MS = 8_000;
let toasts: Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says what was done, with its undo where there is one; goes by itself. An error stays until it is closed. */
export function showToast(toast: Omit<Toast, "id">) {
  const id = ++last;
  set([...toasts.slice(-2), { ...toast, id }]);
  if (toast.tone === "plain") setTimeout(() => closeToast(id), SHOWN_FOR_MS);
}

function closeToast(id: number) {
  set(toasts.filter((toast) => toast.id !== id));
}

/** Where the toasts stand; once, in the frame. */
export function ToastRegion() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={classes(styles.toast, toast.tone === "bad" && styles.bad)}>
          <div className={styles.words}>
            <div>{toast.message}</div>
            {toast.hint && <div className={styles.hint}>{toast.hint}</div>}
          </div>
          {toast.action && (
            <Button small kind="quiet" onPress={() => runAction(toast)}>
              {toast.action.label}
            </Button>
          )}
          <IconButton label="Close" small onPress={() => closeToast(toast.id)}>
            {icons.close}
          </IconButton>
        </div>
      ))}
    </div>
  );
}

function runAction(toast: Toast) {
  closeToast(toast.id);
  toast.action?.onPress();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
