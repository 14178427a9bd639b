/** Who waits for whom, in words. Pure. */
import type { Interview, Today, Wait } from "../../generated/bindings";
import { inSentence } from "../../app/stages";

/** The lists of the screen: all waits but the viewer's own scorecards, which stand above, and what others hold that is still to come. */
export function listsOf(today: Pick<Today, "to_score" | "waiting" | "waits">): { waits: Wait[]; ahead: Interview[] } {
  const mine = new Set(today.to_score.map((one) => one.id));
  const waits = today.waits.filter((one) => !(one.kind === "scorecard" && one.interview_id !== null && mine.has(one.interview_id)));
  const waited = new Set(waits.map((one) => one.interview_id));
  return { waits, ahead: today.waiting.filter((one) => !waited.has(one.id)) };
}

/** What is waited for: "Bo Fixture owes the scorecard of Code review". `stage`: what the role calls the stage. */
export function waitText(wait: Wait, stage: string): string {
  switch (wait.kind) {
    case "decision":
      return "All scorecards are in: a decision is due";
    case "scorecard":
      return `${wait.person_name} owes the scorecard of ${wait.assessment_title}`;
    case "time":
      return `${wait.assessment_title} with ${wait.person_name} has no time yet`;
    case "next-step":
      return `Waits for the next step: ${inSentence(stage)}, nothing assigned`;
    case "calendar":
      return `The plan's ${wait.calendar_days ?? ""} days are over`;
  }
}
