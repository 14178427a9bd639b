/** What the left side of interview mode goes through: the kit's sections, or one for the whole where the plan names no kit. Pure. */
import type { Form, Kit, Section } from "../../../generated/bindings";

/** The sections to go through; without a kit one with the rubric's probes. */
export function sectionsOf(form: Form, kit: Kit | null): Section[] {
  if (kit) return kit.sections;
  const { interview, rubric } = form;
  return [{
    id: "whole", title: interview.assessment_title, minutes: interview.minutes, prompt: "",
    interviewer: "The plan names no kit for this assessment. Ask everybody the same, in the same words; below are the rubric's own questions.",
    follow_ups: rubric.criteria.flatMap((criterion) => criterion.probes),
  }];
}

/** The section to begin next: after the one begun last; the first before any; null behind the last. */
export function nextSection(sections: readonly Section[], latest: string | null): Section | null {
  const at = sections.findIndex((section) => section.id === latest);
  return sections[at + 1] ?? null;
}
