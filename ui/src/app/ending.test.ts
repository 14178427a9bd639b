import { expect, it } from "vitest";
import { cancelledText, decisionEnds, endingText, stageEnds } from "./ending";

it("knows what ends an application", () => {
  expect((["offer", "hired", "rejected", "withdrawn"] as const).map(stageEnds)).toEqual([false, true, true, true]);
  expect((["advance", "hold", "reject", "hire"] as const).map((kind) => decisionEnds(kind, "debrief"))).toEqual([false, false, true, true]);
  expect(decisionEnds("advance", "offer")).toBe(true);
  expect(decisionEnds(null, "offer")).toBe(false);
});
it("says how many interviews go with it, and nothing where none does", () => {
  expect(endingText(0)).toBeNull();
  expect(endingText(1)).toBe("This ends the application: 1 open interview will be cancelled. Taking it back opens it again.");
  expect(endingText(2)).toContain("2 open interviews will be cancelled");
  const changed = (["application", "interview", "interview"] as const).map((noun) => ({ noun, id: noun }));
  expect([cancelledText(changed), cancelledText([])]).toEqual([" 2 open interviews cancelled.", ""]);
});
