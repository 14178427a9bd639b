/** Who is before whom over many weightings: a heat map with its figures, and the table behind it. Pure. */
import type { RoleRobustness } from "../../generated/bindings";
import { percentText } from "../../kit";
import type { FigureTable } from "../../kit/charts/PlainTable";
import type { HeatRow } from "../../kit/charts/HeatMap";

/** Weights near the plan's, or all that there are. */
export type Which = "near" | "all";
export const WHICH: { id: Which; label: string }[] = [
  { id: "near", label: "Weights near the plan's" },
  { id: "all", label: "All weights" },
];

/** Candidates against candidates: in which share of weightings the row is before the column. */
export function beforeRows(found: RoleRobustness, which: Which): HeatRow[] {
  return found.rows.map((row, i) => ({
    id: row.application_id,
    name: row.candidate_name,
    cells: found.rows.map((other, j) => (i === j ? null : beforeCell(row.candidate_name, other.candidate_name, shareOf(found, which, i, j)))),
  }));
}

function beforeCell(name: string, other: string, share: number | null) {
  if (share === null) return { text: "equal", shade: null, title: `${name} and ${other} have the same score whatever the weights` };
  return { text: percentText(share), shade: Math.min(5, Math.floor(share * 5) + 1), title: `${name} is before ${other} in ${percentText(share)} of these weightings` };
}

function shareOf(found: RoleRobustness, which: Which, i: number, j: number): number | null {
  return (which === "near" ? found.above_near : found.above_all)[i]?.[j] ?? null;
}

/** The table behind the map: each two candidates once, both sets of weightings beside each other. */
export function beforeTable(found: RoleRobustness): FigureTable {
  const pairs = found.rows.flatMap((row, i) => found.rows.slice(i + 1).map((other, k) => ({ row, other, i, j: i + 1 + k })));
  const cell = (share: number | null) => (share === null ? "always equal" : percentText(share));
  return {
    columns: [{ id: "pair", title: "Before whom" }, { id: "near", title: "Weights near the plan's", align: "end" }, { id: "all", title: "All weights", align: "end" }],
    rows: pairs.map(({ row, other, i, j }) => ({
      id: `${row.application_id}-${other.application_id}`,
      cells: [`${row.candidate_name} before ${other.candidate_name}`, cell(shareOf(found, "near", i, j)), cell(shareOf(found, "all", i, j))],
    })),
  };
}
