import { expect, it } from "vitest";
import { allZones, whenText } from "./when";

it("says the interview's own time with its zone, never another's", () => {
  expect(whenText("2026-11-23T14:00", "Europe/Amsterdam")).toBe("23 Nov 2026, 14:00 Europe/Amsterdam");
  expect(whenText("2026-11-23T14:00:00", null)).toBe("23 Nov 2026, 14:00");
  expect(whenText(null, null)).toBe("no time set");
});
it("offers UTC and the named zones", () => {
  expect(allZones()).toContain("UTC");
  expect(allZones()).toContain("Europe/Amsterdam");
});
