// @vitest-environment jsdom
import type { PointerEvent as ReactPointerEvent } from "react";
import { expect, it, vi } from "vitest";
import { dragRow, moved, placeAt } from "./reorder";

it("moves one and keeps the others in order", () => {
  const list = ["a", "b", "c", "d"];
  expect([moved(list, 0, 2), moved(list, 3, 0), moved(list, 1, 1), moved(list, 0, 9), moved(list, 9, 0)].map((l) => l.join(""))).toEqual(["bcad", "dabc", "abcd", "abcd", "abcd"]);
});
it("stands where the pointer is among the others", () => {
  const middles = [10, 30, 50];
  expect([5, 31, 29, 60].map((height) => placeAt(height, middles, 0))).toEqual([0, 1, 0, 2]);
});
it("tells each move while the handle is held, and nothing after it is let go", () => {
  document.body.innerHTML = "<ol><li><i id='h'></i></li><li></li><li></li></ol>";
  const handle = document.getElementById("h")!;
  [...document.querySelectorAll("li")].forEach((row, i) => (row.getBoundingClientRect = () => ({ top: i * 20, height: 20 }) as DOMRect));
  const onMove = vi.fn();
  dragRow({ currentTarget: handle, button: 0, preventDefault: () => undefined } as unknown as ReactPointerEvent<HTMLElement>, onMove);
  const at = (clientY: number) => window.dispatchEvent(new MouseEvent("pointermove", { clientY }));
  at(12);
  at(35);
  window.dispatchEvent(new MouseEvent("pointerup"));
  at(5);
  expect(onMove.mock.calls).toEqual([[0, 1]]);
});
