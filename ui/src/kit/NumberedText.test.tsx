// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { linesText, NumberedText, selectedLines, wholeWhere, type Lines } from "./NumberedText";

vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);

function drawn(chosen: Lines | null = null) {
  const onChoose = vi.fn();
  const box = document.body.appendChild(document.createElement("div"));
  act(() => createRoot(box).render(<NumberedText label="Answer" text={"one two\nthree\nfour"} chosen={chosen} onChoose={onChoose} />));
  const numbers = [...box.querySelectorAll<HTMLElement>("[data-line] > [aria-hidden]")];
  return { box, onChoose, press: (line: number, shiftKey = false) => act(() => void numbers[line - 1]!.dispatchEvent(new MouseEvent("click", { bubbles: true, shiftKey }))) };
}

it("numbers choose a line, with Shift up to there, and again none", () => {
  const fresh = drawn();
  fresh.press(2);
  expect(fresh.onChoose).toHaveBeenLastCalledWith({ from: 2, to: 2, quote: "" });
  const second = drawn({ from: 2, to: 2, quote: "" });
  second.press(3, true);
  expect(second.onChoose).toHaveBeenLastCalledWith({ from: 2, to: 3, quote: "" });
  second.press(2);
  expect(second.onChoose).toHaveBeenLastCalledWith(null);
});
it("a selection is told by its lines", () => {
  const { box } = drawn();
  const texts = [...box.querySelectorAll("[data-line] [dir]")].map((one) => one.firstChild!);
  const selection = { isCollapsed: false, anchorNode: texts[2]!, focusNode: texts[0]!, toString: () => "two\nthree" } as unknown as Selection;
  expect(selectedLines(box, selection)).toEqual({ from: 1, to: 3, quote: "two\nthree" });
  expect(selectedLines(box, { ...selection, anchorNode: document.body } as Selection)).toBeNull();
  expect(selectedLines(box, null)).toBeNull();
});
it("what is selected whole is not quoted apart", () => {
  const all = ["one two", "three"];
  expect(wholeWhere({ from: 1, to: 2, quote: "one  two\nthree" }, all).quote).toBe("");
  expect(wholeWhere({ from: 1, to: 2, quote: "two\nthree" }, all).quote).toBe("two\nthree");
  expect([linesText({ from: 3, to: 3, quote: "" }), linesText({ from: 3, to: 5, quote: "" })]).toEqual(["line 3", "lines 3 to 5"]);
});
