/** How groups fare, in words and tables. Pure. */
import type { ImpactComparison, ImpactPart, Stage } from "../../generated/bindings";
import { capitalised, SOURCES, STAGES } from "../../app/words";
import { percentText } from "../../kit";
import type { DotRow } from "../../kit/charts/DotPlot";
import type { FigureTable } from "../../kit/charts/PlainTable";

/** What a part of the report is about: "Gender, screening, from referrals"; the whole process and all sources have words too. A stage that
 * the role has stands under the role's name for it. */
export function partTitle(part: Pick<ImpactPart, "category" | "stage" | "source">, title: (stage: Stage) => string): string {
  const stage = part.stage === "" ? "whole process" : part.stage in STAGES ? title(part.stage as Stage) : part.stage;
  const source = part.source === "" ? "all sources" : `source ${(SOURCES as Record<string, string>)[part.source] ?? part.source}`;
  const words = [part.category, stage, source].filter(Boolean).join(", ");
  return capitalised(words);
}

/** What marks a part apart from the others of a report. */
export function partKey(part: ImpactPart): string {
  return `${part.category}|${part.stage}|${part.source}`;
}

/** The rows of the picture: each group's share with its interval. */
export function groupRows(part: ImpactPart): DotRow[] {
  return part.groups.map((group) => ({
    id: group.name,
    name: group.name,
    marks: [{ look: "dot" as const, value: group.rate * 100, interval: [group.low * 100, group.high * 100] as const }],
    figures: [`${group.passed} of ${group.applied}`, percentText(group.rate)],
    sentence: `${group.name}: ${group.passed} of ${group.applied} passed, ${percentText(group.rate)}, 95% interval ${percentText(group.low)} to ${percentText(group.high)}`,
  }));
}

/** The table behind the picture. */
export function groupTable(part: ImpactPart): FigureTable {
  return {
    columns: [{ id: "group", title: "Group" }, { id: "applied", title: "Came to the stage", align: "end" }, { id: "passed", title: "Passed", align: "end" }, { id: "rate", title: "Share", align: "end" }, { id: "interval", title: "95% interval", align: "end" }],
    rows: part.groups.map((group) => ({ id: group.name, cells: [group.name, group.applied, group.passed, percentText(group.rate), `${percentText(group.low)} to ${percentText(group.high)}`] })),
  };
}

/** The exact figures of the comparisons. */
export function comparisonTable(comparisons: ImpactComparison[]): FigureTable {
  return {
    columns: [
      { id: "group", title: "Group" },
      { id: "ratio", title: "Lower share over higher", align: "end" },
      { id: "interval", title: "Group over best, 95% interval", align: "end" },
      { id: "fifths", title: "Below four fifths" },
      { id: "fisher", title: "Fisher's p", align: "end" },
      { id: "adjusted", title: "Among all groups (Holm)", align: "end" },
      { id: "boschloo", title: "Boschloo's p", align: "end" },
    ],
    rows: comparisons.map((one) => ({
      id: one.group,
      cells: [
        `${one.group} against ${one.reference}`,
        one.impact_ratio === null ? "none" : percentText(one.impact_ratio),
        one.ratio_low === null || one.ratio_high === null ? "none" : `${one.ratio_low.toFixed(2)} to ${one.ratio_high.toFixed(2)}`,
        one.finding === "too-few" || one.impact_ratio === null ? "no verdict" : one.below_four_fifths ? "yes" : "no",
        pText(one.fisher_p),
        pText(one.fisher_p_adjusted),
        pText(one.boschloo_p),
      ],
    })),
  };
}

function pText(p: number | null): string {
  if (p === null) return "none";
  return p < 0.001 ? "under 0.001" : p.toFixed(3);
}
