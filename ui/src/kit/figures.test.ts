import { expect, it } from "vitest";
import { levelOf, percentText, rangeText, runText, scoreText, sizeText } from "./figures";

it("never shows unknown as a number", () => {
  expect(scoreText(null)).toBe("not assessed");
  expect(percentText(null)).toBe("unknown");
  expect(scoreText(3.25)).toBe("3.3");
  expect(scoreText(2.675, 2)).toBe("2.68");
});
it("never claims all or nothing by rounding", () => {
  expect([-0, 1e-12, 0.001, 0.7, 0.997, 1 - 1e-12, 1].map(percentText)).toEqual(["0%", "0%", "1%", "70%", "99%", "100%", "100%"]);
});
it("colours a score by the figure that stands in it", () => {
  expect([0.2, 2.44, 2.46, 3.45, 3.46, 4.5, 9].map(levelOf)).toEqual([1, 2, 3, Math.round(Number(scoreText(3.45))), 4, 5, 5]);
  expect(rangeText([3.14, 4])).toBe("3.1 to 4.0");
});
it("rounds halves away from nought by the decimal that is meant", () => {
  expect([2.85, 2.55, 1.005, 2.949999, -0.25, -0.01].map((one) => scoreText(one))).toEqual(["2.9", "2.6", "1.0", "2.9", "-0.3", "0.0"]);
});
it("says runs and sizes", () => {
  expect([-3, 0, 65.9, 4200].map(runText)).toEqual(["0:00", "0:00", "1:05", "70:00"]);
  expect([sizeText(12), sizeText(2048), sizeText(50_000), sizeText(3_000_000)]).toEqual(["12 bytes", "2.0 KiB", "49 KiB", "2.9 MiB"]);
});
