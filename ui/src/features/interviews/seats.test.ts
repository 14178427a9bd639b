import { expect, it } from "vitest";
import type { PanelSeat } from "../../generated/bindings";
import { NOBODY, picksOf } from "./seats";

const seat = (assessment_id: string, person: string | null) => ({ assessment_id, person: person && { id: person } }) as unknown as PanelSeat;

it("takes the suggestions, but where another or nobody was chosen", () => {
  const seats = [seat("review", "bo"), seat("review", "cy"), seat("design", null), seat("debug", "bo")];
  expect(picksOf(seats, {}).map((pick) => pick.person_id)).toEqual(["bo", "cy", "bo"]);
  expect(picksOf(seats, { 1: NOBODY, 2: "di" })).toEqual([
    { assessment_id: "review", person_id: "bo" },
    { assessment_id: "design", person_id: "di" },
    { assessment_id: "debug", person_id: "bo" },
  ]);
});
