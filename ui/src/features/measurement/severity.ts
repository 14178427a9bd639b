/** How strict raters are, as picture and table. Pure. */
import type { RaterOffset, Verdict } from "../../generated/bindings";
import { count } from "../../app/words";
import type { DotRow } from "../../kit/charts/DotPlot";
import type { FigureTable } from "../../kit/charts/PlainTable";
import { signed } from "../../kit/charts/scale";
import { leniencyText, plain, UNSURE } from "./figures";

/** Whether the ratings can tell how strict a rater is; else no offset is drawn. */
export function canTell(verdict: Verdict | null): boolean {
  return verdict === "complete" || verdict === "corrected" || verdict === "within-sets";
}

/** Where a rater's leniency lies, within two standard deviations either way; at a point where none is known. */
export function reach({ leniency, sd }: { leniency: number; sd: number | null }): [number, number] {
  const width = 2 * (sd ?? 0);
  return [leniency - width, leniency + width];
}

/** The rows of the picture of raters' offsets. */
export function offsetRows(raters: RaterOffset[]): DotRow[] {
  return raters.map((rater) => ({
    id: rater.person_id,
    name: rater.name,
    note: count(rater.candidates, "candidate"),
    ...offset(rater),
  }));
}

/** What is drawn and said of one rater; of one whom nothing links to the others no number. */
function offset(rater: RaterOffset): Pick<DotRow, "marks" | "figures" | "sentence"> {
  const from = `from ${count(rater.candidates, "candidate")}`;
  if (rater.untold) return { marks: [], figures: ["no telling"], sentence: `${rater.name}: ${rater.untold}, ${from}` };
  const sure = rater.sd === null ? UNSURE : `standard deviation ${plain(rater.sd, 1)}`;
  return {
    marks: [{ look: "dot", value: rater.leniency, interval: rater.sd === null ? null : reach(rater) }],
    figures: [`${signed(rater.leniency)} ± ${rater.sd === null ? "unknown" : plain(rater.sd, 1)}`],
    sentence: `${rater.name}: ${leniencyText(rater.leniency)}, ${sure}, ${from}`,
  };
}

/** The table behind the picture of offsets. */
export function offsetTable(raters: RaterOffset[]): FigureTable {
  return {
    columns: [
      { id: "name", title: "Rater" },
      { id: "words", title: "In words" },
      { id: "points", title: "Points", align: "end" },
      { id: "sd", title: "Standard deviation", align: "end" },
      { id: "ratings", title: "Levels given", align: "end" },
      { id: "candidates", title: "Candidates", align: "end" },
    ],
    rows: raters.map((rater) => ({ id: rater.person_id, cells: [rater.name, ...offsetCells(rater), rater.ratings, rater.candidates] })),
  };
}

function offsetCells(rater: RaterOffset): string[] {
  if (rater.untold) return [rater.untold, "no telling", "no telling"];
  return [leniencyText(rater.leniency), signed(rater.leniency, 2), rater.sd === null ? "unknown" : plain(rater.sd, 2)];
}

/** Raters whose severity can be compared among themselves only, by name; empty where all can. */
export function raterGroups(raters: RaterOffset[]): string[][] {
  const groups = [...new Set(raters.map((rater) => rater.group))].sort((a, b) => a - b);
  return groups.length < 2 ? [] : groups.map((group) => raters.filter((rater) => rater.group === group).map((rater) => rater.name));
}
