import { expect, it } from "vitest";
import { clockText, timerText } from "./clock";

it("gives the time of day, and what it cannot read as it is", () => {
  expect(clockText("2026-11-23T14:02:59")).toBe("14:02");
  expect(clockText("now")).toBe("now");
});
it("says how far over the time box one is", () => {
  expect(timerText(725, 45)).toBe("12:05 of 45 min");
  expect(timerText(45 * 60, 45)).toBe("45:00 of 45 min");
  expect(timerText(48 * 60 + 10, 45)).toBe("48:10 of 45 min, 3 min over");
});
