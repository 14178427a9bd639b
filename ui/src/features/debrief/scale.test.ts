import { describe, expect, it } from "vitest";
import type { RaterMark } from "../../generated/bindings";
import { placeMarks, position, shapesByRater } from "./scale";

const mark = (name: string, score: number | null): RaterMark => ({
  person_id: name, name, scorecard_id: name, score, independent: true, recommendation: "yes",
});

describe("the level scale", () => {
  it("puts 1 and 5 at its ends and clamps beyond", () => {
    expect([1, 3, 5, 7].map((v) => position(v, 5, 100, 10))).toEqual([10, 50, 90, 90]);
  });
  it("stacks marks that would cover each other", () => {
    const placed = placeMarks([mark("B", 3), mark("A", 3), mark("C", 5), mark("D", null)], 5, 100, 10, 8);
    expect(placed.map((p) => [p.mark.name, p.stack])).toEqual([["A", 0], ["B", 1], ["C", 0]]);
  });
});

describe("raters' shapes", () => {
  it("are one per rater, by name, whatever the order of the cells", () => {
    const one = shapesByRater([mark("B", 1), mark("A", 2), mark("B", 3)]);
    expect([...one]).toEqual([["A", { name: "circle", open: false }], ["B", { name: "square", open: false }]]);
  });
  it("open up when the shapes run out", () => {
    const many = shapesByRater(["a", "b", "c", "d", "e", "f"].map((n) => mark(n, 1)));
    expect(many.get("f")).toEqual({ name: "circle", open: true });
  });
});
