// @vitest-environment jsdom
import { expect, it } from "vitest";
import { fieldOf, mounted, press, type } from "../../app/testing";
import type { OpenQuestion } from "../../generated/bindings";
import { AskForm, Questions } from "./Questions";

const one = { id: "q", question: "On call?", asked_by: "Ada Fixture", asked_at: "2026-11-24T10:00:00Z", closed_at: null } as unknown as OpenQuestion;
const step = <><Questions questions={[one]} /><AskForm applicationId="a" place="a" /></>;

it("keeps a question and an answer while another step is looked at", async () => {
  const { draw, leave } = await mounted(step);
  await type("What is still to be found out", "Has she led?");
  await press("Close with an answer");
  await type("Answer", "Every other week.");
  await leave();
  await draw(step);
  expect(fieldOf("What is still to be found out").value).toBe("Has she led?");
  expect(fieldOf("Answer").value).toBe("Every other week.");
  await press("Leave it open");
  expect(document.body.textContent).toContain("Close with an answer");
});
