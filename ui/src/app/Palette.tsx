import { useState } from "react";
import type { WorkspaceInfo } from "../generated/bindings";
import { Button, icons, KeyHint } from "../kit";
import { PaletteDialog } from "./PaletteDialog";
import { useShortcut } from "./shortcuts";

/** The search button of the frame, and Ctrl K. */
export function Palette({ workspace }: { workspace: WorkspaceInfo }) {
  const [open, setOpen] = useState(false);
  useShortcut("k", () => setOpen(true));
  return (
    <>
      <Button onPress={() => setOpen(true)} aria-keyshortcuts="Control+K">
        {icons.search} Search <KeyHint keys="Ctrl K" />
      </Button>
      {open && <PaletteDialog workspace={workspace} onClose={() => setOpen(false)} />}
    </>
  );
}
