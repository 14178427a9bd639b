/** A role before it exists: begun from a template, then edited. Pure. */
import type { NewRole, RoleCompetency, RoleTemplate, Seniority } from "../../generated/bindings";
import { inputsOf, planProblem, rowsOf, type PlanRow } from "./plan";
import { weightVerdict } from "../../kit/weights";

/** What is being made. Goals stand one to a line while they are typed. */
export type RoleDraft = { template: RoleTemplate; seniority: Seniority; title: string; goals: string; competencies: RoleCompetency[]; rows: PlanRow[] };

/** Begins from a template, with its goals, competencies and plan for the level. */
export function beginRole(template: RoleTemplate, seniority: Seniority): RoleDraft {
  return { template, seniority, title: template.title, ...ofLevel(template, seniority) };
}

/** What a template knows of competencies at a level; all that it has where it does not know the level. */
export function competenciesAt(template: Pick<RoleTemplate, "seniorities" | "competencies">, seniority: Seniority): RoleCompetency[] {
  return template.seniorities.find((entry) => entry.seniority === seniority)?.competencies ?? template.competencies;
}

/** What a template offers at a level; all that it has where it does not know the level. */
function ofLevel(template: RoleTemplate, seniority: Seniority): Pick<RoleDraft, "goals" | "competencies" | "rows"> {
  const level = template.seniorities.find((entry) => entry.seniority === seniority);
  return { goals: level?.goals.join("\n") ?? "", competencies: competenciesAt(template, seniority), rows: rowsOf(level?.assessments ?? template.assessments) };
}

/** Another level: its goals, competencies and plan come along, but for those that have been edited by hand. */
export function withSeniority(draft: RoleDraft, seniority: Seniority): RoleDraft {
  const from = ofLevel(draft.template, draft.seniority);
  const to = ofLevel(draft.template, seniority);
  const same = (key: keyof typeof from) => JSON.stringify(draft[key]) === JSON.stringify(from[key]);
  return {
    ...draft,
    seniority,
    goals: same("goals") ? to.goals : draft.goals,
    competencies: same("competencies") ? to.competencies : draft.competencies,
    rows: same("rows") ? to.rows : draft.rows,
  };
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
