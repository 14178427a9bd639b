/** Drift as rows, table and words. Pure. */
import type { DriftEffect, DriftFigures, Way } from "../../generated/bindings";
import type { DotRow } from "../../kit/charts/DotPlot";
import type { FigureTable } from "../../kit/charts/PlainTable";
import { signedWithInterval } from "./figures";

/** One way in which severity may move, with what its number means. */
export type NamedEffect = { id: string; title: string; meaning: string; effect: DriftEffect | null; unknown: Unknown };

/** Why there is no effect, where there is none: too few, others' movements mixed in, or an interval wider than the scale. */
type Unknown = "few" | "mixed" | "wide";
const UNKNOWN: Record<Unknown, string> = { few: "cannot be computed", mixed: "cannot be told from another's", wide: "too uncertain to say" };

/** The four ways, in the order in which they are shown. */
export function effectsOf(figures: DriftFigures): NamedEffect[] {
  const why = (way: Way): Unknown => (figures.untold.includes(way) ? "mixed" : figures.too_wide.includes(way) ? "wide" : "few");
  const of = (way: Way) => ({ effect: figures[way], unknown: why(way) });
  return [
    { id: "order", title: "From one interview to the next", meaning: "points per interview as they were held; above nought is growing milder", ...of("over_order") },
    { id: "contrast", title: "By the candidate before", meaning: "points for each point that the candidate before had; below nought is contrast", ...of("contrast") },
    { id: "marking", title: "From one marking to the next", meaning: "points per scorecard as they were submitted; above nought is growing milder", ...of("over_marking") },
    { id: "debrief", title: "After the debrief", meaning: "points after the application came into the debrief less before; above nought is milder", ...of("after_debrief") },
  ];
}

/** The rows of the picture: only what can be computed. */
export function driftRows(effects: NamedEffect[]): DotRow[] {
  return effects.flatMap(({ id, title, meaning, effect }) =>
    effect === null ? [] : [{ id, name: title, note: meaning, marks: [{ look: "dot" as const, value: effect.estimate, interval: effect.interval }], figures: [effectText(effect)], sentence: `${title}: ${effectText(effect)} ${meaning}` }],
  );
}

/** The table behind the picture; what cannot be computed says so. */
export function driftTable(effects: NamedEffect[]): FigureTable {
  return {
    columns: [{ id: "what", title: "What moved" }, { id: "points", title: "Points (95% interval)" }, { id: "p", title: "By chance alone", align: "end" }, { id: "n", title: "Interviews", align: "end" }, { id: "meaning", title: "What it says" }],
    rows: effects.map(({ id, title, meaning, effect, unknown }) => ({
      id,
      cells: effect === null ? [title, UNKNOWN[unknown], "none", unknown === "few" ? "too few" : "none", meaning] : [title, effectText(effect), chanceText(effect), effect.interviews, meaning],
    })),
  };
}

/** What could not be computed, in a sentence; empty where all was. */
export function unknownText(effects: NamedEffect[]): string {
  const titles = (why: Unknown) => effects.filter((one) => one.effect === null && one.unknown === why).map((one) => one.title.toLowerCase()).join("; ");
  const [few, mixed, wide] = [titles("few"), titles("mixed"), titles("wide")];
  return [
    few && `Not computed, as there are too few interviews for it or nothing varies: ${few}.`,
    mixed && `Raters saw the same candidates in such orders that one's movement cannot be told from another's: ${mixed}.`,
    wide && `Too uncertain to say, as the movement could be anything on the scale: ${wide}.`,
  ].filter(Boolean).join(" ");
}

/** Fewer interviews hold too little for a share of chance: it would go by the shape that chance is taken to have. */
const LEAST = 10;

/** How often chance alone would show as much or more, looking in this way only (the p-value): it is no share of being right. */
export function chanceText({ p, interviews }: DriftEffect): string {
  if (interviews < LEAST) return "too few to say";
  if (p < 0.001) return "less often than 1 in 1000";
  return `${p.toFixed(p < 0.1 ? 3 : 2)} of the time`;
}

function effectText(effect: DriftEffect): string {
  return signedWithInterval(effect.estimate, effect.interval, 2);
}
