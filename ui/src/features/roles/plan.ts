/** A plan while it is edited. Pure. */
import type { AssessmentKind, CompetencyCoverage, CriterionMapping, Observing, PlanAssessment, PlanAssessmentInput, RubricSummary } from "../../generated/bindings";

/** An assessment being edited; `key` tells new ones apart before they have an id. */
export type PlanRow = PlanAssessmentInput & { key: string };

/** A plan's assessments as rows to edit. */
export function rowsOf(assessments: readonly (PlanAssessment | PlanAssessmentInput)[]): PlanRow[] {
  return assessments.map((a, i) => ({
    key: a.id || `new-${i}`, id: a.id, kind: a.kind, title: a.title, weight: a.weight, weight_reason: a.weight_reason,
    minutes: a.minutes, rubric_id: a.rubric_id, rubric_version: a.rubric_version, kit: a.kit, mapping: a.mapping,
  }));
}

/** What of the rows says what they observe. */
export function observingOf(rows: readonly Observing[]): Observing[] {
  return rows.map(({ rubric_id, rubric_version, mapping }) => ({ rubric_id, rubric_version, mapping }));
}

/** The rows as the engine takes them. A weight that is not a number yet counts as 0. */
export function inputsOf(rows: readonly PlanRow[]): PlanAssessmentInput[] {
  return rows.map(({ key: _, ...input }) => ({ ...input, weight: Number.isFinite(input.weight) ? input.weight : 0 }));
}

/** A new assessment of a kind, with the first rubric for that kind, at the end and without weight. */
export function addRow(rows: readonly PlanRow[], rubric: RubricSummary, key: string, title: Record<AssessmentKind, string>): PlanRow[] {
  const row = { key, id: "", kind: rubric.kind, title: title[rubric.kind], weight: 0, weight_reason: "", minutes: 60, rubric_id: rubric.id, rubric_version: rubric.version, kit: null, mapping: [] };
  return [...rows, row];
}

/** The candidate's whole time. A portfolio review is the interviewers' own, and asks nothing of the candidate. */
export function totalMinutes(rows: readonly { kind: AssessmentKind; minutes: number }[]): number {
  return rows.reduce((sum, row) => sum + (Number.isFinite(row.minutes) && row.kind !== "portfolio-review" ? row.minutes : 0), 0);
}

/** What is asked about the time before the plan is stored; storing it all the same says that it is meant. */
export function timeQuestions(rows: readonly { kind: AssessmentKind; title: string; minutes: number }[]): string[] {
  const long = rows.filter((row) => row.kind === "take-home" && row.minutes > MOST_TAKE_HOME).map((row) => `${row.title} is over two hours: it measures free time rather than skill.`);
  return totalMinutes(rows) > MOST_MINUTES ? ["More than five hours in all: good people drop out.", ...long] : long;
}

/** Under five hours in all, for the sake of those who would drop out. */
export const MOST_MINUTES = 300;

/** Minutes of a take-home that are not questioned. */
const MOST_TAKE_HOME = 120;

/** What a criterion observes in this plan: what the mapping says, else what its rubric says. */
export function observes(mapping: readonly CriterionMapping[], criterion: { id: string; competency: string }): string {
  return mapping.find((one) => one.criterion === criterion.id)?.competency ?? criterion.competency;
}

/** The mapping with one criterion observing something; what the rubric says anyway is not mapped. */
export function mapped(mapping: readonly CriterionMapping[], criterion: { id: string; competency: string }, competency: string): CriterionMapping[] {
  const others = mapping.filter((one) => one.criterion !== criterion.id);
  return competency === criterion.competency ? others : [...others, { criterion: criterion.id, competency }];
}

/** The competencies that the role asks for and fewer than two assessments observe. */
export function seldom(coverage: readonly CompetencyCoverage[], asked: readonly string[]): { once: string[]; never: string[] } {
  const seen = (times: number) => coverage.filter((row) => asked.includes(row.slug) && row.assessments === times).map((row) => row.title);
  return { once: seen(1), never: seen(0) };
}

/** Whether a weight differs from the plan as it is stored; one that is new or taken out weighs 0 on the other side. */
export function weightsMoved(rows: readonly PlanRow[], plan: readonly { id: string; weight: number }[]): boolean {
  const weight = (all: readonly { id: string; weight: number }[], id: string) => all.find((one) => one.id === id)?.weight ?? 0;
  return [...rows, ...plan].some((one) => weight(rows, one.id) !== weight(plan, one.id));
}

/** Said before weights change under which scorecards are in; null where none is, or no weight moved. */
export function weightsWarning(rows: readonly PlanRow[], plan: { weights_warning: string; assessments: readonly { id: string; weight: number }[] }): string | null {
  return plan.weights_warning !== "" && weightsMoved(rows, plan.assessments) ? plan.weights_warning : null;
}

/** The stored assessment that a choice of rubric would take to another version although scorecards are in: an act of its own, that says which of them stay. */
export function movedByItself(plan: { submitted: number; assessments: readonly PlanAssessment[] }, id: string, rubric: { id: string; version: number }): PlanAssessment | null {
  const held = plan.assessments.find((one) => one.id === id && one.rubric_id === rubric.id && one.rubric_version !== rubric.version);
  return plan.submitted > 0 && held ? held : null;
}

/** What keeps the plan from being stored, in words; null where nothing does. */
export function planProblem(rows: readonly PlanRow[]): string | null {
  if (rows.length === 0) return "A plan needs at least one assessment.";
  const untitled = rows.find((row) => row.title.trim() === "");
  if (untitled) return "Every assessment needs a title.";
  const unreasoned = rows.find((row) => row.weight_reason.trim() === "");
  if (unreasoned) return `Say why ${unreasoned.title} has its weight.`;
  return null;
}
