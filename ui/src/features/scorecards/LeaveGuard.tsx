import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ConfirmDialog } from "../../kit";

/** Asks before leaving a screen on which something typed is not stored anywhere. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }): ReactNode {
  const blocker = useBlocker({ shouldBlockFn: () => unsaved, withResolver: true, enableBeforeUnload: () => unsaved });
  return (
    <ConfirmDialog
      title="Leave without submitting?"
      isOpen={blocker.status === "blocked"}
      onClose={() => blocker.reset?.()}
      danger
      confirmLabel="Leave and lose what was typed"
      onConfirm={() => blocker.proceed?.()}
    >
      <p>What you have typed here is not stored: it will be lost when you leave.</p>
    </ConfirmDialog>
  );
}
