import { type FormEvent, type ReactNode, useState } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./Button";
import { classes } from "./classes";
import styles from "./Dialog.module.css";
import { IconButton } from "./IconButton";
import { icons } from "./icons";

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  wide?: boolean;
  /** Its text outlives it: what is typed is found again when it is opened anew. */
  holdsText?: boolean;
  /** Its actions, the main one last. */
  footer?: ReactNode;
  children: ReactNode;
};

/**
 * A window over the page: keeps the focus, closes by Escape, and by a press beside it unless something is typed in it. Where closing
 * would lose what was typed, Escape and the cross ask first.
 */
export function Dialog({ title, isOpen, onClose, wide, holdsText, footer, children }: DialogProps) {
  const [typed, setTyped] = useState(false);
  const [asking, setAsking] = useState(false);
  if (typed && !isOpen) setTyped(false);
  if (asking && !isOpen) setAsking(false);
  // Escape while it asks is another way to go on writing.
  const leave = () => (asking ? setAsking(false) : typed && !holdsText ? setAsking(true) : onClose());
  const onInput = (event: FormEvent) => setTyped(typed || isWriting(event.target));
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && leave()} isDismissable={!typed && !holdsText} className={styles.overlay}>
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <AriaDialog className={styles.dialog}>
          <div className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            <IconButton label="Close" small onPress={leave}>
              {icons.close}
            </IconButton>
          </div>
          <div className={styles.body} onInput={onInput}>{children}</div>
          {asking ? <Asking onStay={() => setAsking(false)} onClose={onClose} /> : footer && <div className={styles.footer}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Stands in the place of the actions until it is answered. */
function Asking({ onStay, onClose }: { onStay: () => void; onClose: () => void }) {
  return (
    <div className={styles.footer} role="alert">
      <span className={styles.question}>What you typed here is not stored.</span>
      <Button onPress={onClose}>Throw away</Button>
      <Button kind="main" autoFocus onPress={onStay}>Go on writing</Button>
    </div>
  );
}

/** Whether words are written in a field; boxes that are ticked and what is searched for are no text to lose. */
function isWriting(field: EventTarget): boolean {
  if (field instanceof HTMLTextAreaElement) return true;
  return field instanceof HTMLInputElement && !["checkbox", "radio", "range", "search"].includes(field.type);
}
