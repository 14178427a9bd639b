// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mounted } from "../../app/testing";
import type { PlanVersion } from "../../generated/bindings";
import { WeightChanges } from "./WeightChanges";

const first: PlanVersion = { id: "p1", version: 1, at: "2026-11-01T10:00:00Z", by: "Ada Fixture", reason: "", weights: "" };
const second: PlanVersion = { id: "p2", version: 2, at: "2026-11-20T10:00:00Z", by: "Bo Fixture", reason: "Reviews tell more.", weights: "Weights were changed after 3 scorecards had been submitted. By Bo Fixture, in plan version 2. Why: Reviews tell more." };

it("says of each version that changed weights what the engine says of it", async () => {
  await mounted(<WeightChanges versions={[second, first]} />);
  const items = [...document.querySelectorAll("li")].map((one) => one.textContent);
  expect(items).toEqual([second.weights]);
});

it("says nothing where no weight moved", async () => {
  await mounted(<WeightChanges versions={[first]} />);
  expect(document.querySelector("li")).toBeNull();
});
