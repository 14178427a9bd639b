/** A role before it exists: begun from a template, then edited. Pure. */
import type { NewRole, RoleCompetency, RoleTemplate, Seniority } from "../../generated/bindings";
import { inputsOf, planProblem, rowsOf, type PlanRow } from "./plan";
import { weightVerdict } from "../../kit/weights";

/** What is being made. Goals stand one to a line while they are typed. */
export type RoleDraft = { template: RoleTemplate; seniority: Seniority; title: string; goals: string; competencies: RoleCompetency[]; rows: PlanRow[] };

/** Begins from a template, with its goals for the level. */
export function beginRole(template: RoleTemplate, seniority: Seniority): RoleDraft {
  return { template, seniority, title: template.title, goals: goalsFor(template, seniority), competencies: template.competencies, rows: rowsOf(template.assessments) };
}

/** The template's goals for a level, one to a line. */
export function goalsFor(template: RoleTemplate, seniority: Seniority): string {
  return template.seniorities.find((entry) => entry.seniority === seniority)?.goals.join("\n") ?? "";
}

/** Another level: its goals come along, unless the goals have been edited by hand. */
export function withSeniority(draft: RoleDraft, seniority: Seniority): RoleDraft {
  const untouched = draft.goals === goalsFor(draft.template, draft.seniority);
  return { ...draft, seniority, goals: untouched ? goalsFor(draft.template, seniority) : draft.goals };
}

/** What keeps the role from being made, in words; null where nothing does. */
export function roleProblem(draft: RoleDraft): string | null {
  if (draft.title.trim() === "") return "The role needs a title.";
  return planProblem(draft.rows) ?? (weightVerdict(draft.rows).ok ? null : "The weights have to sum to 100%.");
}

/** The role as the engine takes it. */
export function newRole(draft: RoleDraft): NewRole {
  const goals = draft.goals.split("\n").map((goal) => goal.trim()).filter(Boolean);
  const role = { title: draft.title.trim(), seniority: draft.seniority, specialisation: draft.template.specialisation, goals, competencies: draft.competencies };
  return { role, assessments: inputsOf(draft.rows) };
}
