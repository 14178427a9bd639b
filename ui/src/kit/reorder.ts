/** Putting a list into another order. Pure, but for what the pointer does. */
import type { PointerEvent } from "react";

/** The list with one moved to another place; the same list where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const one = list[from];
  if (one === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** The place at which something held at a height stands, among rows with these middles: how many of the others are above it. */
export function placeAt(height: number, middles: readonly number[], held: number): number {
  return middles.filter((middle, i) => i !== held && middle < height).length;
}

/**
 * Begins to drag a row by its handle: while the pointer is held, `onMove` is told from where to where it goes. The rows are
 * the children of the list around the handle. For the keyboard there are buttons.
 */
export function dragRow(event: PointerEvent<HTMLElement>, onMove: (from: number, to: number) => void) {
  const list = event.currentTarget.closest("ol, ul");
  const row = event.currentTarget.closest("li");
  if (!list || !row || event.button !== 0) return;
  event.preventDefault();
  let held = [...list.children].indexOf(row);
  const move = (next: globalThis.PointerEvent) => {
    const middles = [...list.children].map((child) => middleOf(child));
    const to = placeAt(next.clientY, middles, held);
    if (to === held) return;
    onMove(held, to);
    held = to;
  };
  const end = () => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
  };
  // On the window: the handle moves with its row, and an element that is moved in the page loses the pointer.
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}

function middleOf(element: Element): number {
  const box = element.getBoundingClientRect();
  return box.top + box.height / 2;
}
