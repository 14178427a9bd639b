import { expect, test } from "vitest";
import { previewLines } from "./PreviewTable";

test("lines that were not understood come first, with their reason", () => {
  const row = { line: 1, name: "Ana Fixture", email: "", login: "", location: "", headline: "", same_as: { candidate: { id: "c1", name: "Ana Fixture" }, by: "login" as const }, not_to_contact: false };
  const lines = previewLines({ rows: [row], problems: [{ line: 2, text: ",,", reason: "no name" }] });
  expect(lines.map((line) => [line.line, line.state, line.note])).toEqual([
    [2, "problem", "no name"],
    [1, "exists", "the same login as Ana Fixture"],
  ]);
});
