/** The stages of a role under the names that the role gives them. Pure. */
import type { RoleStage, Stage } from "../generated/bindings";
import { STAGES } from "./words";

/** What the role calls a stage. */
export function stageTitle(pipeline: readonly RoleStage[], stage: Stage): string {
  return pipeline.find((one) => one.stage === stage)?.title || STAGES[stage];
}

/** A title inside a sentence: "on site", but "CTO chat" as it is. */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** The stages of the role that one can move to from these; to where all of them stand leads no move. */
export function stagesToMoveTo(pipeline: readonly RoleStage[], from: readonly Stage[]): Stage[] {
  return pipeline.filter((one) => one.used && !(from.length > 0 && from.every((stage) => stage === one.stage))).map((one) => one.stage);
}
