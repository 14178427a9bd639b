import { expect, it } from "vitest";
import { count, minutesText, stageNeedsReason, STAGES } from "./words";

it("says minutes as people do", () => {
  expect([45, 60, 135, 0].map(minutesText)).toEqual(["45 min", "1 h", "2 h 15 min", "0 min"]);
});
it("counts one and many", () => {
  expect([count(0, "candidate"), count(1, "entry", "entries"), count(2, "entry", "entries")]).toEqual(["0 candidates", "1 entry", "2 entries"]);
});
it("asks for a reason where a candidacy ends", () => {
  expect((Object.keys(STAGES) as (keyof typeof STAGES)[]).filter(stageNeedsReason)).toEqual(["rejected", "withdrawn"]);
});
