import { expect, it } from "vitest";
import type { PredictionRow } from "../../generated/bindings";
import { metOf, outcomeText, predictionRows, predictionTable, saysSomething } from "./outcome";

const found = { n: 7, correlation: 0.61, low: -0.28, high: 0.94, rank_correlation: 0.5, corrected_for_range: 0.7, sentence: "n = 7: too few to tell" };
const none = { n: 1, correlation: null, low: null, high: null, rank_correlation: null, corrected_for_range: null, sentence: "n = 1: cannot be computed" };
const row: PredictionRow = { rubric_id: "cr", rubric_title: "Code review", criterion: "k", criterion_title: "Failure paths", goals_met: found, manager_rating: none };

it("never takes what is not known for not met", () => {
  expect((["met", "not-met", "unknown"] as const).map(metOf)).toEqual([true, false, null]);
  expect(outcomeText({ goals: [{ goal: "a", met: true }, { goal: "b", met: null }, { goal: "c", met: false }], manager_rating: 4 })).toBe("1 of 3 goals met, 1 not known yet; manager's rating 4 of 5");
  expect(outcomeText({ goals: [], manager_rating: null })).toBe("no goals asked; no manager's rating");
});
it("keeps only what says something", () => {
  expect(saysSomething([{ goal: "a", met: null }], null)).toBe(false);
  expect(saysSomething([{ goal: "a", met: false }], null)).toBe(true);
  expect(saysSomething([], 3)).toBe(true);
});
it("draws no mark where nothing can be computed, and says why", () => {
  expect(predictionRows([row], "goals_met")[0]?.marks[0]).toEqual({ look: "dot", value: 0.61, interval: [-0.28, 0.94] });
  const [unknown] = predictionRows([row], "manager_rating");
  expect(unknown?.marks[0]?.value).toBeNull();
  expect(unknown?.sentence).toBe("Code review: Failure paths: n = 1: cannot be computed");
  expect(predictionTable([row], "goals_met").rows[0]?.cells.slice(0, 4)).toEqual(["Code review: Failure paths", 7, "+0.61", "−0.28 to +0.94"]);
});
