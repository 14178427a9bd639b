import { expect, it } from "vitest";
import type { Application, MovedMany } from "../generated/bindings";
import { askedBefore } from "./MoveDialog";
import { movedText } from "./moved";

const one = (candidate_name: string, more: Partial<Application> = {}) => ({ candidate_name, stage: "screening", do_not_contact: false, ...more }) as Application;

it("names one, counts several, and says who stays and why", () => {
  expect(movedText({ moved: [one("Mei Fixture")], stayed: [] }, "Offer")).toBe("Mei Fixture: offer.");
  const several: MovedMany = { moved: [one("A"), one("B")], stayed: [{ application_id: "1", candidate_name: "Ravi Sample", why: "not to be contacted" }] };
  expect(movedText(several, "Offer")).toBe("2 applications: offer. Ravi Sample stays: not to be contacted.");
});
it("asks before an end, before opening again, and before contacting somebody who asked not to be", () => {
  expect(askedBefore([one("A")], "offer")).toBe(false);
  expect(askedBefore([one("A")], "hired")).toBe(true);
  expect(askedBefore([one("A"), one("B", { stage: "withdrawn" })], "screening")).toBe(true);
  expect(askedBefore([one("A", { do_not_contact: true })], "offer")).toBe(true);
  expect(askedBefore([one("A", { do_not_contact: true })], "debrief")).toBe(false);
});
