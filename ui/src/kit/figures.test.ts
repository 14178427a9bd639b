import { expect, it } from "vitest";
import { percentText, scoreText } from "./figures";

it("never shows unknown as a number", () => {
  expect(scoreText(null)).toBe("not assessed");
  expect(percentText(null)).toBe("unknown");
  expect(scoreText(3.25)).toBe("3.3");
});
it("never claims all or nothing by rounding", () => {
  expect([-0, 1e-12, 0.001, 0.7, 0.997, 1 - 1e-12, 1].map(percentText)).toEqual(["0%", "0%", "1%", "70%", "99%", "100%", "100%"]);
});
