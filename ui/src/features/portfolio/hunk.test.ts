import { expect, test } from "vitest";
import { parseHunk, tailOf } from "./hunk";

test("lines of a hunk carry the numbers of both sides", () => {
  expect(parseHunk("@@ -3,2 +7,3 @@ fn lid()\n a\n-b\n+c\n+d\n\\ No newline at end of file\n")).toEqual([
    { kind: "same", before: 3, after: 7, text: "a" },
    { kind: "removed", before: 4, after: null, text: "b" },
    { kind: "added", before: null, after: 8, text: "c" },
    { kind: "added", before: null, after: 9, text: "d" },
    { kind: "note", before: null, after: null, text: "\\ No newline at end of file" },
  ]);
});

test("a hunk without a head is shown without numbers", () => {
  expect(parseHunk("+a")).toEqual([{ kind: "added", before: null, after: null, text: "a" }]);
});

test("a long hunk shows its end, where the comment stands", () => {
  const lines = parseHunk(`@@ -1,40 +1,40 @@\n${Array.from({ length: 40 }, (_, i) => ` line ${i}`).join("\n")}`);
  const tail = tailOf(lines, 5);
  expect(tail.hidden).toBe(35);
  expect(tail.lines.map((line) => line.after)).toEqual([36, 37, 38, 39, 40]);
});
