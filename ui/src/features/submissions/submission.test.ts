import { expect, it } from "vitest";
import type { Part, Sheet, Submission } from "../../generated/bindings";
import { addressOf, byAssessment, citationOf, isEmpty, minutesOf, newSubmission, NOTHING } from "./submission";

const sheet = (assessment: string, questions: string[] = []) => ({ application_id: "a", role_id: "r", role_title: "Role", assessment_id: assessment, title: assessment, questions: questions.map((id) => ({ id, title: `Question ${id}` })) }) as unknown as Sheet;
const part = (text: string) => ({ head: { id: "p", kind: "file", question: "", title: "shop/a.py" }, text }) as unknown as Part;

it("hands in the answers of the chosen assessment only, and no time where none is told", () => {
  const handing = { ...NOTHING, answers: { shipped: "A ledger.", other: "left behind" } };
  const made = newSubmission(sheet("q", ["shipped", "orm"]), handing);
  expect(made.answers).toEqual([
    { question: "shipped", title: "Question shipped", text: "A ledger." },
    { question: "orm", title: "Question orm", text: "" },
  ]);
  expect(made.minutes).toBeNull();
  expect([isEmpty(made), isEmpty(newSubmission(sheet("c"), handing))]).toEqual([false, true]);
  expect([minutesOf(" 45 "), minutesOf("0"), minutesOf("45 min"), minutesOf("")]).toEqual([45, 0, null, null]);
});
it("cites lines, a selection in them, or all, as the engine does", () => {
  const file = part("one\ntwo\nthree");
  expect(citationOf(file, { from: 2, to: 3, quote: "" })).toEqual({ evidence_id: "p", address: "submission shop/a.py:2-3", quote: "two\nthree" });
  expect(citationOf(file, { from: 2, to: 2, quote: "wo" })).toEqual({ evidence_id: "p", address: "submission shop/a.py:2", quote: "wo" });
  expect(citationOf(file, null).address).toBe("submission shop/a.py");
  expect(citationOf(part(""), null).quote).toBe("shop/a.py");
  expect(addressOf({ kind: "answer", question: "orm", title: "x" }, null)).toBe("submission answer orm");
  expect(addressOf({ kind: "answer", question: "", title: "Why us?" }, null)).toBe("submission answer “Why us?”");
  expect(addressOf({ kind: "text", question: "", title: "Text" }, { from: 1, to: 1, quote: "" })).toBe("submission text:1");
});
it("groups by assessment in the order of the plan", () => {
  const one = (assessment: string, id: string) => ({ id, application_id: "a", role_id: "r", role_title: "Role", assessment_id: assessment, assessment_title: assessment }) as unknown as Submission;
  const groups = byAssessment([sheet("first"), sheet("second"), sheet("third")], [one("second", "s1"), one("gone", "s2"), one("first", "s3")]);
  expect(groups.map((group) => [group.title, group.submissions.map((found) => found.id)])).toEqual([["first", ["s3"]], ["second", ["s1"]], ["gone, Role", ["s2"]]]);
});
