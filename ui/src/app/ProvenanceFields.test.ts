import { expect, test } from "vitest";
import { FIRST_YEAR, LAST_YEAR } from "../generated/bindings";
import { dayProblem } from "./ProvenanceFields";

test("a day is one the calendar has, and what is wrong with another is said", () => {
  expect(dayProblem("2027-05-31")).toBeNull();
  expect(dayProblem("2027-02-30")).toContain("calendar");
  expect(dayProblem("31.05.2027")).toContain("2027-05-31");
  expect(dayProblem("2027-5-1")).toContain("2027-05-31");
  for (const year of [FIRST_YEAR, LAST_YEAR]) expect(dayProblem(`${year}-05-31`)).toBeNull();
  expect(dayProblem(`${FIRST_YEAR - 1}-05-31`)).toContain(`year ${FIRST_YEAR - 1}`);
  expect(dayProblem("9999-05-31")).toBe(`The year 9999 cannot be meant: ${FIRST_YEAR} to ${LAST_YEAR}.`);
  expect(dayProblem("0026-05-31")).toContain("year 26");
});
