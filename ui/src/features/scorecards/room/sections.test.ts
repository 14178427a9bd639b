import { expect, it } from "vitest";
import type { Form, Section } from "../../../generated/bindings";
import { nextSection, sectionsOf } from "./sections";

const sections = ["a", "b"].map((id) => ({ id, title: id }) as Section);

it("goes through the sections in order and stops behind the last", () => {
  expect([null, "a", "b", "gone"].map((latest) => nextSection(sections, latest)?.id ?? null)).toEqual(["a", "b", null, "a"]);
});
it("makes one section of an assessment without a kit, with what the rubric asks", () => {
  const form = { interview: { assessment_title: "Review", minutes: 45 }, rubric: { criteria: [{ probes: ["Why?"] }, { probes: ["What else?"] }] } } as unknown as Form;
  expect(sectionsOf(form, null)).toMatchObject([{ title: "Review", minutes: 45, follow_ups: ["Why?", "What else?"] }]);
});
