import { expect, it } from "vitest";
import type { RaterOffset } from "../../generated/bindings";
import { canTell, offsetRows, offsetTable, raterGroups, reach } from "./severity";

const rater = (name: string, leniency: number, group: number): RaterOffset => ({ person_id: name, name, leniency, sd: 0.2, ratings: 12, candidates: 3, group, untold: "" });

it("draws an offset only where the ratings can tell it", () => {
  expect(([null, "one-rater", "nested-panels", "severity-is-difficulty", "complete", "corrected", "within-sets"] as const).map(canTell)).toEqual([false, false, false, false, true, true, true]);
});
it("says who is strict in words and points", () => {
  const [ada] = offsetRows([rater("Ada", -0.42, 0)]);
  expect(ada?.sentence).toBe("Ada: 0.4 points stricter than the others, standard deviation 0.2, from 3 candidates");
  expect(ada?.figures).toEqual(["−0.4 ± 0.2"]);
  expect(offsetTable([rater("Ada", -0.42, 0)]).rows[0]?.cells).toEqual(["Ada", "0.4 points stricter than the others", "−0.42", "0.20", 12, 3]);
  expect(reach(rater("Ada", 0, 0))).toEqual([-0.4, 0.4]);
});
it("draws no line and says so where the ratings do not tell how sure an offset is", () => {
  const exact = { ...rater("Ada", -0.42, 0), sd: null };
  const [ada] = offsetRows([exact]);
  expect(ada?.marks).toEqual([{ look: "dot", value: -0.42, interval: null }]);
  expect(ada?.sentence).toBe("Ada: 0.4 points stricter than the others, how sure it is cannot be said, from 3 candidates");
  expect(offsetTable([exact]).rows[0]?.cells[3]).toBe("unknown");
});
it("gives no number where nothing links a rater to the others", () => {
  const alone = { ...rater("Ada", -0.42, 1), untold: "cannot be told apart from how difficult what they rated is" };
  const [ada] = offsetRows([alone]);
  expect([ada?.marks, ada?.figures]).toEqual([[], ["no telling"]]);
  expect(ada?.sentence).toBe("Ada: cannot be told apart from how difficult what they rated is, from 3 candidates");
  expect(offsetTable([alone]).rows[0]?.cells.slice(1, 4)).toEqual([alone.untold, "no telling", "no telling"]);
});
it("names groups of raters only where there are several", () => {
  expect(raterGroups([rater("Ada", 0, 0), rater("Ben", 0, 0)])).toEqual([]);
  expect(raterGroups([rater("Ada", 0, 0), rater("Ben", 0, 1), rater("Cleo", 0, 0)])).toEqual([["Ada", "Cleo"], ["Ben"]]);
});
