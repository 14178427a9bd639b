/** What ending an application does to its open interviews, in words. Pure. */
import type { Change, DecisionKind, Stage } from "../generated/bindings";
import { count } from "./words";

/** Whether an application in this stage is over. */
export function stageEnds(stage: Stage): boolean {
  return stage === "hired" || stage === "rejected" || stage === "withdrawn";
}

/** Whether a decision ends an application that stands in this stage: advancing from the last one hires. */
export function decisionEnds(kind: DecisionKind | null, stage: Stage): boolean {
  return kind === "reject" || kind === "hire" || (kind === "advance" && stage === "offer");
}

/** Said before it is done: how many interviews will be cancelled; nothing where none is open. */
export function endingText(open: number): string | null {
  if (open === 0) return null;
  return `This ends the application: ${count(open, "open interview")} will be cancelled. Taking it back opens ${open === 1 ? "it" : "them"} again.`;
}

/** Said afterwards, behind a sentence: how many interviews were cancelled. */
export function cancelledText(changed: readonly Change[]): string {
  const cancelled = changed.filter((change) => change.noun === "interview").length;
  return cancelled === 0 ? "" : ` ${count(cancelled, "open interview")} cancelled.`;
}
