/** Drift as rows, table and words. Pure. */
import type { DriftEffect, DriftFigures, Way } from "../../generated/bindings";
import type { DotRow } from "../../kit/charts/DotPlot";
import type { FigureTable } from "../../kit/charts/PlainTable";
import { signedWithInterval } from "./figures";

/** One way in which severity may move, with what its number means. */
export type NamedEffect = { id: string; title: string; meaning: string; effect: DriftEffect | null; unknown: Unknown };

/** Why there is no effect, where there is none: no order known, too few, others' movements mixed in, or an interval wider than the scale. */
type Unknown = "order" | "few" | "mixed" | "wide";
const UNKNOWN: Record<Unknown, string> = { order: "the order is not known", few: "cannot be computed", mixed: "cannot be told from another's", wide: "too uncertain to say" };

/** The four ways, in the order in which they are shown. */
export function effectsOf(figures: DriftFigures): NamedEffect[] {
  const why = (way: Way): Unknown => (figures.unordered.includes(way) ? "order" : figures.untold.includes(way) ? "mixed" : figures.too_wide.includes(way) ? "wide" : "few");
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
    columns: [{ id: "what", title: "What moved" }, { id: "points", title: "Points (95% interval)" }, { id: "p", title: "Chance alone shows as much" }, { id: "n", title: "Interviews", align: "end" }, { id: "meaning", title: "What it says" }],
    rows: effects.map(({ id, title, meaning, effect, unknown }) => ({
      id,
      cells: effect === null ? [title, UNKNOWN[unknown], "none", unknown === "few" ? "too few" : "none", meaning] : [title, effectText(effect), effect.chance, effect.interviews, meaning],
    })),
  };
}

/** What could not be computed, in a sentence; empty where all was. */
export function unknownText(effects: NamedEffect[]): string {
  const titles = (why: Unknown) => effects.filter((one) => one.effect === null && one.unknown === why).map((one) => one.title.toLowerCase()).join("; ");
  const [order, few, mixed, wide] = [titles("order"), titles("few"), titles("mixed"), titles("wide")];
  return [
    order && `The order is not known, as interviews have the same time: ${order}.`,
    few && `Not computed, as there are too few interviews for it or nothing varies: ${few}.`,
    mixed && `Raters saw the same candidates in such orders that one's movement cannot be told from another's: ${mixed}.`,
    wide && `Too uncertain to say, as the movement could be anything on the scale: ${wide}.`,
  ].filter(Boolean).join(" ");
}

function effectText(effect: DriftEffect): string {
  return signedWithInterval(effect.estimate, effect.interval, 2);
}
