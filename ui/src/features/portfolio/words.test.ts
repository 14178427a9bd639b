import { expect, test } from "vitest";
import type { ConversationPart, EvidenceRow } from "../../generated/bindings";
import { deedOf, headOf, placeText, sameHunk, stateInList, stateWord } from "./words";

const ROW: EvidenceRow = { id: "1", kind: "comment", address: "ada/kettle#4", repo: "ada/kettle", title: "Review comment at src/lid.rs", excerpt: "\nWhy `b`?\nIt leaks.", at: null, author: "bo", by_subject: false, state: null, language: null, stars: null, fork: null };
const at = (path: string | null, hunk: string | null): ConversationPart => ({ row: ROW, body: "", html: "", place: { number: 4, path, line: 4, commit: null, hunk } });

test("a comment is listed by what it says", () => {
  expect(headOf(ROW)).toBe("Why `b`?");
  expect(headOf({ ...ROW, kind: "commit", title: "Mend the lid" })).toBe("Mend the lid");
});

test("what somebody did", () => {
  expect(deedOf(at("src/lid.rs", null))).toBe("commented on a line");
  expect(deedOf({ row: { ...ROW, title: "Review" }, place: at(null, null).place })).toBe("reviewed");
  expect(deedOf({ row: { ...ROW, kind: "issue" }, place: null })).toBe("opened the issue");
});

test("an unknown state is shown as it came", () => {
  expect(stateWord("odd")).toEqual({ word: "odd", tone: "plain" });
  expect(stateInList("closed-unknown")).toBe("closed");
  expect(placeText({ path: "a.rs", line: null })).toBe("a.rs");
});

test("replies at the same lines show the difference once", () => {
  expect(sameHunk(at("a.rs", "@@"), at("a.rs", "@@"))).toBe(true);
  expect(sameHunk(at("a.rs", "@@"), at("b.rs", "@@"))).toBe(false);
  expect(sameHunk(at("a.rs", null), at("a.rs", null))).toBe(false);
  expect(sameHunk(at("a.rs", "@@"), undefined)).toBe(false);
});
