import { useRef, useState, type KeyboardEvent, type RefObject } from "react";
import { cellMove } from "./whatif";

/** Walking through the cells of a table by the arrow keys: one cell at a time can be tabbed to. Cells are buttons that carry `data-cell`, `data-row`, `data-column`. */
export function useCellWalk(rows: number, columns: number): { table: RefObject<HTMLTableElement | null>; at: [number, number]; setAt: (at: [number, number]) => void; onKeyDown: (event: KeyboardEvent) => void } {
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<[number, number]>([0, 0]);
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-cell]") : null;
    if (!cell) return;
    const to = cellMove(event.key, Number(cell.dataset.row), Number(cell.dataset.column), rows, columns);
    if (!to) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`[data-cell][data-row="${to[0]}"][data-column="${to[1]}"]`)?.focus();
  };
  return { table, at, setAt, onKeyDown };
}
