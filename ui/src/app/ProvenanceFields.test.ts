import { expect, test } from "vitest";
import { isDay } from "./ProvenanceFields";

test("a day is one the calendar has", () => {
  expect(isDay("2027-05-31")).toBe(true);
  expect(isDay("2027-02-30")).toBe(false);
  expect(isDay("31.05.2027")).toBe(false);
  expect(isDay("2027-5-1")).toBe(false);
  expect(isDay("9999-05-31") || isDay("0026-05-31")).toBe(false);
});
