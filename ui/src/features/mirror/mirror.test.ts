import { expect, it } from "vitest";
import type { MirrorFigures } from "../../generated/bindings";
import { consistencyTable, figuresTable, levelRow, severitySentence } from "./mirror";

const own: MirrorFigures = { mean: 3.2, leniency: -0.44, spread: 0.9, apart: null, note_length: 151.5, minutes: 95 };

it("shows the others only where they are given, and unknown as unknown", () => {
  expect(figuresTable(own, null).columns.map((column) => column.id)).toEqual(["what", "own", "meaning"]);
  expect(figuresTable(own, null).rows[0]?.cells[1]).toBe("−0.44 levels");
  expect(figuresTable(own, own).rows.map((row) => row.cells[2])).toEqual(["−0.44 levels", "nobody else rated the same", "3.20", "0.90 levels", "152 characters", "1 h 35 min"]);
});
it("says who is strict, and where that cannot be told", () => {
  expect(severitySentence(own)).toBe("You stand 0.4 levels below the others on the same work: stricter.");
  expect(severitySentence({ ...own, leniency: 0.02 })).toContain("the levels that the others give");
  expect(severitySentence({ ...own, leniency: null })).toContain("once somebody else has rated the same");
});
it("counts each level", () => {
  expect(levelRow([0, 1, 3]).cells).toEqual([{ text: "0", shade: 1 }, { text: "1", shade: 2 }, { text: "3", shade: 4 }]);
  expect(levelRow([0, 0]).cells.map((cell) => cell?.shade)).toEqual([1, 1]);
});
it("says what cannot be computed of a second marking, never as nought", () => {
  const none = { rubric_id: "", rubric_title: "", criteria: 0, same: null, within_one: null, shift: null, kappa: null, sentence: "" };
  expect(consistencyTable({ scorecards: 0, can_begin: 0, open: 0, all: none, rubrics: [{ ...none, rubric_id: "r", rubric_title: "Code review", criteria: 4, same: 0.5, within_one: 1, shift: -0.25, kappa: 0.62 }] }).rows.map((row) => row.cells)).toEqual([
    ["Code review", 4, "50%", "100%", "−0.25 levels", "0.62"],
    ["All together", 0, "unknown", "unknown", "unknown", "cannot be computed"],
  ]);
});
