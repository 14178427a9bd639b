import { expect, test } from "vitest";
import type { Fact } from "../../generated/bindings";
import { pairs } from "./beside";

const fact = (id: string, value: string): Fact => ({ fact: id, version: 1, title: id, state: "known", value, data: null, definition: "", not_meaning: "", evidence: [], evidence_total: 0 });

test("each fact stands once, in its own order, whatever the values are", () => {
  const rows = pairs([fact("b", "9"), fact("a", "1")], [fact("a", "5"), fact("c", "7")]);
  expect(rows.map((row) => [row.id, row.left?.value ?? null, row.right?.value ?? null])).toEqual([["b", "9", null], ["a", "1", "5"], ["c", null, "7"]]);
});
