import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ConfirmDialog } from "../../kit";

/**
 * Saves what is typed before a screen is left, and asks where that is not possible: `save` gives whether everything is safe.
 * `unsaved`: what is known to be lost when the window itself is closed.
 */
export function LeaveGuard({ save, unsaved = false }: { save: () => Promise<boolean>; unsaved?: boolean }): ReactNode {
  const blocker = useBlocker({ shouldBlockFn: async () => !(await save()), withResolver: true, enableBeforeUnload: () => unsaved });
  return (
    <ConfirmDialog
      title="Leave without saving?"
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
