/** What ending an application does to its open interviews, in words. Pure. */
import type { Change, EndReason, Stage } from "../generated/bindings";
import type { Option } from "../kit";
import { count, END_REASONS } from "./words";

/** Whether an application in this stage is over. */
export function stageEnds(stage: Stage): boolean {
  return stage === "hired" || stage === "rejected" || stage === "withdrawn";
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

/** Whether a move to this stage means to get in touch with the candidate; prospects, debriefs and most ends do not. */
export function meansContact(stage: Stage): boolean {
  return ["applied", "screening", "interviewing", "offer", "hired"].includes(stage);
}

const REJECTED: readonly EndReason[] = ["below-expectations", "missing-requirement", "another-chosen", "no-answer", "role-closed", "pay", "location", "other"];
const WITHDRAWN: readonly EndReason[] = ["other-offer", "too-slow", "not-the-role", "personal", "role-closed", "pay", "location", "other"];

/** The reasons for which an application can end so. */
export function reasonsFor(stage: Stage): Option<EndReason>[] {
  const fitting = stage === "rejected" ? REJECTED : stage === "withdrawn" ? WITHDRAWN : [];
  return fitting.map((id) => ({ id, label: END_REASONS[id] }));
}
