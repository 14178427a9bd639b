import { expect, it } from "vitest";
import { daysSince, daysText } from "./days";

it("counts whole days, and never less than none", () => {
  const now = new Date("2026-03-10T12:00:00Z");
  expect(daysSince("2026-03-09T12:00:01Z", now)).toBe(0);
  expect(daysSince("2026-03-09T12:00:00Z", now)).toBe(1);
  expect(daysSince("2026-02-26T08:00:00Z", now)).toBe(12);
  expect(daysSince("2026-03-11T08:00:00Z", now)).toBe(0);
});
it("says them", () => {
  expect([0, 1, 12].map(daysText)).toEqual(["today", "1 day", "12 days"]);
});
