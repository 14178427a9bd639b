import { expect, test } from "vitest";
import { previewLines } from "./PreviewTable";

test("lines that were not understood come first, with their reason", () => {
  const row = { line: 1, name: "Ana Fixture", email: "", login: "", location: "", headline: "", notes: "", same_as: { candidate: { id: "c1", name: "Ana Fixture" }, by: "login" as const }, not_to_contact: false, remark: "", joins: null };
  const twin = { ...row, line: 3, same_as: null, remark: "somebody called Ana Fixture is here already" };
  const at = (line: number, joins: "added" | "has" | "not_to_contact") => ({ ...row, line, joins });
  const lines = previewLines({ rows: [row, twin, at(4, "added"), at(5, "has"), at(6, "not_to_contact")], problems: [{ line: 2, text: ",,", reason: "no name" }], ignored: [], left_out: 0, encoding: "" });
  expect(lines.map((line) => [line.line, line.state, line.note])).toEqual([
    [2, "problem", "no name"],
    [1, "exists", "the same login as Ana Fixture"],
    [3, "new", "somebody called Ana Fixture is here already"],
    [4, "joins", "the same login as Ana Fixture"],
    [5, "exists", "the same login as Ana Fixture, with an application for the role already"],
    [6, "exists", "the same login as Ana Fixture, who is not to be contacted"],
  ]);
});
