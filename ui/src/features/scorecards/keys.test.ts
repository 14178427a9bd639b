import { describe, expect, it } from "vitest";
import { gridKey, noteKey } from "./keys";

const grid = { rows: 3, levels: 5 };
const at = { row: 1, column: 3 };
const press = (key: string, from = at) => gridKey({ key }, from, grid);

describe("keys of the grid", () => {
  it("choose a level by its figure, 0 being not assessed", () => {
    expect([0, 1, 5].map((n) => press(String(n)))).toEqual([0, 1, 5].map((level) => ({ act: "choose", row: 1, level })));
    expect(press("6")).toBeNull();
    expect(gridKey({ key: "5" }, at, { rows: 3, levels: 4 })).toBeNull();
  });
  it("move and stop at the edges", () => {
    expect(press("ArrowDown")).toEqual({ act: "move", to: { row: 2, column: 3 } });
    expect(press("ArrowDown", { row: 2, column: 0 })).toEqual({ act: "move", to: { row: 2, column: 0 } });
    expect(press("ArrowLeft", { row: 0, column: 0 })).toEqual({ act: "move", to: { row: 0, column: 0 } });
    expect(press("ArrowRight", { row: 0, column: 5 })).toEqual({ act: "move", to: { row: 0, column: 5 } });
    expect(press("Home")).toEqual({ act: "move", to: { row: 1, column: 1 } });
  });
  it("choose the level under the focus with space or Enter", () => {
    expect(press(" ")).toEqual({ act: "choose", row: 1, level: 3 });
    expect(press("Enter", { row: 0, column: 0 })).toEqual({ act: "choose", row: 0, level: 0 });
  });
  it("lead to the note, to the evidence, to submitting", () => {
    expect(press("n")).toEqual({ act: "note", row: 1 });
    expect(press("E")).toEqual({ act: "cite", row: 1 });
    expect(gridKey({ key: "Enter", ctrl: true }, at, grid)).toEqual({ act: "submit" });
    expect(gridKey({ key: "Enter", meta: true }, at, grid)).toEqual({ act: "submit" });
  });
  it("leave the window's own shortcuts alone", () => {
    expect(gridKey({ key: "k", ctrl: true }, at, grid)).toBeNull();
    expect(gridKey({ key: "1", ctrl: true }, at, grid)).toBeNull();
    expect(gridKey({ key: "ArrowLeft", alt: true }, at, grid)).toBeNull();
    expect(press("Tab")).toBeNull();
  });
});

describe("keys inside a note", () => {
  it("are text, but for the two ways out", () => {
    for (const key of ["1", "0", "n", "e", "ArrowUp", "Enter", " "]) expect(noteKey({ key })).toBeNull();
    expect(noteKey({ key: "Escape" })).toBe("grid");
    expect(noteKey({ key: "Enter", ctrl: true })).toBe("submit");
  });
});
