import { expect, test } from "vitest";
import { formatDate, formatDateTime, isInstant, isPast } from "./dates";

test("a day is written as people write it, whatever the zone", () => {
  expect(formatDate("2026-11-23")).toBe("23 Nov 2026");
  expect(formatDate("2026-01-01")).toBe("1 Jan 2026");
});

test("what is no date is shown as it is", () => {
  expect(formatDate("soon")).toBe("soon");
  expect(formatDateTime("soon")).toBe("soon");
});

test("a permission holds through its last day", () => {
  expect(isPast("2026-11-23", new Date(2026, 10, 23, 18))).toBe(false);
  expect(isPast("2026-11-23", new Date(2026, 10, 24, 1))).toBe(true);
});

test("an instant is known from text that merely holds one", () => {
  expect(["2016-04-11T08:00:00Z", "2016-04-11T08:00:00.123+02:00"].filter(isInstant)).toHaveLength(2);
  expect(["2016", "since 2016-04-11T08:00:00Z", "2016-04-11T08:00:00Z, I think", ""].filter(isInstant)).toEqual([]);
});
