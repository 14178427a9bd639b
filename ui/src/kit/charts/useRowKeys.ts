import { useState, type KeyboardEvent } from "react";

/** One stop for Tab over a list of rows: the up and down arrows walk, Home and End go to its ends. Rows carry `data-row`. */
export function useRowKeys(count: number) {
  const [at, setAt] = useState(0);
  const stop = Math.min(at, count - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>("[data-row]") : null;
    const to = row && rowMove(event.key, Number(row.dataset.row), count);
    if (to === null) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus();
  };
  const rowProps = (index: number) => ({ "data-row": index, tabIndex: index === stop ? 0 : -1, onFocus: () => setAt(index) });
  return { onKeyDown, rowProps };
}

/** The row that a key leads to; null where the key is not one of them. */
export function rowMove(key: string, row: number, count: number): number | null {
  switch (key) {
    case "ArrowUp":
      return Math.max(0, row - 1);
    case "ArrowDown":
      return Math.min(count - 1, row + 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
