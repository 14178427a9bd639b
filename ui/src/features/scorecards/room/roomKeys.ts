/** Keys of interview mode that work wherever the focus is, in a note as well. Pure: the screen carries out the answer. */
import type { Key } from "../keys";

/** What the screen is to do. */
export type RoomAct = "next-section" | "release-clue" | "next-pane" | "previous-pane" | "pause" | "full-screen" | "leave-full-screen" | "scorecard";

/** The keys as they stand at the foot of the screen. */
export const ROOM_KEYS: { key: string; does: string }[] = [
  { key: "F2", does: "next section" },
  { key: "F4", does: "release a clue" },
  { key: "F6", does: "next part" },
  { key: "F8", does: "pause" },
  { key: "F11", does: "full screen" },
];

/** The meaning of a key; null where interview mode does not want it. */
export function roomKey(pressed: Key & { shift?: boolean }): RoomAct | null {
  if (pressed.alt) return null;
  if (pressed.ctrl || pressed.meta) return pressed.key === "Enter" ? "scorecard" : null;
  switch (pressed.key) {
    case "F2":
      return "next-section";
    case "F4":
      return "release-clue";
    case "F6":
      return pressed.shift ? "previous-pane" : "next-pane";
    case "F8":
      return "pause";
    case "F11":
      return "full-screen";
    case "Escape":
      return "leave-full-screen";
    default:
      return null;
  }
}

/** The pane that comes after one, going round; the first where the focus is in none. */
export function paneAfter(panes: readonly string[], current: string | null, by: 1 | -1): string {
  const at = current === null ? -1 : panes.indexOf(current);
  if (at === -1) return panes[0] ?? "";
  return panes[(at + by + panes.length) % panes.length] ?? "";
}
