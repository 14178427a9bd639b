import { expect, it } from "vitest";
import type { ImpactComparison, Stage } from "../../generated/bindings";
import { comparisonTable, groupRows, partTitle } from "./fairness";

const comparison: ImpactComparison = { group: "B", reference: "A", finding: "below", sentence: "", impact_ratio: 0.62, below_four_fifths: true, ratio_low: 0.4, ratio_high: 0.95, fisher_p: 0.0004, fisher_p_adjusted: 0.0012, boschloo_p: 0.021, one_person_more: null };

it("names a part by what was asked, the stage and the source", () => {
  const title = (stage: Stage) => (stage === "screening" ? "First call" : stage);
  expect(partTitle({ category: "", stage: "", source: "" }, title)).toBe("Whole process, all sources");
  expect(partTitle({ category: "gender", stage: "screening", source: "referral" }, title)).toBe("Gender, First call, source Referral");
  expect(partTitle({ category: "", stage: "our own stage", source: "fair" }, title)).toBe("Our own stage, source fair");
});
it("gives no verdict with too few, and never a p of nought", () => {
  const few: ImpactComparison = { ...comparison, finding: "too-few", impact_ratio: null, below_four_fifths: false, ratio_low: null, ratio_high: null, fisher_p: null, fisher_p_adjusted: null, boschloo_p: null };
  expect(comparisonTable([comparison, few]).rows.map((row) => row.cells.slice(1))).toEqual([["62%", "0.40 to 0.95", "yes", "under 0.001", "0.001", "0.021"], ["none", "none", "no verdict", "none", "none", "none"]]);
});
it("shows shares in per cent with their numbers", () => {
  const part = { category: "", stage: "", source: "", groups: [{ name: "A", applied: 20, passed: 5, rate: 0.25, low: 0.11, high: 0.47 }], withheld: false, sentence: "", comparisons: [] };
  expect(groupRows(part)[0]).toMatchObject({ figures: ["5 of 20", "25%"], sentence: "A: 5 of 20 passed, 25%, 95% interval 11% to 47%" });
});
