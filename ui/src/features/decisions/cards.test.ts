import { expect, it } from "vitest";
import type { DebriefRow, Plan } from "../../generated/bindings";
import { cardsOfRow } from "./cards";

it("gives every scorecard once, in the plan's order", () => {
  const mark = (scorecard_id: string) => ({ person_id: "p", name: "P", scorecard_id, score: 3, independent: true, recommendation: "yes" as const });
  const row = { cells: [{ assessment_id: "b", raters: [mark("2")] }, { assessment_id: "a", raters: [mark("1"), mark("1")] }, { assessment_id: "gone", raters: [mark("9")] }] } as unknown as DebriefRow;
  const plan = { assessments: [{ id: "a", title: "A" }, { id: "b", title: "B" }] } as Plan;
  expect(cardsOfRow(row, plan).map((card) => [card.id, card.assessment])).toEqual([["1", "A"], ["2", "B"]]);
});
