/**
 * What a key means while the grid of criteria has the focus. Pure: the screen only carries out the answer.
 * Keys that a text field sends never come here: the grid listens on its own cells only.
 */

/** Where the focus stands: the criterion's row, and the column (0 is "not assessed", then the levels). */
export type Focus = { row: number; column: number };
/** The size of the grid. */
export type Grid = { rows: number; levels: number };
/** The part of a keyboard event that matters. */
export type Key = { key: string; ctrl?: boolean; meta?: boolean; alt?: boolean };

/** What the screen is to do. */
export type GridAct =
  | { act: "move"; to: Focus }
  | { act: "choose"; row: number; level: number }
  | { act: "note"; row: number }
  | { act: "cite"; row: number }
  | { act: "submit" };

/** The meaning of a key at a place in the grid; null where the grid does not want it. */
export function gridKey(pressed: Key, at: Focus, grid: Grid): GridAct | null {
  if (pressed.alt) return null;
  if (pressed.ctrl || pressed.meta) return pressed.key === "Enter" ? { act: "submit" } : null;
  const level = levelOf(pressed.key, grid.levels);
  if (level !== null) return { act: "choose", row: at.row, level };
  const to = moved(pressed.key, at, grid);
  if (to) return { act: "move", to };
  switch (pressed.key) {
    case " ":
    case "Enter":
      return { act: "choose", row: at.row, level: at.column };
    case "n":
    case "N":
      return { act: "note", row: at.row };
    case "e":
    case "E":
      return { act: "cite", row: at.row };
    default:
      return null;
  }
}

/** A digit from 0 to the number of levels; anything else is no level. */
function levelOf(key: string, levels: number): number | null {
  if (!/^[0-9]$/.test(key)) return null;
  const level = Number(key);
  return level <= levels ? level : null;
}

/** Where an arrow, Home or End leads; the focus stops at the edges. */
function moved(key: string, at: Focus, grid: Grid): Focus | null {
  const row = (r: number) => ({ row: Math.max(0, Math.min(grid.rows - 1, r)), column: at.column });
  const column = (c: number) => ({ row: at.row, column: Math.max(0, Math.min(grid.levels, c)) });
  switch (key) {
    case "ArrowUp":
      return row(at.row - 1);
    case "ArrowDown":
      return row(at.row + 1);
    case "ArrowLeft":
      return column(at.column - 1);
    case "ArrowRight":
      return column(at.column + 1);
    case "Home":
      return column(1);
    case "End":
      return column(grid.levels);
    default:
      return null;
  }
}

/** What a key means inside a note: only Escape (back to the grid) and Ctrl+Enter (submit); all else is text. */
export function noteKey(pressed: Key): "grid" | "submit" | null {
  if (pressed.key === "Escape") return "grid";
  if ((pressed.ctrl || pressed.meta) && pressed.key === "Enter") return "submit";
  return null;
}
