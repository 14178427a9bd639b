/** A role that is changed after it was made. Pure. */
import type { DropWarning, RoleCompetency, RoleDetail, RoleTemplate, Seniority, Specialisation } from "../../generated/bindings";
import { competenciesAt } from "./newRole";

type Templates = readonly Pick<RoleTemplate, "specialisation" | "seniorities" | "competencies">[];

/** What a role can ask for: what it does ask for, then what the templates know of this level, those of this specialisation first, then what its plan observes anyway. */
export function offeredTo(role: Pick<RoleDetail, "competencies" | "coverage">, { seniority, specialisation }: { seniority: Seniority; specialisation: Specialisation }, templates: Templates): RoleCompetency[] {
  const ofLevel = (template: Templates[number]) => competenciesAt(template, seniority);
  const isOwn = (template: Templates[number]) => template.specialisation === specialisation;
  const observed = role.coverage.map(({ slug, title }) => ({ slug, title, expectation: "" }));
  const all = [...role.competencies, ...templates.filter(isOwn).flatMap(ofLevel), ...templates.flatMap(ofLevel), ...observed];
  return all.filter((one, i) => all.findIndex((other) => other.slug === one.slug) === i);
}

/** Said before a role stops asking for what submitted scorecards looked at; empty where it does not. */
export function dropWarnings(dropping: readonly DropWarning[], chosen: readonly RoleCompetency[]): string[] {
  return dropping.filter(({ slug }) => !chosen.some((one) => one.slug === slug)).map(({ text }) => text);
}
