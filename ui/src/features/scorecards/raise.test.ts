import { expect, it } from "vitest";
import { asksWhatWouldRaise, isBelow, withWhatWouldRaise } from "./raise";

it("asks only where a level was given and is below the expected one", () => {
  expect([isBelow(2, 3), isBelow(3, 3), isBelow(0, 3), isBelow(null, 3)]).toEqual([true, false, false, false]);
});
it("asks once, under what is written", () => {
  const note = withWhatWouldRaise("Named the place.\n");
  expect(note).toBe("Named the place.\nWhat would have raised it: ");
  expect([asksWhatWouldRaise("Named the place."), asksWhatWouldRaise(note), asksWhatWouldRaise(`${note}a cause`)]).toEqual([true, false, false]);
  expect(withWhatWouldRaise("")).toBe("What would have raised it: ");
});
