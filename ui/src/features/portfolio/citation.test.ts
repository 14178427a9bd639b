import { expect, test } from "vitest";
import type { EvidenceRow } from "../../generated/bindings";
import { addressOf, citationOf, fileAddress, inOneLine, lineOf, linesOf, partOf } from "./citation";

const ROW: EvidenceRow = { id: "1", kind: "readme", address: "ada/kettle:README.md", repo: "ada/kettle", title: "README.md", excerpt: "", at: null, author: null, by_subject: null, state: null, language: null, stars: null, fork: null };
const BODY = "# Kettle\n\nBoils water.\n\n- a lid that **locks** itself\n- a lid that is red\n";

test("a selection in a README carries its line", () => {
  expect(addressOf(ROW, BODY, "Boils water.")).toBe("ada/kettle:README.md:3");
  expect(addressOf(ROW, BODY, "Kettle\nBoils water.")).toBe("ada/kettle:README.md:1");
  expect(addressOf(ROW, BODY, null)).toBe("ada/kettle:README.md");
});

test("where markup breaks the words the line is told only if it is certain", () => {
  expect(lineOf(BODY, "a lid that locks itself")).toBe(null);
  expect(lineOf("One\n\nSee the **plan** here", "See the plan here")).toBe(null);
  expect(lineOf("One\n\nSee the long plan **here**", "See the long plan here")).toBe(3);
  expect(lineOf(BODY, "nowhere at all")).toBe(null);
});

test("a whole record is cited with its text, or its title where it has none", () => {
  expect(citationOf({ row: ROW, body: BODY }, null)).toEqual({ evidence_id: "1", address: "ada/kettle:README.md", quote: BODY.trim() });
  expect(citationOf({ row: ROW, body: " " }, null).quote).toBe("README.md");
  expect(citationOf({ row: ROW, body: "x".repeat(5000) }, null).quote).toHaveLength(4001);
});

test("a file is cited at its commit", () => {
  expect(fileAddress("ada/kettle@abc", "src/lid.rs")).toBe("ada/kettle@abc:src/lid.rs");
  expect(fileAddress("ada/kettle@", "src/lid.rs")).toBe("ada/kettle:src/lid.rs");
  expect(citationOf({ row: { ...ROW, kind: "tree", address: "ada/kettle@abc" }, body: "", path: "a.rs" }, null).address).toBe("ada/kettle@abc:a.rs");
});

test("lines are cited by their numbers, without a mouse", () => {
  const whole = { row: ROW, body: BODY };
  expect(partOf(whole, 5, 6)).toEqual({ evidence_id: "1", address: "ada/kettle:README.md:5", quote: "- a lid that **locks** itself\n- a lid that is red" });
  expect(partOf(whole, 1, 6)).toEqual(citationOf(whole, null));
  expect(partOf(whole, 2, 2)).toEqual(citationOf(whole, null));
  expect(partOf({ row: { ...ROW, kind: "commit", address: "ada/kettle@abc" }, body: BODY }, 3, 3).address).toBe("ada/kettle@abc");
  expect([linesOf(whole).length, linesOf({ row: ROW, body: "one\n" }).length, linesOf({ ...whole, path: "a.rs" }).length]).toEqual([6, 0, 0]);
});

test("a quote in one line", () => {
  expect(inOneLine(" a\n  b ")).toBe("a b");
  expect(inOneLine("x".repeat(20), 10)).toBe(`${"x".repeat(9)}…`);
});
