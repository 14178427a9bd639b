/** The steps of a debrief, in the order in which it is held: evidence before ratings, the decision last. */
export const STEPS = ["evidence", "disagreement", "ratings", "questions", "decision"] as const;
export type Step = (typeof STEPS)[number];

export const STEP_WORDS: Record<Step, string> = { evidence: "Evidence", disagreement: "Disagreement", ratings: "Ratings", questions: "Open questions", decision: "Decision" };

/** The step an address names; the first where it names none. */
export function stepOf(word: string | undefined): Step {
  return STEPS.find((step) => step === word) ?? "evidence";
}

/** The step after one; none after the last. */
export function nextStep(step: Step): Step | undefined {
  return STEPS[STEPS.indexOf(step) + 1];
}
