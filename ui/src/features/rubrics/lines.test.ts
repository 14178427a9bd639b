import { expect, it } from "vitest";
import { placeOfLine } from "./lines";

it("finds a line, the last one, and none", () => {
  const text = "one\ntwo\nthree";
  expect(text.slice(placeOfLine(text, 2).start, placeOfLine(text, 2).end)).toBe("two");
  expect(placeOfLine(text, 3)).toEqual({ start: 8, end: 13 });
  expect(placeOfLine(text, 9)).toEqual({ start: 13, end: 13 });
});
