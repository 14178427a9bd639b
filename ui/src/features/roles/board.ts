/** The pipeline as columns. Pure. */
import type { Application, Stage } from "../../generated/bindings";
import { STAGES } from "../../app/words";

/** A column of the board. */
export type BoardColumn = { stage: Stage; title: string; applications: Application[] };

const ALWAYS: readonly Stage[] = ["applied", "screening", "interviewing", "debrief", "offer"];

/** Stages as columns, in the order of a candidacy; those at the ends stand only where somebody is in them. */
export function boardColumns(applications: readonly Application[]): BoardColumn[] {
  return (Object.keys(STAGES) as Stage[])
    .map((stage) => ({ stage, title: STAGES[stage], applications: applications.filter((a) => a.stage === stage) }))
    .filter((column) => column.applications.length > 0 || ALWAYS.includes(column.stage));
}

/** The stages one can move to from another. */
export function otherStages(stage: Stage): Stage[] {
  return (Object.keys(STAGES) as Stage[]).filter((other) => other !== stage);
}
