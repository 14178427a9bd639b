/** The order as the picture, the table behind it and the sentences show it. Pure. */
import type { OrderRow, Ranking, RoleOrder } from "../../generated/bindings";
import { percentText, scoreText } from "../../kit";
import { bandSentence } from "../../kit/charts/brackets";
import type { DotMark } from "../../kit/charts/DotMarks";
import type { DotRow } from "../../kit/charts/DotPlot";
import type { FigureTable } from "../../kit/charts/PlainTable";
import { intervalText, UNSURE } from "./figures";

/** By which score the candidates stand. */
export type OrderBy = "plain" | "corrected";

/** One candidate in the order that is shown; without a score in no band. */
export type Placed = { row: OrderRow; bands: number[] };

/** The order by one of the two scores, best first; candidates without a score come last. */
export function placed(order: RoleOrder, by: OrderBy): Placed[] {
  const { rows } = rankingBy(order, by);
  const scored = rows.flatMap((ranked) => order.rows.filter((row) => row.application_id === ranked.application_id).map((row) => ({ row, bands: ranked.bands })));
  const unscored = order.rows.filter((row) => !rows.some((ranked) => ranked.application_id === row.application_id));
  return [...scored, ...unscored.map((row) => ({ row, bands: [] }))];
}

/** The order that is shown; the plain one where nothing is corrected. */
export function rankingBy(order: RoleOrder, by: OrderBy): Ranking {
  return by === "corrected" && order.corrected ? order.corrected : order.plain;
}

/** The heads of the figures beside the picture of the order; corrected only where something is. */
export function orderHeads(corrected: boolean): string[] {
  return corrected ? ["Plain", "Corrected", "Covered"] : ["Plain", "Covered"];
}

/** The rows of the picture: plain over corrected, brackets round those not told apart. */
export function orderRows(list: Placed[], corrected: boolean): DotRow[] {
  return list.map(({ row, bands }, index) => ({
    id: row.application_id,
    name: row.candidate_name,
    marks: marksOf(row),
    figures: [row.raw === null ? "no score" : scoreText(row.raw), ...(corrected ? [row.corrected === null ? "none" : scoreText(row.corrected)] : []), percentText(row.coverage)],
    bands,
    sentence: orderSentence(list, index),
  }));
}

/** The interval belongs to the corrected score where there is one, else to the plain. */
function marksOf(row: OrderRow): DotMark[] {
  const corrected = row.corrected !== null;
  const plain: DotMark = { look: "diamond", value: row.raw, interval: corrected ? null : row.interval };
  return corrected ? [plain, { look: "dot", value: row.corrected, interval: row.interval }] : [plain];
}

/** The corrected score, or that there is none. */
export function correctedText(row: { corrected: number | null }): string {
  return row.corrected === null ? "not corrected" : scoreText(row.corrected);
}

/** One candidate's place in a sentence. */
export function orderSentence(list: Placed[], index: number): string {
  const row = list[index]?.row;
  if (!row) return "";
  const apart = apartSentence(list, index);
  const parts = [
    `${row.candidate_name}: plain ${scoreText(row.raw)}`,
    row.corrected === null ? "not corrected" : `corrected ${scoreText(row.corrected)}`,
    ...(row.interval ? [`95% interval ${intervalText(row.interval)}`] : row.raw === null ? [] : [UNSURE]),
    `${percentText(row.coverage)} of the plan's weight assessed`,
    ...(apart ? [apart] : []),
  ];
  return parts.join("; ");
}

/** With whom a candidate is not told apart; null where with nobody. */
export function apartSentence(list: Placed[], index: number): string | null {
  return bandSentence(list.map(({ row, bands }) => ({ candidate_name: row.candidate_name, bands: bands })), index);
}

/** The table behind the picture of the order. */
export function orderTable(list: Placed[]): FigureTable {
  return {
    columns: [
      { id: "name", title: "Candidate" },
      { id: "raw", title: "Plain", align: "end" },
      { id: "corrected", title: "Corrected", align: "end" },
      { id: "interval", title: "95% interval" },
      { id: "covered", title: "Covered", align: "end" },
      { id: "bands", title: "Band" },
    ],
    rows: list.map(({ row, bands }) => ({
      id: row.application_id,
      cells: [row.candidate_name, scoreText(row.raw), correctedText(row), intervalText(row.interval), percentText(row.coverage), bands.length === 0 ? "in none" : bands.map((band) => band + 1).join(", ")],
    })),
  };
}
