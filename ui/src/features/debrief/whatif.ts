/** Weights tried out in the debrief. Pure. */
import type { Plan } from "../../generated/bindings";

/** The weight of one assessment, as the preview takes it. */
export type Trial = { assessment_id: string; weight: number };

/** The weights as the plan has them. */
export function planWeights(plan: Plan): Trial[] {
  return plan.assessments.map((assessment) => ({ assessment_id: assessment.id, weight: assessment.weight }));
}

/** Whether the tried weights are the plan's own. */
export function sameWeights(a: readonly Trial[], b: readonly Trial[]): boolean {
  const of = new Map(b.map((trial) => [trial.assessment_id, trial.weight]));
  return a.length === b.length && a.every((trial) => of.get(trial.assessment_id) === trial.weight);
}

/** A cell by place, as the arrow keys move through them; stops at the edges. */
export function cellMove(key: string, row: number, column: number, rows: number, columns: number): [number, number] | null {
  const clamp = (n: number, most: number) => Math.max(0, Math.min(most - 1, n));
  switch (key) {
    case "ArrowUp":
      return [clamp(row - 1, rows), column];
    case "ArrowDown":
      return [clamp(row + 1, rows), column];
    case "ArrowLeft":
      return [row, clamp(column - 1, columns)];
    case "ArrowRight":
      return [row, clamp(column + 1, columns)];
    case "Home":
      return [row, 0];
    case "End":
      return [row, columns - 1];
    default:
      return null;
  }
}
