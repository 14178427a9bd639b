import { expect, test } from "vitest";
import { pathOfHit } from "./hitPath";

test("a hit in a snapshot opens the portfolio of its candidate", () => {
  expect(pathOfHit({ noun: "snapshot", id: "s1", candidate_id: "c1" })).toBe("/candidates/c1?tab=portfolio");
});

test("a hit in what was handed in opens the candidate's submissions", () => {
  expect(pathOfHit({ noun: "submission", id: "s1", candidate_id: "c1" })).toBe("/candidates/c1?tab=submissions");
});

test("a snapshot nobody has leads to where it can be linked", () => {
  expect(pathOfHit({ noun: "snapshot", id: "s1", candidate_id: null })).toBe("/import");
});

test("roles, rubrics and interviews have places of their own", () => {
  expect(pathOfHit({ noun: "role", id: "r1", candidate_id: null })).toBe("/roles/r1");
  expect(pathOfHit({ noun: "rubric", id: "backend/code-review", candidate_id: null })).toBe("/rubrics/backend/code-review");
  expect(pathOfHit({ noun: "interview", id: "i1", candidate_id: "c1" })).toBe("/interviews/i1");
});
