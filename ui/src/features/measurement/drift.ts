/** Drift as rows, table and words. Pure. */
import type { DriftEffect, DriftFigures, Way } from "../../generated/bindings";
import type { DotRow } from "../../kit/charts/DotPlot";
import type { FigureTable } from "../../kit/charts/Figure";
import { signedWithInterval } from "./figures";

/** One way in which severity may move, with what its number means. */
export type NamedEffect = { id: string; title: string; meaning: string; effect: DriftEffect | null; untold: boolean };

/** The four ways, in the order in which they are shown. */
export function effectsOf(figures: DriftFigures): NamedEffect[] {
  const of = (way: Way) => ({ effect: figures[way], untold: figures.untold.includes(way) });
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
    columns: [{ id: "what", title: "What moved" }, { id: "points", title: "Points (95% interval)" }, { id: "p", title: "p", align: "end" }, { id: "n", title: "Interviews", align: "end" }, { id: "meaning", title: "What it says" }],
    rows: effects.map(({ id, title, meaning, effect, untold }) => ({
      id,
      cells: effect === null ? [title, untold ? "cannot be told from another's" : "cannot be computed", "none", untold ? "none" : "too few", meaning] : [title, effectText(effect), effect.p.toFixed(3), effect.interviews, meaning],
    })),
  };
}

/** What could not be computed, in a sentence; empty where all was. */
export function unknownText(effects: NamedEffect[]): string {
  const titles = (untold: boolean) => effects.filter((one) => one.effect === null && one.untold === untold).map((one) => one.title.toLowerCase()).join("; ");
  const [few, mixed] = [titles(false), titles(true)];
  return [
    few && `Not computed, as there are too few interviews for it or nothing varies: ${few}.`,
    mixed && `Raters saw the same candidates in such orders that one's movement cannot be told from another's: ${mixed}.`,
  ].filter(Boolean).join(" ");
}

function effectText(effect: DriftEffect): string {
  return signedWithInterval(effect.estimate, effect.interval, 2);
}
