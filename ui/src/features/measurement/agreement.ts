/** Agreement as words, tables and shades. Pure. */
import type { AgreementFigures, AssessmentAgreement, Coefficient, RaterPair } from "../../generated/bindings";
import type { FigureTable } from "../../kit/charts/Figure";
import type { HeatCell, HeatRow } from "../../kit/charts/HeatMap";
import { signed } from "../../kit/charts/scale";
import { count } from "../../app/words";
import { intervalText, plain } from "./figures";

/** A coefficient to two places with its interval, "0.62 (0.31 to 0.80)", or why there is none. */
export function coefficientText({ value, interval, note, undefined: why }: Coefficient): string {
  if (value === null) return why;
  const beside = [interval === null ? "" : intervalText(interval, 2), note].filter(Boolean).join("; ");
  return beside === "" ? plain(value, 2) : `${plain(value, 2)} (${beside})`;
}

/** The raters of the pairs, by name. */
export function ratersOf(pairs: RaterPair[]): { id: string; name: string }[] {
  const people = new Map(pairs.flatMap((pair) => [[pair.person_id, pair.name], [pair.other_id, pair.other_name]] as const));
  return [...people].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}

/** Raters against raters: how far apart they are on average, in levels. */
export function pairRows(pairs: RaterPair[]): HeatRow[] {
  const raters = ratersOf(pairs);
  return raters.map((rater) => ({
    ...rater,
    cells: raters.map((other) => (rater.id === other.id ? null : pairCell(pairs, rater, other))),
  }));
}

type Rater = { id: string; name: string };

function pairCell(pairs: RaterPair[], rater: Rater, other: Rater): HeatCell {
  const pair = pairs.find((one) => (one.person_id === rater.id && one.other_id === other.id) || (one.person_id === other.id && one.other_id === rater.id));
  if (!pair || pair.difference === null) return { text: "never met", shade: null, title: `${rater.name} and ${other.name} rated nothing in common` };
  const difference = pair.person_id === rater.id ? pair.difference : -pair.difference;
  return { text: signed(difference), shade: apartShade(difference), title: `${rater.name} less ${other.name}: ${signed(difference, 2)} levels on average, over ${count(pair.common, "common rating")} of ${count(pair.candidates, "candidate")}` };
}

/** A stronger shade the further apart: a quarter of a level each. */
export function apartShade(difference: number): number {
  return Math.min(5, Math.floor(Math.abs(difference) * 4) + 1);
}

/** Criteria with what is to be said of each. */
export function criteriaTable(assessment: AssessmentAgreement): FigureTable {
  return {
    columns: [{ id: "criterion", title: "Criterion" }, { id: "words", title: "In words" }, { id: "alpha", title: "Alpha (95% interval)" }],
    rows: assessment.criteria.map((one) => ({ id: one.criterion, cells: [one.title, one.figures.sentence, coefficientText(one.figures.alpha_ordinal)] })),
  };
}

/** Pairs of raters with their exact figures. */
export function pairsTable(pairs: RaterPair[]): FigureTable {
  return {
    columns: [
      { id: "pair", title: "Pair" },
      { id: "common", title: "Common ratings", align: "end" },
      { id: "candidates", title: "Candidates", align: "end" },
      { id: "difference", title: "Mean difference, levels", align: "end" },
      { id: "alpha", title: "Alpha, ordinal (95% interval)" },
      { id: "kappa", title: "Kappa, quadratic weights" },
    ],
    rows: pairs.map((pair) => ({
      id: `${pair.person_id}-${pair.other_id}`,
      cells: [`${pair.name} and ${pair.other_name}`, pair.common, pair.candidates, pair.difference === null ? "none" : signed(pair.difference, 2), coefficientText(pair.alpha_ordinal), coefficientText(pair.kappa_quadratic)],
    })),
  };
}

/** Every coefficient of one assessment. */
export function coefficientTable(figures: AgreementFigures): FigureTable {
  const fleiss = figures.fleiss_kappa === null ? [] : [{ id: "fleiss", cells: ["Fleiss' kappa", plain(figures.fleiss_kappa, 2), "Only equal levels count, beyond what chance would give"] }];
  return {
    columns: [{ id: "what", title: "Coefficient" }, { id: "value", title: "Value (95% interval)" }, { id: "meaning", title: "What it says" }],
    rows: [
      { id: "ordinal", cells: ["Krippendorff's alpha, ordinal", coefficientText(figures.alpha_ordinal), "Levels as an order: this is what rubric levels are"] },
      { id: "nominal", cells: ["Krippendorff's alpha, nominal", coefficientText(figures.alpha_nominal), "Only equal levels count as agreement"] },
      { id: "interval", cells: ["Krippendorff's alpha, interval", coefficientText(figures.alpha_interval), "Levels in equal steps"] },
      { id: "ratio", cells: ["Krippendorff's alpha, ratio", coefficientText(figures.alpha_ratio), "Levels in equal steps from nought"] },
      ...fleiss,
      ...figures.icc.map((icc) => ({ id: icc.name, cells: [icc.name, coefficientText(icc.coefficient), icc.meaning] })),
      ...figures.reliability.map((one) => ({ id: `raters-${one.raters}`, cells: [one.raters === 1 ? "Reliability of one rater's scorecard" : `Reliability of the mean of ${one.raters} scorecards`, `${plain(one.reliability, 2)} (${intervalText(one.interval, 2)})`, reliabilityMeaning(one.raters - figures.raters)] })),
    ],
  };
}

function reliabilityMeaning(more: number): string {
  const who = more === 0 ? "as many raters as there are" : more > 0 ? "one rater more" : more === -1 ? "one rater fewer" : `${-more} raters fewer`;
  return `${who} (Spearman and Brown)`;
}
