import type { Person, WorkspaceInfo } from "../generated/bindings";
import { Dialog } from "../kit";
import { PersonChoice } from "./PersonChoice";

/** Hands the keyboard to somebody else. */
export function SwitchViewer({ workspace, viewer, onClose }: { workspace: WorkspaceInfo; viewer: Person; onClose: () => void }) {
  const others = workspace.people.filter((person) => !person.archived && person.id !== viewer.id);
  return (
    <Dialog title="Who is at the keyboard?" isOpen onClose={onClose}>
      <PersonChoice people={others} onDone={onClose} />
    </Dialog>
  );
}
