import { expect, test } from "vitest";
import { changesOf, showsOneOf } from "./queries";

test("a write makes stale the reads that show what it changed, and no others", () => {
  expect(showsOneOf("debriefRole", new Set(["scorecard"]))).toBe(true);
  expect(showsOneOf("rubricList", new Set(["scorecard"]))).toBe(false);
  expect(showsOneOf("not-a-read", new Set(["scorecard"]))).toBe(false);
});

test("only a write's answer carries changes", () => {
  expect(changesOf({ value: 1, changed: [{ noun: "role", id: "r" }] })).toEqual([{ noun: "role", id: "r" }]);
  expect(changesOf("a path")).toEqual([]);
  expect(changesOf(null)).toEqual([]);
});
