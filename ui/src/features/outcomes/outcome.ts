/** What became of a hire, while it is told and afterwards. Pure. */
import type { GoalMet, HireOutcome, Prediction, PredictionRow } from "../../generated/bindings";
import type { DotRow } from "../../kit/charts/DotPlot";
import type { FigureTable } from "../../kit/charts/PlainTable";
import { signed } from "../../kit/charts/scale";

/** What can be said of a goal. */
export type GoalAnswer = "met" | "not-met" | "unknown";

/** A goal's answer as it is kept: what cannot be said yet is never counted as not met. */
export function metOf(answer: GoalAnswer): boolean | null {
  return answer === "unknown" ? null : answer === "met";
}

/** Whether anything is said at all; else there is nothing to keep. */
export function saysSomething(goals: readonly GoalMet[], rating: number | null): boolean {
  return rating !== null || goals.some((goal) => goal.met !== null);
}

/** The manager's rating in words, 1 to 5. */
export const RATINGS: Record<number, string> = { 1: "1, far below what was hoped", 2: "2, below", 3: "3, as hoped", 4: "4, above", 5: "5, far above what was hoped" };

/** "2 of 3 goals met, 1 not known yet; manager's rating 4 of 5". */
export function outcomeText(outcome: Pick<HireOutcome, "goals" | "manager_rating">): string {
  const met = outcome.goals.filter((goal) => goal.met === true).length;
  const unknown = outcome.goals.filter((goal) => goal.met === null).length;
  const goals = outcome.goals.length === 0 ? "no goals asked" : `${met} of ${outcome.goals.length} goals met${unknown > 0 ? `, ${unknown} not known yet` : ""}`;
  return `${goals}; ${outcome.manager_rating === null ? "no manager's rating" : `manager's rating ${outcome.manager_rating} of 5`}`;
}

/** Against which measure of the outcome. */
export type Measure = "goals_met" | "manager_rating";

/** The name of an assessment or a criterion: "Code review", "Code review: Failure paths". */
export function rowName(row: PredictionRow): string {
  return row.criterion === null ? row.rubric_title : `${row.rubric_title}: ${row.criterion_title}`;
}

/** The rows of the picture: correlations with their intervals. What cannot be computed has no mark. */
export function predictionRows(rows: readonly PredictionRow[], measure: Measure): DotRow[] {
  return rows.map((row) => {
    const found = row[measure];
    return {
      id: rowId(row),
      name: row.criterion === null ? row.rubric_title : row.criterion_title,
      note: row.criterion === null ? "the whole assessment" : row.rubric_title,
      marks: [{ look: "dot" as const, value: found.correlation, interval: intervalOf(found) }],
      figures: [found.correlation === null ? "none" : signed(found.correlation, 2), `n = ${found.n}`],
      sentence: `${rowName(row)}: ${found.sentence}`,
    };
  });
}

/** The table behind the picture. */
export function predictionTable(rows: readonly PredictionRow[], measure: Measure): FigureTable {
  const figure = (value: number | null) => (value === null ? "none" : signed(value, 2));
  return {
    columns: [
      { id: "name", title: "Assessment or criterion" },
      { id: "n", title: "Hires", align: "end" },
      { id: "r", title: "Correlation", align: "end" },
      { id: "interval", title: "95% interval", align: "end" },
      { id: "rank", title: "Rank correlation", align: "end" },
      { id: "range", title: "Corrected for range", align: "end" },
      { id: "words", title: "In words" },
    ],
    rows: rows.map((row) => {
      const found = row[measure];
      const interval = intervalOf(found);
      return { id: rowId(row), cells: [rowName(row), found.n, figure(found.correlation), interval ? `${signed(interval[0], 2)} to ${signed(interval[1], 2)}` : "none", figure(found.rank_correlation), figure(found.corrected_for_range), found.sentence] };
    }),
  };
}

function intervalOf(found: Prediction): [number, number] | null {
  return found.low === null || found.high === null ? null : [found.low, found.high];
}

function rowId(row: PredictionRow): string {
  return `${row.rubric_id}#${row.criterion ?? ""}`;
}
