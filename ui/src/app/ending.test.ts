import { expect, it } from "vitest";
import { cancelledText, endingText, stageEnds, reasonsFor } from "./ending";
import { END_REASONS } from "./words";

it("knows what ends an application", () => {
  expect((["offer", "hired", "rejected", "withdrawn"] as const).map(stageEnds)).toEqual([false, true, true, true]);
});
it("says how many interviews go with it, and nothing where none does", () => {
  expect(endingText(0)).toBeNull();
  expect(endingText(1)).toBe("This ends the application: 1 open interview will be cancelled. Taking it back opens it again.");
  expect(endingText(2)).toContain("2 open interviews will be cancelled");
  const changed = (["application", "interview", "interview"] as const).map((noun) => ({ noun, id: noun }));
  expect([cancelledText(changed), cancelledText([])]).toEqual([" 2 open interviews cancelled.", ""]);
});

it("offers every reason for one of the ends at least, and none elsewhere", () => {
  const all = new Set([...reasonsFor("rejected"), ...reasonsFor("withdrawn")].map((one) => one.id));
  expect(all.size).toBe(Object.keys(END_REASONS).length);
  expect(reasonsFor("offer")).toEqual([]);
});
