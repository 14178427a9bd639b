import { expect, it } from "vitest";
import type { Application, Stage } from "../../generated/bindings";
import { boardColumns, otherStages } from "./board";

const at = (id: string, stage: Stage) => ({ id, stage }) as Application;

it("shows the stages of work always, and the ends only where somebody is", () => {
  expect(boardColumns([]).map((c) => c.stage)).toEqual(["applied", "screening", "interviewing", "debrief", "offer"]);
  const columns = boardColumns([at("1", "rejected"), at("2", "screening"), at("3", "screening")]);
  expect(columns.map((c) => c.stage)).toContain("rejected");
  expect(columns.find((c) => c.stage === "screening")?.applications.map((a) => a.id)).toEqual(["2", "3"]);
});
it("moves anywhere but where one is", () => {
  expect(otherStages("offer")).not.toContain("offer");
  expect(otherStages("offer")).toHaveLength(8);
});
