import { expect, it } from "vitest";
import type { Criterion, MarkingEntry, MarkingSheet } from "../../../generated/bindings";
import { criteriaOf, inputOf, marked, pageKey, ratingsOf, withInput } from "./marking";

const criteria = ["own-part", "depth"].map((id) => ({ id }) as unknown as Criterion);
const entry = (id: string, level: number | null, names = false) =>
  ({ interview_id: id, ratings: [{ criterion: "own-part", level, note: names ? "[hidden] led" : "led", note_names: names, citations: 0 }] }) as unknown as MarkingEntry;
const sheet = (entries: MarkingEntry[], asked: string[] | null = null) => ({ entries, rubric: { criteria }, guide: asked && { criteria: asked } }) as unknown as MarkingSheet;

it("shows what was changed over what was read, each for itself", () => {
  const overlay = withInput({}, "one", { criterion: "own-part", level: 4, note: "led it" });
  expect(ratingsOf(entry("one", 2), criteria, overlay)[0]).toMatchObject({ level: 4, note: "led it" });
  expect(ratingsOf(entry("two", 2), criteria, overlay)).toEqual([
    { criterion: "own-part", level: 2, note: "led", citations: [] },
    { criterion: "depth", level: null, note: "", citations: [] },
  ]);
});
it("an act becomes a change, and nothing becomes none", () => {
  const one = entry("one", 2);
  const ratings = ratingsOf(one, criteria, {});
  expect(inputOf(one, ratings, { act: "level", criterion: "own-part", level: 2 })).toBeNull();
  expect(inputOf(one, ratings, { act: "level", criterion: "depth", level: 0 })).toEqual({ criterion: "depth", level: 0, note: null });
  expect(inputOf(one, ratings, { act: "summary", summary: "x" })).toBeNull();
});
it("a level leaves the note alone, but takes along one that was typed before it", () => {
  const one = entry("one", 2);
  const level = inputOf(one, ratingsOf(one, criteria, {}), { act: "level", criterion: "own-part", level: 3 });
  expect(level).toEqual({ criterion: "own-part", level: 3, note: null });
  const noted = withInput({}, "one", { criterion: "own-part", level: 2, note: "led it alone" });
  expect(level && withInput(noted, "one", level)["one"]?.["own-part"]).toEqual({ criterion: "own-part", level: 3, note: "led it alone" });
});
it("a note that names the candidate is left as it is", () => {
  const one = entry("one", 2, true);
  const ratings = ratingsOf(one, criteria, {});
  expect(inputOf(one, ratings, { act: "level", criterion: "own-part", level: 3 })).toEqual({ criterion: "own-part", level: 3, note: null });
  expect(inputOf(one, ratings, { act: "note", criterion: "own-part", note: "[hidden] led." })).toBeNull();
});
it("counts what is marked by the criteria of the topic", () => {
  const both = sheet([entry("one", 3), entry("two", null)], ["own-part"]);
  const { asked, others } = criteriaOf(both);
  expect([asked.map((one) => one.id), others.map((one) => one.id)]).toEqual([["own-part"], ["depth"]]);
  expect(marked(both, asked, {}).text).toBe("1 of 2 marked");
  expect(marked(both, asked, withInput({}, "two", { criterion: "own-part", level: 0, note: null })).done).toBe(2);
  expect(criteriaOf(sheet([])).asked).toHaveLength(2);
});
it("pages by page keys and by Alt with arrows", () => {
  const of = (key: string, alt = false) => pageKey({ key, alt });
  expect([of("PageDown"), of("PageUp"), of("ArrowRight", true), of("ArrowLeft", true), of("ArrowRight")]).toEqual([1, -1, 1, -1, null]);
});
