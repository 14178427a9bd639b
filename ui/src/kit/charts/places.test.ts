import { expect, it } from "vitest";
import { ordinal, placesText, placeSegments } from "./places";

it("puts the shares of places end to end and leaves out what never happens", () => {
  expect(placeSegments([0.5, 0, 0.5])).toEqual([
    { from: 1, to: 1, share: 0.5, left: 0, width: 50 },
    { from: 3, to: 3, share: 0.5, left: 50, width: 50 },
  ]);
});
it("shows the places from the fifth on together", () => {
  const found = placeSegments([0.25, 0, 0, 0, 0.25, 0.25, 0.25]);
  expect(found.map(placesText)).toEqual(["1st", "5th to 7th"]);
  expect(found[1]).toMatchObject({ left: 25, width: 75 });
});
it("says ordinals as people do", () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal)).toEqual(["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"]);
});
