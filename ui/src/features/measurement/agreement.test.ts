import { expect, it } from "vitest";
import type { AgreementFigures, AssessmentAgreement, Coefficient, RaterPair } from "../../generated/bindings";
import { apartShade, coefficientTable, coefficientText, criteriaTable, pairRows, pairsTable } from "./agreement";

const known = (value: number, interval: [number, number] | null = null): Coefficient => ({ value, undefined: "", interval, note: "" });
const unknown: Coefficient = { value: null, undefined: "cannot be computed: every score is equal", interval: null, note: "" };
const pair = (name: string, other_name: string, difference: number | null): RaterPair => ({
  person_id: name, name, other_id: other_name, other_name, common: difference === null ? 0 : 4, candidates: difference === null ? 0 : 2, difference, sentence: "They see the same.", alpha_ordinal: unknown, alpha_nominal: unknown, alpha_interval: unknown, alpha_ratio: unknown, kappa_quadratic: unknown, kappa_linear: unknown, kappa_unweighted: unknown, icc: [],
});

it("holds each rater against each other, both ways round", () => {
  const rows = pairRows([pair("Ben", "Ada", 0.6), pair("Ben", "Cleo", null)]);
  expect(rows.map((row) => row.cells.map((cell) => cell?.text ?? null))).toEqual([[null, "−0.6", "never met"], ["+0.6", null, "never met"], ["never met", "never met", null]]);
  expect(rows[0]?.cells[1]).toMatchObject({ shade: 3, title: "Ada less Ben: −0.60 levels on average, over 4 common ratings of 2 candidates. They see the same." });
  expect(rows[0]?.cells[2]?.shade).toBeNull();
});
it("shades by quarters of a level, either way", () => {
  expect([0, 0.24, -0.25, 1, 3].map(apartShade)).toEqual([1, 1, 2, 5, 5]);
});
it("gives the reason where nothing can be computed", () => {
  expect([known(-0.123), known(0.5, [0.1, 0.8]), unknown].map(coefficientText)).toEqual(["−0.12", "0.50 (0.10 to 0.80)", "cannot be computed: every score is equal"]);
  expect(coefficientText({ ...known(1), note: "too few candidates for an interval" })).toBe("1.00 (too few candidates for an interval)");
  expect(coefficientText({ ...known(0.5, [0.1, 0.8]), note: "3 of 400 draws gave none" })).toBe("0.50 (0.10 to 0.80; 3 of 400 draws gave none)");
});
it("says what a reliability is of", () => {
  const figures = { raters: 2, alpha_ordinal: unknown, alpha_nominal: unknown, alpha_interval: unknown, alpha_ratio: unknown, icc: [], fleiss_kappa: unknown, reliability: [{ raters: 1, reliability: 0.5, interval: [0.2, 0.8] }, { raters: 2, reliability: 0.667, interval: [0.33, 0.89] }, { raters: 3, reliability: 0.75, interval: [0.43, 0.92] }] } as unknown as AgreementFigures;
  expect(coefficientTable(figures).rows.slice(-3).map((row) => row.cells.slice(1).join(": "))).toEqual(["0.50 (0.20 to 0.80): one rater fewer (Spearman and Brown)", "0.67 (0.33 to 0.89): as many raters as there are (Spearman and Brown)", "0.75 (0.43 to 0.92): one rater more (Spearman and Brown)"]);
});
it("gives every kappa, alpha and intraclass correlation of a pair and of a criterion", () => {
  const icc = [{ name: "ICC(A,1)", meaning: "", coefficient: known(0.6, [0.2, 0.8]) }];
  const alphas = { alpha_ordinal: known(0.7, [0.5, 0.9]), alpha_nominal: known(0.4), alpha_interval: known(0.71), alpha_ratio: known(0.69) };
  const one = { ...pair("Ada", "Ben", 0.5), ...alphas, kappa_unweighted: known(0.31), kappa_linear: known(0.5, [0.1, 0.8]), kappa_quadratic: known(0.62), icc };
  const cells = (table: { columns: { id: string }[]; rows: { cells: unknown[] }[] }) => Object.fromEntries(table.columns.map((column, i) => [column.id, table.rows[0]?.cells[i]]));
  const shared = { ordinal: "0.70 (0.50 to 0.90)", nominal: "0.40", interval: "0.71", ratio: "0.69", "ICC(A,1)": "0.60 (0.20 to 0.80)", "ICC(C,k)": "cannot be computed: too few, or a score is missing" };
  const alone = { ordinal: "0.70", "ICC(A,1)": "0.60", "ICC(C,k)": "none" };
  expect(cells(pairsTable([one], false))).toMatchObject({ ...alone, linear: "0.50" });
  expect(cells(pairsTable([one], true))).toMatchObject({ ...shared, words: "They see the same.", unweighted: "0.31", linear: "0.50 (0.10 to 0.80)", quadratic: "0.62" });
  const figures = { sentence: "All see the same.", ...alphas, fleiss_kappa: known(0.33, [0.1, 0.5]), icc } as unknown as AgreementFigures;
  const assessment = { criteria: [{ criterion: "c", title: "Depth", figures }] } as unknown as AssessmentAgreement;
  expect(cells(criteriaTable(assessment, false))).toMatchObject({ ...alone, fleiss: "0.33" });
  expect(cells(criteriaTable(assessment, true))).toMatchObject({ ...shared, words: "All see the same.", fleiss: "0.33 (0.10 to 0.50)" });
});
