/** A rater's own figures in words. Pure. */
import type { MirrorFigures, OwnConsistency, RubricConsistency } from "../../generated/bindings";
import { minutesText } from "../../app/words";
import { percentText } from "../../kit";
import type { FigureTable } from "../../kit/charts/PlainTable";
import type { HeatRow } from "../../kit/charts/HeatMap";
import { shade, signed } from "../../kit/charts/scale";

type Line = { id: keyof MirrorFigures; title: string; meaning: string; text: (value: number) => string; beside?: true };

const LINES: Line[] = [
  { id: "leniency", title: "Above or below the others", meaning: "Your level less the others' mean, on the same criterion of the same candidate: below nought is strict", text: (value) => `${signed(value, 2)} levels`, beside: true },
  { id: "apart", title: "Distance from the others", meaning: "How far your level is from the others' mean, whichever way", text: (value) => `${value.toFixed(2)} levels`, beside: true },
  { id: "mean", title: "Mean level", meaning: "Over all levels that you gave", text: (value) => value.toFixed(2) },
  { id: "spread", title: "Spread of the levels", meaning: "Standard deviation: near nought means that you hardly tell candidates or criteria apart", text: (value) => `${value.toFixed(2)} levels` },
  { id: "note_length", title: "Length of the notes", meaning: "Median over your scorecards", text: (value) => `${Math.round(value)} characters` },
  { id: "minutes", title: "Time to submit", meaning: "Median from the interview to the scorecard", text: (value) => minutesText(Math.round(value)) },
];

/** One's own figures beside the medians of the others, where there are so many that nobody is made out. */
export function figuresTable(own: MirrorFigures, others: MirrorFigures | null): FigureTable {
  return {
    columns: [{ id: "what", title: "Figure" }, { id: "own", title: "You", align: "end" }, ...(others ? [{ id: "others", title: "Median of the others", align: "end" as const }] : []), { id: "meaning", title: "What it says" }],
    rows: LINES.map((line) => ({ id: line.id, cells: [line.title, valueText(line, own), ...(others ? [valueText(line, others)] : []), line.meaning] })),
  };
}

function valueText(line: Line, figures: MirrorFigures): string {
  const value = figures[line.id];
  if (value === null) return line.beside ? "nobody else rated the same" : "unknown";
  return line.text(value);
}

/** How often each level was given, as one row of shaded cells. */
export function levelRow(used: readonly number[]): HeatRow {
  const all = used.reduce((a, b) => a + b, 0);
  return { id: "used", name: "Times given", cells: used.map((times) => ({ text: String(times), shade: shade(all === 0 ? 0 : times / all) })) };
}

/** Severity in a sentence: "You stand 0.4 levels below the others on the same work: stricter." */
export function severitySentence(own: MirrorFigures): string {
  if (own.leniency === null) return "How strict you are beside the others is shown once somebody else has rated the same as you.";
  const size = Math.abs(own.leniency).toFixed(1);
  if (Number(size) === 0) return "You give the levels that the others give on the same work.";
  return `You stand ${size} levels ${own.leniency < 0 ? "below" : "above"} the others on the same work: ${own.leniency < 0 ? "stricter" : "milder"}.`;
}

/** First marking against second, by rubric, then all together. */
export function consistencyTable(found: OwnConsistency): FigureTable {
  const row = (id: string, title: string, one: RubricConsistency) => ({
    id,
    cells: [title, one.criteria, percentText(one.same), percentText(one.within_one), one.shift === null ? "unknown" : `${signed(one.shift, 2)} levels`, one.kappa === null ? "cannot be computed" : one.kappa.toFixed(2)],
  });
  return {
    columns: [
      { id: "rubric", title: "Rubric" },
      { id: "criteria", title: "Criteria marked twice", align: "end" },
      { id: "same", title: "Same level", align: "end" },
      { id: "within", title: "At most one apart", align: "end" },
      { id: "shift", title: "Second less first", align: "end" },
      { id: "kappa", title: "Kappa, quadratic weights", align: "end" },
    ],
    rows: [...found.rubrics.map((one) => row(one.rubric_id, one.rubric_title, one)), row("all", "All together", found.all)],
  };
}
