import { expect, it } from "vitest";
import type { Form, Section } from "../../../generated/bindings";
import { boxText, nextSection, sectionsOf } from "./sections";

const sections = ["a", "b"].map((id) => ({ id, title: id }) as Section);

it("goes through the sections in order and stops behind the last", () => {
  expect([null, "a", "b", "gone"].map((latest) => nextSection(sections, latest)?.id ?? null)).toEqual(["a", "b", null, "a"]);
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
it("makes one section of an assessment without a kit, with what the rubric asks", () => {
  const form = { interview: { assessment_title: "Review", minutes: 45 }, rubric: { criteria: [{ probes: ["Why?"] }, { probes: ["What else?"] }] } } as unknown as Form;
  expect(sectionsOf(form, null)).toMatchObject([{ title: "Review", minutes: 45, follow_ups: ["Why?", "What else?"] }]);
});
