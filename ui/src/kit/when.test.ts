import { expect, it } from "vitest";
import { allZones, parseLocal, whenText } from "./when";

it("says the interview's own time with its zone, never another's", () => {
  expect(whenText("2026-11-23T14:00", "Europe/Amsterdam")).toBe("23 Nov 2026, 14:00 Europe/Amsterdam");
  expect(whenText("2026-11-23T14:00:00", null)).toBe("23 Nov 2026, 14:00");
  expect(whenText("2026-10-25T02:30+01:00", "Europe/Berlin")).toBe("25 Oct 2026, 02:30+01:00 Europe/Berlin");
  expect(whenText(null, null)).toBe("no time set");
});
it("offers UTC and the named zones", () => {
  expect(allZones()).toContain("UTC");
  expect(allZones()).toContain("Europe/Amsterdam");
});
it("reads a local time as it is typed, and refuses days and hours that do not exist", () => {
  expect(parseLocal(" 2026-11-24 9:05 ")).toBe("2026-11-24T09:05");
  expect(parseLocal("2026-11-24T14:00")).toBe("2026-11-24T14:00");
  expect(parseLocal("2026-10-25 02:30+01:00")).toBe("2026-10-25T02:30+01:00");
  for (const wrong of ["", "24.11.2026 14:00", "2026-02-31 10:00", "2026-11-24 25:00", "2026-11-24 10:60", "2026-11-24"]) expect(parseLocal(wrong)).toBeNull();
});
