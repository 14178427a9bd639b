/** The scorecards a decision can rest on. Pure. */
import type { DebriefRow, Plan, Recommendation } from "../../generated/bindings";

/** A scorecard as a line to tick. */
export type ChosenCard = { id: string; assessment: string; person: string; score: number | null; recommendation: Recommendation; independent: boolean };

/** Every scorecard of a row, in the order of the plan; one scorecard stands once. */
export function cardsOfRow(row: DebriefRow, plan: Plan): ChosenCard[] {
  const cards = plan.assessments.flatMap((assessment) => {
    const cell = row.cells.find((c) => c.assessment_id === assessment.id);
    return (cell?.raters ?? []).map((mark) => ({
      id: mark.scorecard_id, assessment: assessment.title, person: mark.name, score: mark.score, recommendation: mark.recommendation, independent: mark.independent,
    }));
  });
  return cards.filter((card, i) => cards.findIndex((other) => other.id === card.id) === i);
}
