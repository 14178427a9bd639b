import { type FormEvent, type ReactNode, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { classes } from "./classes";
import styles from "./Dialog.module.css";
import { IconButton } from "./IconButton";
import { icons } from "./icons";

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  wide?: boolean;
  /** It holds text from before it was opened. What is typed in it is noticed by itself. */
  holdsText?: boolean;
  /** Its actions, the main one last. */
  footer?: ReactNode;
  children: ReactNode;
};

/** A window over the page: keeps the focus, closes by Escape, and by a press beside it unless it holds text that would be lost. */
export function Dialog({ title, isOpen, onClose, wide, holdsText, footer, children }: DialogProps) {
  const [typed, setTyped] = useState(false);
  if (typed && !isOpen) setTyped(false);
  const onInput = (event: FormEvent) => setTyped(typed || isWriting(event.target));
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable={!typed && !holdsText} className={styles.overlay}>
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <AriaDialog className={styles.dialog}>
          <div className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            <IconButton label="Close" small onPress={onClose}>
              {icons.close}
            </IconButton>
          </div>
          <div className={styles.body} onInput={onInput}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Whether words are written in a field; boxes that are ticked and what is searched for are no text to lose. */
function isWriting(field: EventTarget): boolean {
  if (field instanceof HTMLTextAreaElement) return true;
  return field instanceof HTMLInputElement && !["checkbox", "radio", "range", "search"].includes(field.type);
}
