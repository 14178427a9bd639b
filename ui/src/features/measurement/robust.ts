/** The order under weights that are tried, as the slider moves. Pure; how sure it is comes from the program. */
import type { PlanAssessment, PreviewWeight, RoleRobustness, WeightsTried } from "../../generated/bindings";
import { count } from "../../app/words";
import { share } from "../../kit/weights";

/** One candidate's place under some weights; `bands` are empty until the program has said who is not told apart. */
export type TriedPlace = { id: string; name: string; score: number; place: number; was: number; bands: number[] };

/** Sums nearer than this are equal but for rounding. */
const SAME = 1e-9;

/** Weighted means; the weights are in any unit, but not all nought. */
export function sums(scores: readonly (readonly number[])[], weights: readonly number[]): number[] {
  const all = weights.reduce((a, b) => a + b, 0);
  return scores.map((row) => row.reduce((sum, score, i) => sum + score * (weights[i] ?? 0), 0) / all);
}

/** Places from 1; equal sums share the better place. */
export function places(values: readonly number[]): number[] {
  return values.map((value) => 1 + values.filter((other) => other > value + SAME).length);
}

/** The weights of the assessments that have scores, as whole per cents that sum to 100: where the sliders start. */
export function ownWeights(found: RoleRobustness): number[] {
  return share(100, found.assessments.map((one) => one.weight));
}

/** The order under tried weights, best first, each with its place under the plan's own. */
export function triedOrder(found: RoleRobustness, weights: readonly number[], tried: WeightsTried | undefined): TriedPlace[] {
  const scores = found.rows.map((row) => row.scores);
  const now = sums(scores, weights);
  const before = places(found.rows.map((row) => row.score));
  const after = places(now);
  const bands = new Map(tried?.rows.map((row) => [row.application_id, row.bands]));
  const rows = found.rows.map((row, i) => ({ id: row.application_id, name: row.candidate_name, score: now[i] ?? 0, place: after[i] ?? 0, was: before[i] ?? 0, bands: bands.get(row.application_id) ?? [] }));
  return rows.sort((a, b) => b.score - a.score || a.was - b.was);
}

/** What the tried weights do, in a sentence. */
export function triedSentence(rows: readonly TriedPlace[]): string {
  const moved = rows.filter((row) => row.place !== row.was);
  if (moved.length === 0) return "The order stays as it is.";
  const first = rows.filter((row) => row.place === 1);
  const lead = first.some((row) => row.was === 1) ? "The first stays first" : `${first.map((row) => row.name).join(" and ")} would be first`;
  return `${lead}; ${count(moved.length, "candidate has", "candidates have")} another place.`;
}

/**
 * The tried weights as the program takes them: what the plan gives to assessments without any score stays as it is, the rest is
 * given out in the tried proportions.
 */
export function asPlanWeights(plan: readonly PlanAssessment[], found: RoleRobustness, weights: readonly number[]): PreviewWeight[] {
  const scored = new Set(found.assessments.map((one) => one.assessment_id));
  const all = plan.filter((one) => scored.has(one.id)).reduce((sum, one) => sum + one.weight, 0);
  const given = share(all, weights);
  return found.assessments.map((one, i) => ({ assessment_id: one.assessment_id, weight: given[i] ?? 0 }));
}

/** Who is at least as good as whom in every assessment, whatever the weights: pairs of names. */
export function dominance(found: RoleRobustness): [string, string][] {
  const name = (i: number) => found.rows[i]?.candidate_name ?? "somebody";
  return found.dominates.flatMap((row, i) => row.flatMap((holds, j): [string, string][] => (holds ? [[name(i), name(j)]] : [])));
}
