/** A role that is changed after it was made. Pure. */
import type { CompetencyCoverage, RoleCompetency, RoleDetail, RoleTemplate, Seniority } from "../../generated/bindings";
import { count } from "../../app/words";

type Templates = readonly Pick<RoleTemplate, "specialisation" | "seniorities" | "competencies">[];

/** What a role can ask for: what it does ask for, then what the templates know of its level, its own specialisation first, then what its plan observes anyway. */
export function offeredTo(role: Pick<RoleDetail, "summary" | "competencies" | "coverage">, seniority: Seniority, templates: Templates): RoleCompetency[] {
  const ofLevel = (template: Templates[number]) => template.seniorities.find((entry) => entry.seniority === seniority)?.competencies ?? template.competencies;
  const isOwn = (template: Templates[number]) => template.specialisation === role.summary.specialisation;
  const observed = role.coverage.map(({ slug, title }) => ({ slug, title, expectation: "" }));
  const all = [...role.competencies, ...templates.filter(isOwn).flatMap(ofLevel), ...templates.flatMap(ofLevel), ...observed];
  return all.filter((one, i) => all.findIndex((other) => other.slug === one.slug) === i);
}

/** Said before a role stops asking for what submitted scorecards looked at; null where it does not. */
export function dropWarning(role: { competencies: readonly RoleCompetency[]; coverage: readonly CompetencyCoverage[] }, chosen: readonly RoleCompetency[]): string | null {
  const isDropped = (slug: string) => role.competencies.some((one) => one.slug === slug) && !chosen.some((one) => one.slug === slug);
  const dropped = role.coverage.filter((one) => isDropped(one.slug) && one.scorecards > 0);
  if (dropped.length === 0) return null;
  const named = dropped.map((one) => `${one.title}: ${count(one.scorecards, "scorecard")} looked at it`);
  return `${named.join("; ")}. What they say stays; debrief and dossier will show it as observed but not asked for, and the journal says that it was dropped.`;
}
