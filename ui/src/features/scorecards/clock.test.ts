import { expect, it } from "vitest";
import { clockText, boxText } from "./clock";

it("gives the time of day, and what it cannot read as it is", () => {
  expect(clockText("2026-11-23T14:02:59")).toBe("14:02");
  expect(clockText("now")).toBe("now");
});
it("says calmly and in words that a time box is over", () => {
  expect([0, 192.9, 600, 601, 725].map((seconds) => boxText(seconds, 10))).toEqual([
    { run: "0:00 of 10 min", over: null },
    { run: "3:12 of 10 min", over: null },
    { run: "10:00 of 10 min", over: null },
    { run: "10:01 of 10 min", over: "time is up" },
    { run: "12:05 of 10 min", over: "2 min over" },
  ]);
});
