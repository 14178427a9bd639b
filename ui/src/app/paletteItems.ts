import { PLACES } from "./navigation";
import { undoLast } from "./queries";
import { goTo } from "./session";

export type PaletteAction = { id: string; label: string; run: () => void };

/** The places and actions whose words hold every word of the text. */
export function paletteActions(text: string, lock: () => void): PaletteAction[] {
  const all: PaletteAction[] = [
    ...PLACES.map((place) => ({ id: place.to, label: `Go to ${place.label}`, run: () => goTo(place.to) })),
    { id: "new-role", label: "Open a role", run: () => goTo("/roles/new") },
    { id: "new-candidates", label: "Add candidates", run: () => goTo("/candidates/new") },
    { id: "import", label: "Import snapshots", run: () => goTo("/import") },
    { id: "capture", label: "Capture from GitHub", run: () => goTo("/capture") },
    { id: "undo", label: "Undo my last change", run: () => void undoLast() },
    { id: "lock", label: "Lock the workspace", run: lock },
  ];
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((action) => words.every((word) => action.label.toLowerCase().includes(word)));
}
