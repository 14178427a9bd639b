import { expect, it } from "vitest";
import type { EvidenceRow } from "../../generated/bindings";
import { citationOf, filterEvidence } from "./evidence";

const row = (over: Partial<EvidenceRow>): EvidenceRow => ({
  id: "e", kind: "commit", address: "fixture/queue@abc", repo: null, title: "Retry with a budget", excerpt: "", at: null,
  author: "ilse-fixture", by_subject: true, state: null, language: null, stars: null, fork: null, ...over,
});

it("finds by every word, wherever it stands", () => {
  const rows = [row({}), row({ title: "Other", author: null, excerpt: "retry" })];
  expect(filterEvidence(rows, "RETRY ilse")).toEqual([rows[0]]);
  expect(filterEvidence(rows, "  ")).toHaveLength(2);
});
it("quotes all that the record says, as far as the engine keeps it", () => {
  expect(citationOf(row({}), " ").quote).toBe("Retry with a budget");
  expect(citationOf(row({ excerpt: "It was" }), "It was slow.").quote).toBe("It was slow.");
  expect(citationOf(row({}), "x".repeat(5000)).quote).toHaveLength(4001);
});
