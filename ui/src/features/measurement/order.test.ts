import { expect, it } from "vitest";
import type { OrderRow, Ranking, RoleOrder } from "../../generated/bindings";
import { neighbourSentence, pairRows } from "./NeighbourSection";
import { orderRows, orderTable, placed } from "./order";

const row = (id: string, name: string, raw: number | null, corrected: number | null): OrderRow => ({
  application_id: id, candidate_id: id, candidate_name: name, raw, corrected, sd: 0.2, interval: raw === null ? null : [3, 4.2], coverage: 0.7, parts: [], missing_weight: 0.3, sentence: "",
});
const ranking = (rows: [string, number[]][], probabilities: (number | null)[][]): Ranking => ({ rows: rows.map(([id, bands]) => ({ application_id: id, candidate_name: id, score: 3, bands })), neighbours: [], probabilities, pairs: 1, pairs_told_apart: 0, sentence: "", closeness: "" });
const order = {
  rows: [row("a", "Ada", 3.6, 3.3), row("b", "Ben", 3.5, 3.5), row("c", "Cleo", null, null)],
  plain: ranking([["a", [0]], ["b", [0, 1]]], [[null, 0.42], [0.58, null]]),
  corrected: ranking([["b", [0]], ["a", [1]]], [[null, 0.95], [0.05, null]]),
} as unknown as RoleOrder;

it("stands in the plain order until the corrected one is asked for, those without a score last", () => {
  expect(placed(order, "plain").map((one) => one.row.application_id)).toEqual(["a", "b", "c"]);
  expect(placed(order, "corrected").map((one) => one.row.application_id)).toEqual(["b", "a", "c"]);
  expect(placed({ ...order, corrected: null }, "corrected").map((one) => one.bands)).toEqual([[0], [0, 1], []]);
});
it("shows plain and corrected side by side, the interval with the corrected", () => {
  const [ada, , cleo] = orderRows(placed(order, "plain"), true);
  expect(ada?.marks).toEqual([{ look: "diamond", value: 3.6, interval: null }, { look: "dot", value: 3.3, interval: [3, 4.2] }]);
  expect(ada?.sentence).toBe("Ada: plain 3.6; corrected 3.3; 95% interval 3.0 to 4.2; 70% of the plan's weight assessed; not told apart from Ben");
  expect(cleo?.figures).toEqual(["no score", "none", "70%"]);
  expect(cleo?.sentence).toBe("Cleo: plain not assessed; not corrected; 70% of the plan's weight assessed");
});
it("has the interval with the plain score where nothing is corrected", () => {
  const rows = [row("b", "Ben", 3.5, null)];
  const [ben] = orderRows(placed({ ...order, rows, corrected: null, plain: ranking([["b", [0]]], []) }, "plain"), false);
  expect(ben?.marks).toEqual([{ look: "diamond", value: 3.5, interval: [3, 4.2] }]);
  expect(ben?.figures).toEqual(["3.5", "70%"]);
});
it("says where a score has no interval that nobody can say how sure it is", () => {
  const [ada] = orderRows(placed({ ...order, rows: [{ ...row("a", "Ada", 3.6, 3.3), interval: null, sd: null }] }, "plain"), true);
  expect(ada?.sentence).toContain("corrected 3.3; how sure it is cannot be said;");
  expect(ada?.marks.every((mark) => mark.interval === null)).toBe(true);
});
it("has the same in the table behind it, bands counted from one", () => {
  expect(orderTable(placed(order, "plain")).rows.map((one) => one.cells.at(-1))).toEqual(["1", "1, 2", "in none"]);
});
it("never shows a probability where two cannot be compared", () => {
  expect(pairRows(ranking([["a", []], ["b", []]], [[null, null], [0.58, null]])).map((one) => one.cells.map((cell) => cell?.text ?? null))).toEqual([[null, "no telling"], ["58%", null]]);
  expect(neighbourSentence({ ahead: "a", ahead_name: "Ada", behind: "b", behind_name: "Ben", probability: 0.55, words: "a coin toss", told_apart: false })).toBe("Ada before Ben: a coin toss");
});
