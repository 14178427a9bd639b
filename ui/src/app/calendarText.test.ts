import { expect, it } from "vitest";
import { savedText } from "./calendarText";

it("says what is in a calendar file, what it does, and what was left out", () => {
  const saved = { path: "/x.ics", events: 3, without_time: 0, cancelled: false };
  expect(savedText(saved)).toBe("3 interviews saved. Open the file with your calendar.");
  expect(savedText({ ...saved, events: 1, without_time: 2, cancelled: true })).toBe("1 interview saved. Opened with a calendar, the file takes them out of it. 2 interviews without a time left out.");
});
