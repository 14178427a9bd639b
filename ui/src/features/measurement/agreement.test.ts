import { expect, it } from "vitest";
import type { AgreementFigures, Coefficient, RaterPair } from "../../generated/bindings";
import { apartShade, coefficientTable, coefficientText, pairRows } from "./agreement";

const known = (value: number, interval: [number, number] | null = null): Coefficient => ({ value, undefined: "", interval, note: "" });
const unknown: Coefficient = { value: null, undefined: "cannot be computed: every score is equal", interval: null, note: "" };
const pair = (name: string, other_name: string, difference: number | null): RaterPair => ({
  person_id: name, name, other_id: other_name, other_name, common: difference === null ? 0 : 4, candidates: difference === null ? 0 : 2, difference, alpha_ordinal: unknown, kappa_quadratic: unknown, kappa_linear: unknown, kappa_unweighted: unknown,
});

it("holds each rater against each other, both ways round", () => {
  const rows = pairRows([pair("Ben", "Ada", 0.6), pair("Ben", "Cleo", null)]);
  expect(rows.map((row) => row.cells.map((cell) => cell?.text ?? null))).toEqual([[null, "−0.6", "never met"], ["+0.6", null, "never met"], ["never met", "never met", null]]);
  expect(rows[0]?.cells[1]).toMatchObject({ shade: 3, title: "Ada less Ben: −0.60 levels on average, over 4 common ratings of 2 candidates" });
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
  const figures = { raters: 2, alpha_ordinal: unknown, alpha_nominal: unknown, alpha_interval: unknown, alpha_ratio: unknown, icc: [], fleiss_kappa: null, reliability: [{ raters: 1, reliability: 0.5, interval: [0.2, 0.8] }, { raters: 2, reliability: 0.667, interval: [0.33, 0.89] }, { raters: 3, reliability: 0.75, interval: [0.43, 0.92] }] } as unknown as AgreementFigures;
  expect(coefficientTable(figures).rows.slice(-3).map((row) => row.cells.slice(1).join(": "))).toEqual(["0.50 (0.20 to 0.80): one rater fewer (Spearman and Brown)", "0.67 (0.33 to 0.89): as many raters as there are (Spearman and Brown)", "0.75 (0.43 to 0.92): one rater more (Spearman and Brown)"]);
});
