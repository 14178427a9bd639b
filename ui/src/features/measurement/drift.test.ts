import { expect, it } from "vitest";
import type { DriftFigures } from "../../generated/bindings";
import { chanceText, driftRows, driftTable, effectsOf, unknownText } from "./drift";

const figures: DriftFigures = { interviews: 6, untold: ["contrast"], too_wide: ["after_debrief"], sentence: "", over_order: { estimate: -0.08, interval: [-0.15, -0.01], p: 0.03, interviews: 6 }, contrast: null, over_marking: null, after_debrief: null };

it("draws only what can be computed and names the rest", () => {
  const effects = effectsOf(figures);
  expect(driftRows(effects).map((row) => row.sentence)).toEqual(["From one interview to the next: −0.08 (−0.15 to −0.01) points per interview as they were held; above nought is growing milder"]);
  expect(driftTable(effects).rows.map((row) => row.cells[1])).toEqual(["−0.08 (−0.15 to −0.01)", "cannot be told from another's", "cannot be computed", "too uncertain to say"]);
  expect(driftTable(effects).rows.map((row) => row.cells[2])).toEqual(["too few to say", "none", "none", "none"]);
  expect(unknownText(effects)).toBe("Not computed, as there are too few interviews for it or nothing varies: from one marking to the next. Raters saw the same candidates in such orders that one's movement cannot be told from another's: by the candidate before. Too uncertain to say, as the movement could be anything on the scale: after the debrief.");
  expect(unknownText(effects.slice(0, 1))).toBe("");
});
it("says how often chance would show as much, and never of a handful of interviews", () => {
  const effect = (p: number, interviews: number) => chanceText({ estimate: 0.1, interval: [0, 0.2], p, interviews });
  expect([effect(0.0004, 40), effect(0.0314, 40), effect(0.42, 10), effect(0.0004, 9)]).toEqual(["less often than 1 in 1000", "0.031 of the time", "0.42 of the time", "too few to say"]);
  expect(effect(0.0004, 40)).not.toMatch(/proof|prove|significant|0\.000/);
});
