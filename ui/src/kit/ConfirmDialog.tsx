import type { ReactNode } from "react";
import { Button } from "./Button";
import { Dialog } from "./Dialog";

/** Asks before something that cannot be undone. The body says what is lost; the button says what will happen. */
export function ConfirmDialog({ title, isOpen, onClose, confirmLabel, onConfirm, danger, wide, isPending, isDisabled, children }: { title: string; isOpen: boolean; onClose: () => void; confirmLabel: string; onConfirm: () => void; danger?: boolean; wide?: boolean; isPending?: boolean; isDisabled?: boolean; children: ReactNode }) {
  return (
    <Dialog
      title={title}
      wide={wide}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind={danger ? "danger" : "main"} onPress={onConfirm} isPending={isPending} isDisabled={isDisabled}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
