/** Agreement as words, tables and shades. Pure. */
import type { AgreementFigures, AssessmentAgreement, Coefficient, IccFigure, RaterPair } from "../../generated/bindings";
import type { FigureColumn, FigureTable } from "../../kit/charts/PlainTable";
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
  return { text: signed(difference), shade: apartShade(difference), title: `${rater.name} less ${other.name}: ${signed(difference, 2)} levels on average, over ${count(pair.common, "common rating")} of ${count(pair.candidates, "candidate")}. ${pair.sentence}` };
}

/** A stronger shade the further apart: a quarter of a level each. */
export function apartShade(difference: number): number {
  return Math.min(5, Math.floor(Math.abs(difference) * 4) + 1);
}

type Alphas = Pick<AgreementFigures, "alpha_ordinal" | "alpha_nominal" | "alpha_interval" | "alpha_ratio">;
const ALPHA = "Krippendorff's alpha";
const ALPHAS: (FigureColumn & { of: (one: Alphas) => Coefficient })[] = [
  { id: "ordinal", title: "Ordinal", of: (one) => one.alpha_ordinal },
  { id: "nominal", title: "Nominal", of: (one) => one.alpha_nominal },
  { id: "interval", title: "Interval", of: (one) => one.alpha_interval },
  { id: "ratio", title: "Ratio", of: (one) => one.alpha_ratio },
];
const ICCS = ["ICC(1,1)", "ICC(A,1)", "ICC(C,1)", "ICC(1,k)", "ICC(A,k)", "ICC(C,k)"];

function grouped(group: string, columns: FigureColumn[]): FigureColumn[] {
  return columns.map(({ id, title }) => ({ id, title, align: "end", group }));
}

const shared = [...grouped(ALPHA, ALPHAS), ...grouped("Intraclass correlation", ICCS.map((name) => ({ id: name, title: name.slice(3) })))];

/** A coefficient alone, "none" where there is none; in full with its interval, or with why. */
function cell(found: Coefficient, full: boolean): string {
  if (full) return coefficientText(found);
  return found.value === null ? "none" : plain(found.value, 2);
}

/** The alphas and the six intraclass correlations in one order; of the latter there is none where a score is missing. */
function sharedCells(found: Alphas & { icc: IccFigure[] }, full: boolean): string[] {
  const icc = (name: string) => {
    const one = found.icc.find((icc) => icc.name === name);
    if (one) return cell(one.coefficient, full);
    return full ? "cannot be computed: too few, or a score is missing" : "none";
  };
  return [...ALPHAS.map((alpha) => cell(alpha.of(found), full)), ...ICCS.map(icc)];
}

/** Criteria with what is to be said of each, and every figure; `full` with intervals, and why there is none. */
export function criteriaTable(assessment: AssessmentAgreement, full: boolean): FigureTable {
  return {
    columns: [{ id: "criterion", title: "Criterion" }, { id: "words", title: "In words", words: true }, ...grouped("Fleiss", [{ id: "fleiss", title: "Kappa" }]), ...shared],
    rows: assessment.criteria.map(({ criterion, title, figures }) => ({
      id: criterion,
      cells: [title, figures.sentence, cell(figures.fleiss_kappa, full), ...sharedCells(figures, full)],
    })),
  };
}

/** Pairs of raters with what is to be said of each, and every figure; `full` with intervals, and why there is none. Of two who rated nothing in common the words say it once. */
export function pairsTable(pairs: RaterPair[], inFull: boolean): FigureTable {
  const fullOf = (pair: RaterPair) => inFull && pair.common > 0;
  return {
    columns: [
      { id: "pair", title: "Pair" },
      { id: "words", title: "In words", words: true },
      ...grouped("In common", [{ id: "common", title: "Ratings" }, { id: "candidates", title: "Candidates" }]),
      ...grouped("Levels", [{ id: "difference", title: "Mean difference" }]),
      ...grouped("Cohen's kappa, by weights", [{ id: "unweighted", title: "None" }, { id: "linear", title: "Linear" }, { id: "quadratic", title: "Quadratic" }]),
      ...shared,
    ],
    rows: pairs.map((pair) => ({
      id: `${pair.person_id}-${pair.other_id}`,
      cells: [
        `${pair.name} and ${pair.other_name}`, pair.sentence, pair.common, pair.candidates, pair.difference === null ? "none" : signed(pair.difference, 2),
        ...[pair.kappa_unweighted, pair.kappa_linear, pair.kappa_quadratic].map((kappa) => cell(kappa, fullOf(pair))), ...sharedCells(pair, fullOf(pair)),
      ],
    })),
  };
}

/** Every coefficient of one assessment. */
export function coefficientTable(figures: AgreementFigures): FigureTable {
  return {
    columns: [{ id: "what", title: "Coefficient" }, { id: "value", title: "Value (95% interval)" }, { id: "meaning", title: "What it says" }],
    rows: [
      { id: "ordinal", cells: ["Krippendorff's alpha, ordinal", coefficientText(figures.alpha_ordinal), "Levels as an order: this is what rubric levels are"] },
      { id: "nominal", cells: ["Krippendorff's alpha, nominal", coefficientText(figures.alpha_nominal), "Only equal levels count as agreement"] },
      { id: "interval", cells: ["Krippendorff's alpha, interval", coefficientText(figures.alpha_interval), "Levels in equal steps"] },
      { id: "ratio", cells: ["Krippendorff's alpha, ratio", coefficientText(figures.alpha_ratio), "Levels in equal steps from nought"] },
      { id: "fleiss", cells: ["Fleiss' kappa", coefficientText(figures.fleiss_kappa), "Only equal levels count, beyond what chance would give"] },
      ...figures.icc.map((icc) => ({ id: icc.name, cells: [icc.name, coefficientText(icc.coefficient), icc.meaning] })),
      ...figures.reliability.map((one) => ({ id: `raters-${one.raters}`, cells: [one.raters === 1 ? "Reliability of one rater's scorecard" : `Reliability of the mean of ${one.raters} scorecards`, `${plain(one.reliability, 2)} (${intervalText(one.interval, 2)})`, reliabilityMeaning(one.raters - figures.raters)] })),
    ],
  };
}

function reliabilityMeaning(more: number): string {
  const who = more === 0 ? "as many raters as there are" : more > 0 ? "one rater more" : more === -1 ? "one rater fewer" : `${-more} raters fewer`;
  return `${who} (Spearman and Brown)`;
}
