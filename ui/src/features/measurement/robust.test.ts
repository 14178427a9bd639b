import { expect, it } from "vitest";
import type { PlanAssessment, RoleRobustness, WeightsTried } from "../../generated/bindings";
import { exactText } from "./Acceptability";
import { asPlanWeights, dominance, ownWeights, places, sums, triedOrder, triedSentence } from "./robust";

const found = {
  assessments: [{ assessment_id: "q", title: "Questionnaire", weight: 0.8 }, { assessment_id: "d", title: "Design", weight: 0.2 }],
  rows: [{ application_id: "a", candidate_name: "Ada", score: 3.6, scores: [4, 2] }, { application_id: "b", candidate_name: "Ben", score: 3.4, scores: [3, 5] }, { application_id: "c", candidate_name: "Cleo", score: 2.8, scores: [3, 2] }],
  dominates: [[false, false, true], [false, false, true], [false, false, false]],
} as unknown as RoleRobustness;
const tried = (...weights: number[]) => triedOrder(found, weights, undefined);

it("weighs by the share of the sum, whatever the sum", () => {
  expect(sums([[4, 2]], [1, 1])).toEqual([3]);
  expect(sums([[4, 2]], [50, 50])).toEqual([3]);
});
it("gives equal sums the better place", () => {
  expect(places([3, 4, 3, 1])).toEqual([2, 1, 2, 4]);
  expect(places([0.1 + 0.2, 0.3])).toEqual([1, 1]);
});
it("follows the weights and remembers the plan's places", () => {
  expect(tried(80, 20).map((row) => [row.name, row.place, row.was])).toEqual([["Ada", 1, 1], ["Ben", 2, 2], ["Cleo", 3, 3]]);
  expect(tried(20, 80).map((row) => [row.name, row.place, row.was])).toEqual([["Ben", 1, 2], ["Ada", 2, 1], ["Cleo", 3, 3]]);
});
it("says what the tried weights do", () => {
  expect(triedSentence(tried(80, 20))).toBe("The order stays as it is.");
  expect(triedSentence(tried(20, 80))).toBe("Ben would be first; 2 candidates have another place.");
  expect(triedSentence(tried(0, 100))).toBe("Ben would be first; 3 candidates have another place.");
});
it("joins those not told apart once the program has said so", () => {
  const said = { rows: [{ application_id: "b", bands: [0] }, { application_id: "a", bands: [0, 1] }] } as unknown as WeightsTried;
  expect(triedOrder(found, [20, 80], said).map((row) => row.bands)).toEqual([[0], [0, 1], []]);
});
it("keeps the plan's weight of what has no score, and starts at the plan's", () => {
  const plan = [{ id: "q", weight: 56 }, { id: "d", weight: 14 }, { id: "x", weight: 30 }] as PlanAssessment[];
  expect(ownWeights(found)).toEqual([80, 20]);
  expect(asPlanWeights(plan, found, [80, 20])).toEqual([{ assessment_id: "q", weight: 56 }, { assessment_id: "d", weight: 14 }]);
  expect(asPlanWeights(plan, found, [50, 50]).map((one) => one.weight)).toEqual([35, 35]);
});
it("names who is ahead whatever the weights", () => {
  expect(dominance(found)).toEqual([["Ada", "Cleo"], ["Ben", "Cleo"]]);
});
it("calls exact only what is", () => {
  expect([{ share: 0.41, exact: true }, { share: 0.41, exact: false }].map(exactText)).toEqual(["41%", "drawn only"]);
});
