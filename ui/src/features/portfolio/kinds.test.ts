import { expect, test } from "vitest";
import { countOf, firstKind, grouped, kindOf } from "./kinds";
import { nextOffset } from "./usePages";

const NONE = { readmes: 0, trees: 0, commits: 0, pull_requests: 0, comments: 0, issues: 0, releases: 0 };

test("a repository opens at what it has", () => {
  expect(firstKind({ ...NONE, readmes: 1, commits: 3 })).toBe("readme");
  expect(firstKind({ ...NONE, pull_requests: 2, comments: 1 })).toBe("pull-request");
  expect(firstKind(NONE)).toBe("readme");
});

test("a count of nothing is not shown, since it may be nothing captured", () => {
  expect(countOf({ ...NONE, commits: 3 }, "commit")).toBe(3);
  expect(countOf(NONE, "commit")).toBe(undefined);
});

test("an address with an unknown kind opens the README", () => {
  expect(kindOf("issue")).toBe("issue");
  expect(kindOf("event")).toBe("readme");
});

test("rows stand under the heading of their group", () => {
  const rows = [{ group: "chosen" as const }, { group: "own" as const }, { group: "own" as const }];
  expect(grouped(rows).map((one) => [one.group, one.rows.length])).toEqual([["chosen", 1], ["own", 2]]);
});

test("pages follow each other until the end", () => {
  expect(nextOffset({ total: 3, rows: [1, 2] }, [{ rows: [1, 2] }])).toBe(2);
  expect(nextOffset({ total: 3, rows: [3] }, [{ rows: [1, 2] }, { rows: [3] }])).toBe(undefined);
  expect(nextOffset({ total: 3, rows: [] }, [{ rows: [] }])).toBe(undefined);
});
