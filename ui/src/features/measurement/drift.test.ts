import { expect, it } from "vitest";
import type { DriftFigures } from "../../generated/bindings";
import { driftRows, driftTable, effectsOf, unknownText } from "./drift";

const figures: DriftFigures = { interviews: 6, untold: ["contrast"], too_wide: ["after_debrief"], unordered: [], sentence: "", over_order: { estimate: -0.08, interval: [-0.15, -0.01], p: 0.03, chance: "3 times in 100, as far as so few show", interviews: 6 }, contrast: null, over_marking: null, after_debrief: null };

it("draws only what can be computed and names the rest", () => {
  const effects = effectsOf(figures);
  expect(driftRows(effects).map((row) => row.sentence)).toEqual(["From one interview to the next: −0.08 (−0.15 to −0.01) points per interview as they were held; above nought is growing milder"]);
  expect(driftTable(effects).rows.map((row) => row.cells[1])).toEqual(["−0.08 (−0.15 to −0.01)", "cannot be told from another's", "cannot be computed", "too uncertain to say"]);
  expect(driftTable(effects).rows.map((row) => row.cells[2])).toEqual(["3 times in 100, as far as so few show", "none", "none", "none"]);
  expect(unknownText(effects)).toBe("Not computed, as there are too few interviews for it or nothing varies: from one marking to the next. Raters saw the same candidates in such orders that one's movement cannot be told from another's: by the candidate before. Too uncertain to say, as the movement could be anything on the scale: after the debrief.");
  expect(unknownText(effects.slice(0, 1))).toBe("");
});
it("says where the order of the interviews is not known", () => {
  const effects = effectsOf({ ...figures, over_order: null, untold: [], unordered: ["over_order", "contrast"] });
  expect(driftTable(effects).rows.map((row) => row.cells[1])).toEqual(["the order is not known", "the order is not known", "cannot be computed", "too uncertain to say"]);
  expect(unknownText(effects)).toMatch(/^The order is not known, as interviews have the same time: from one interview to the next; by the candidate before\./);
});
