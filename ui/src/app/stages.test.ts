import { expect, it } from "vitest";
import type { RoleStage, Stage } from "../generated/bindings";
import { inSentence, stagesToMoveTo, stageTitle } from "./stages";
import { STAGES } from "./words";

const PIPELINE: RoleStage[] = (Object.keys(STAGES) as Stage[]).map((stage) => ({ stage, title: stage === "interviewing" ? "On site" : "", used: stage !== "debrief", optional: true }));

it("calls a stage what the role calls it", () => {
  expect([stageTitle(PIPELINE, "interviewing"), stageTitle(PIPELINE, "offer"), stageTitle([], "offer")]).toEqual(["On site", "Offer", "Offer"]);
});
it("keeps capitals that are the name's own", () => {
  expect(["On site", "Rejected", "CTO chat"].map(inSentence)).toEqual(["on site", "rejected", "CTO chat"]);
});
it("moves to the role's stages, but not to where all of them are", () => {
  expect(stagesToMoveTo(PIPELINE, ["offer"])).not.toContain("offer");
  expect(stagesToMoveTo(PIPELINE, ["offer", "applied"])).toContain("offer");
  expect(stagesToMoveTo(PIPELINE, ["offer"])).not.toContain("debrief");
});
