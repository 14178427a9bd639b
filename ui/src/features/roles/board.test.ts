import { expect, it } from "vitest";
import type { Application, RoleStage, Stage } from "../../generated/bindings";
import { STAGES } from "../../app/words";
import { boardColumns, interviewsText, sorted } from "./board";

const PIPELINE: RoleStage[] = (Object.keys(STAGES) as Stage[]).map((stage) => ({ stage, title: stage === "interviewing" ? "On site" : "", used: stage !== "debrief", optional: true }));
const at = (id: string, stage: Stage, more: Partial<Application> = {}) => ({ id, stage, candidate_name: id, since: "2026-03-01T00:00:00Z", ...more }) as Application;

it("shows the stages that the role uses, and the ends only where somebody is", () => {
  expect(boardColumns([], PIPELINE).map((c) => c.stage)).toEqual(["applied", "screening", "interviewing", "offer"]);
  const columns = boardColumns([at("1", "rejected"), at("2", "screening"), at("3", "screening")], PIPELINE);
  expect(columns.map((c) => c.stage)).toContain("rejected");
  expect(columns.find((c) => c.stage === "screening")?.applications.map((a) => a.id)).toEqual(["2", "3"]);
});
it("sorts by stage as the pipeline goes, and by time with the longest last", () => {
  const list = [at("b", "offer"), at("c", "applied", { since: "2026-03-05T00:00:00Z" }), at("a", "offer", { since: "2026-02-01T00:00:00Z" })];
  expect(sorted(list, { column: "stage", descending: false }, PIPELINE).map((a) => a.id)).toEqual(["c", "a", "b"]);
  expect(sorted(list, { column: "time", descending: true }, PIPELINE).map((a) => a.id)).toEqual(["a", "b", "c"]);
  expect(sorted(list, { column: "candidate", descending: true }, PIPELINE).map((a) => a.id)).toEqual(["c", "b", "a"]);
});
it("says how many scorecards are in, and when there are none to come", () => {
  expect(interviewsText({ interviews_open: 1, interviews_submitted: 2 })).toBe("2 of 3 in");
  expect(interviewsText({ interviews_open: 0, interviews_submitted: 0 })).toBe("none assigned");
});
