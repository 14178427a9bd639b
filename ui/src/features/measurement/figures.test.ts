import { expect, it } from "vitest";
import { intervalText, leniencyText, signedWithInterval } from "./figures";

it("says intervals with a real minus, and what is not estimated", () => {
  expect(intervalText([3.14, 4.26])).toBe("3.1 to 4.3");
  expect(intervalText([-0.04, 0.5])).toBe("0.0 to 0.5");
  expect(intervalText([-0.4, 0.5], 2)).toBe("−0.40 to 0.50");
  expect(intervalText(null)).toBe("not estimated");
});
it("says which way a rater differs", () => {
  expect([-0.42, 0.3, 0.04].map(leniencyText)).toEqual(["0.4 points stricter than the others", "0.3 points milder than the others", "as strict as the others"]);
  expect(signedWithInterval(-0.1, [-0.3, 0.1])).toBe("−0.1 (−0.3 to +0.1)");
});
