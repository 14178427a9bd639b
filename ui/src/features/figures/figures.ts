/** The figures of a role in words and as rows of pictures. Pure. */
import type { Days, Milestone, Pace, RoleFigures, RoleStage, SourceFigures, Stage, StageFigures } from "../../generated/bindings";
import { inSentence, stageTitle } from "../../app/stages";
import { percentText } from "../../kit";
import type { DotRow } from "../../kit/charts/DotPlot";
import type { BarPart, PartRow } from "../../kit/charts/PartBars";
import type { Domain } from "../../kit/charts/scale";

/** What the role calls its stages. */
export function titles(pipeline: readonly RoleStage[]): (stage: Stage) => string {
  return (stage) => stageTitle(pipeline, stage);
}

/** "12.5 days (7, from 3.0 to 30.2)"; few without their middle; in words where there is none. */
export function daysOf({ count, median, least, most }: Days): string {
  if (least === null || most === null) return "nothing to count yet";
  if (median !== null) return `${median.toFixed(1)} days (${count}, from ${least.toFixed(1)} to ${most.toFixed(1)})`;
  return count === 1 ? `too few to tell (one: ${least.toFixed(1)} days)` : `too few to tell (${count}, from ${least.toFixed(1)} to ${most.toFixed(1)} days)`;
}

/** The middle alone, for beside a mark. */
export function middleOf({ count, median }: Days): string {
  if (count === 0) return "none yet";
  return median === null ? "too few to tell" : median.toFixed(1);
}

/** Of those of whom it is known how many went on: "67% (30% to 90%)". */
export function passingText({ passing, passing95 }: Pick<StageFigures, "passing" | "passing95">): string {
  if (passing === null || passing95 === null) return "not known yet";
  return `${percentText(passing)} (${percentText(passing95[0])} to ${percentText(passing95[1])})`;
}

/** What the parts of the funnel's bars are called. */
export const PARTS: { look: BarPart["look"]; words: string }[] = [
  { look: "whole", words: "went on" },
  { look: "light", words: "under way" },
  { look: "hatched", words: "rejected" },
  { look: "dotted", words: "withdrawn" },
];

/** The funnel as bars: how many reached each stage, and what became of them there. */
export function funnelRows(funnel: readonly StageFigures[], title: (stage: Stage) => string): PartRow[] {
  return funnel.map((one) => {
    const last = one.stage === "hired";
    const before = one.rated_before;
    const counts = [one.passed, one.under_way + before.under_way, one.rejected + before.rejected, one.withdrawn + before.withdrawn];
    const words = PARTS.map((part, index) => ({ ...part, words: last && index === 0 ? "hired" : part.words, count: counts[index] ?? 0 }));
    const said = words.filter((part) => part.count > 0).map((part) => `${part.count} ${part.words}`);
    return { id: one.stage, name: title(one.stage), parts: words, figure: `${one.reached} reached`, sentence: `${one.reached} reached it${said.length > 0 ? `; ${said.join(", ")}` : ""}` };
  });
}

/** The least axis that holds all these days, and the plan's, ending at a round number. */
export function dayAxis(days: readonly Days[], least: number): Domain {
  const most = days.reduce((end, one) => Math.max(end, one.most ?? 0), least);
  const step = most > 60 ? 20 : 5;
  return [0, Math.ceil(most / step) * step];
}

/** A row of days on an axis: the middle as a dot with what was seen from end to end; few as the ends alone. */
export function dayRow(id: string, name: string, days: Days): DotRow {
  const interval = days.least === null || days.most === null ? null : ([days.least, days.most] as const);
  const middle = days.median ?? (interval && (interval[0] + interval[1]) / 2);
  return { id, name, note: days.median === null && days.count > 0 ? "too few to tell" : undefined, marks: [{ look: days.median === null ? "diamond" : "dot", value: middle, interval }], figures: [middleOf(days), String(days.count)], sentence: `${name}: ${daysOf(days)}` };
}

/** Time in each stage that one leaves again. */
export function stageDayRows(funnel: readonly StageFigures[], title: (stage: Stage) => string): DotRow[] {
  return funnel.filter((one) => one.stage !== "hired").map((one) => dayRow(one.stage, title(one.stage), one.days));
}

/** What a milestone is called. */
export function milestoneTitle({ stage, assessment }: Milestone, title: (stage: Stage) => string): string {
  return stage === null ? `First scorecard: ${assessment}` : title(stage);
}

/** "2 of 3 decided by us within 18 days"; in words where there is nothing to count. */
export function paceText({ in_time, decided, overdue, under_way }: Pace, days: number): { decided: string; overdue: string } {
  return {
    decided: decided === 0 ? "nobody decided on yet" : `${in_time} of ${decided}`,
    overdue: under_way === 0 ? "nobody under way" : `${overdue} of ${under_way} under way are past day ${days}`,
  };
}

/** The headings over the figures of a source, with the stages as the role calls them. */
export function sourceHeads(title: (stage: Stage) => string): string[] {
  return ["Applications", `Reached ${inSentence(title("interviewing"))}`, `Reached ${inSentence(title("offer"))}`, title("hired"), title("rejected"), title("withdrawn"), "Under way", "Days to the end"];
}

/** The sources as rows of a table. */
export function sourceCells(one: SourceFigures): string[] {
  return [one.applications, one.interviewed, one.offered, one.hired, one.rejected, one.withdrawn, one.under_way].map(String).concat(middleOf(one.days_to_end));
}

/** The calendar as lines that a person edits: "7 Decision to go on". */
export function calendarLines(calendar: RoleFigures["calendar"]): string {
  return calendar.steps.map((step) => `${step.day} ${step.what}`).join("\n");
}

/** The steps of such lines; the first line that is none where one is not understood. */
export function parseCalendar(text: string): { steps: RoleFigures["calendar"]["steps"] } | { wrong: string } {
  const steps = [];
  for (const line of text.split("\n").map((one) => one.trim()).filter(Boolean)) {
    const found = /^(\d{1,3})[.:]?\s+(.+)$/.exec(line);
    if (!found?.[1] || !found[2]) return { wrong: line };
    steps.push({ day: Number(found[1]), what: found[2] });
  }
  return { steps };
}
