import { expect, it } from "vitest";
import { cellMove, sameWeights } from "./whatif";

it("knows the plan's own weights again, in any order", () => {
  const a = [{ assessment_id: "q", weight: 20 }, { assessment_id: "d", weight: 80 }];
  expect(sameWeights(a, [...a].reverse())).toBe(true);
  expect(sameWeights(a, [{ assessment_id: "q", weight: 21 }, { assessment_id: "d", weight: 79 }])).toBe(false);
  expect(sameWeights(a, a.slice(1))).toBe(false);
});
it("walks through the cells and stops at the edges", () => {
  expect(cellMove("ArrowUp", 0, 2, 3, 4)).toEqual([0, 2]);
  expect(cellMove("ArrowRight", 1, 3, 3, 4)).toEqual([1, 3]);
  expect(cellMove("ArrowDown", 1, 2, 3, 4)).toEqual([2, 2]);
  expect(cellMove("End", 1, 0, 3, 4)).toEqual([1, 3]);
  expect(cellMove("a", 1, 0, 3, 4)).toBeNull();
});
