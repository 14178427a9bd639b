/** The pipeline of a role as columns and rows. Pure. */
import type { Application, RoleStage, Stage } from "../../generated/bindings";
import { stageEnds } from "../../app/ending";
import { stageTitle } from "../../app/stages";
import type { Sort } from "../../kit";

/** A column of the board. */
export type BoardColumn = { stage: Stage; title: string; applications: Application[] };

/** So many cards a column shows; a longer one is read as a table. */
export const CARDS = 60;

/** Stages that stand on the board where somebody is in them only. */
const standsWhereUsed = (stage: Stage) => stage === "prospect" || stageEnds(stage);

/** The role's stages as columns, in the order of a candidacy; prospects and ends stand only where somebody is in them. */
export function boardColumns(applications: readonly Application[], pipeline: readonly RoleStage[]): BoardColumn[] {
  return pipeline
    .map(({ stage, used }) => ({ stage, used, title: stageTitle(pipeline, stage), applications: applications.filter((a) => a.stage === stage) }))
    .filter((column) => column.applications.length > 0 || (column.used && !standsWhereUsed(column.stage)));
}

const KEYS: Record<string, (one: Application) => string | number> = {
  candidate: (one) => one.candidate_name.toLowerCase(),
  source: (one) => one.source,
  // The longest comes last going up, as with any length.
  time: (one) => -new Date(one.since).getTime(),
  applied: (one) => new Date(one.created_at).getTime(),
  interviews: (one) => one.interviews_submitted,
};

/** The applications in the order of a column; what is alike stays by name. */
export function sorted(applications: readonly Application[], sort: Sort, pipeline: readonly RoleStage[]): Application[] {
  const order = pipeline.map((one) => one.stage);
  const key = KEYS[sort.column] ?? ((one: Application) => order.indexOf(one.stage));
  const compare = (a: Application, b: Application) => {
    const [x, y] = [key(a), key(b)];
    const by = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "en");
    return (sort.descending ? -by : by) || a.candidate_name.localeCompare(b.candidate_name, "en");
  };
  return [...applications].sort(compare);
}

/** "2 of 3 in"; in words where none is assigned. */
export function interviewsText({ interviews_open, interviews_submitted }: Pick<Application, "interviews_open" | "interviews_submitted">): string {
  const all = interviews_open + interviews_submitted;
  return all === 0 ? "none assigned" : `${interviews_submitted} of ${all} in`;
}
