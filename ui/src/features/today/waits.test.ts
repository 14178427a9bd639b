import { expect, it } from "vitest";
import type { Interview, Wait } from "../../generated/bindings";
import { listsOf, waitText } from "./waits";

const wait = (more: Partial<Wait>) => ({ kind: "scorecard", interview_id: "1", application_id: "a", person_name: "Bo Fixture", assessment_title: "Code review", stage: "screening", calendar_days: null, ...more }) as Wait;
const interview = (id: string) => ({ id }) as Interview;

it("lists one's own scorecards once, and what others hold only while it is to come", () => {
  const waits = [wait({}), wait({ interview_id: "2" }), wait({ kind: "time", interview_id: "1" }), wait({ kind: "decision", interview_id: null })];
  const lists = listsOf({ to_score: [interview("1")], waiting: [interview("2"), interview("3")], waits });
  expect(lists.waits.map((one) => [one.kind, one.interview_id])).toEqual([["scorecard", "2"], ["time", "1"], ["decision", null]]);
  expect(lists.ahead.map((one) => one.id)).toEqual(["3"]);
});
it("says for each what is waited for", () => {
  expect(waitText(wait({}), "Screening")).toBe("Bo Fixture owes the scorecard of Code review");
  expect(waitText(wait({ kind: "time" }), "Screening")).toBe("Code review with Bo Fixture has no time yet");
  expect(waitText(wait({ kind: "next-step" }), "On site")).toBe("Waits for the next step: on site, nothing assigned");
  expect(waitText(wait({ kind: "calendar", calendar_days: 18 }), "Screening")).toBe("The plan's 18 days are over");
});
