import { expect, it } from "vitest";
import type { Criterion, RatingInput } from "../../generated/bindings";
import cases from "../../../../src-tauri/domain/src/scorecard/raise_cases.json";
import { asksWhatWouldRaise, isBelow, unanswered, withWhatWouldRaise } from "./raise";

/** The engine's own test reads the same table. */
it.each(cases)("asks as the engine does: level $level of $expected, note $note", ({ level, expected, note, asked }) => {
  expect(isBelow(level, expected) && asksWhatWouldRaise(note)).toBe(asked);
});
it("asks once, under what is written", () => {
  const note = withWhatWouldRaise("Named the place.\n");
  expect(note).toBe("Named the place.\nWhat would have raised it: ");
  expect([asksWhatWouldRaise("Named the place."), asksWhatWouldRaise(note), asksWhatWouldRaise(`${note}a cause`)]).toEqual([true, true, false]);
  expect(withWhatWouldRaise(note)).toBe(note);
  expect(withWhatWouldRaise("")).toBe("What would have raised it: ");
});
it("names the criteria that are below and do not answer", () => {
  const criteria = ["a", "b", "c", "d"].map((id) => ({ id, title: id.toUpperCase(), expected: { senior: { level: 3 } } })) as unknown as Criterion[];
  const rating = (criterion: string, level: number | null, note: string) => ({ criterion, level, note, citations: [] }) as RatingInput;
  const ratings = [rating("a", 2, "Named the place."), rating("b", 2, "What would have raised it: a cause"), rating("c", 3, ""), rating("d", null, "")];
  expect(unanswered(criteria, ratings, "senior")).toEqual(["A"]);
});
