import { expect, it } from "vitest";
import type { PanelSeat } from "../../generated/bindings";
import { keyed, NOBODY, picksOf } from "./seats";

const seat = (assessment_id: string, person: string | null) => ({ assessment_id, person: person && { id: person } }) as unknown as PanelSeat;
const seats = [seat("review", "bo"), seat("review", "cy"), seat("design", null), seat("debug", "bo")];

it("takes the suggestions, but where another or nobody was chosen", () => {
  expect(picksOf(keyed(seats), {}).map((pick) => pick.person_id)).toEqual(["bo", "cy", "bo"]);
  expect(picksOf(keyed(seats), { "review 1": NOBODY, "design 0": "di" })).toEqual([
    { assessment_id: "review", person_id: "bo" },
    { assessment_id: "design", person_id: "di" },
    { assessment_id: "debug", person_id: "bo" },
  ]);
});
it("keeps a choice with its seat when another one is taken meanwhile", () => {
  const chosen = { "design 0": "di" };
  expect(picksOf(keyed(seats.slice(1)), chosen)).toContainEqual({ assessment_id: "design", person_id: "di" });
  expect(picksOf(keyed(seats.slice(2)), chosen)).toHaveLength(2);
});
