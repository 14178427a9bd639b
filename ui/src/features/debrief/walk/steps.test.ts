import { expect, it } from "vitest";
import { nextStep, stepOf, STEPS } from "./steps";

it("walks from the evidence to the decision", () => {
  const walked = ["evidence"];
  for (let step = nextStep(stepOf(undefined)); step; step = nextStep(step)) walked.push(step);
  expect(walked).toEqual([...STEPS]);
  expect(stepOf("ratings")).toBe("ratings");
  expect(stepOf("charm")).toBe("evidence");
});
