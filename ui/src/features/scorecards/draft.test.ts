import { describe, expect, it } from "vitest";
import type { Criterion, ScorecardInput } from "../../generated/bindings";
import { inputFrom, nextOpenRow, progress, reduceDraft } from "./draft";

const start: ScorecardInput = {
  ratings: ["a", "b", "c"].map((criterion) => ({ criterion, level: null, note: "", citations: [] })),
  flags: [], summary: "", recommendation: null, log: [],
};
const citation = { evidence_id: "e1", address: "fixture/repo@abc:src/a.rs:3", quote: "fn a()" };

describe("writing a scorecard", () => {
  it("counts not assessed as filled in, and an empty row as not", () => {
    const zero = reduceDraft(start, { act: "level", criterion: "a", level: 0 });
    expect(progress(zero)).toEqual({ done: 1, of: 3, text: "1 of 3" });
    expect(progress(reduceDraft(zero, { act: "level", criterion: "a", level: null })).done).toBe(0);
  });
  it("gives back the same value where nothing changed", () => {
    expect(reduceDraft(start, { act: "note", criterion: "a", note: "" })).toBe(start);
    expect(reduceDraft(start, { act: "level", criterion: "nowhere", level: 3 })).toBe(start);
  });
  it("cites an address once for a criterion", () => {
    const once = reduceDraft(start, { act: "cite", criterion: "b", citation });
    expect(reduceDraft(once, { act: "cite", criterion: "b", citation })).toBe(once);
    const other = reduceDraft(once, { act: "cite", criterion: "a", citation });
    expect(other.ratings.map((r) => r.citations.length)).toEqual([1, 1, 0]);
    expect(reduceDraft(other, { act: "uncite", criterion: "b", index: 0 }).ratings[1]?.citations).toEqual([]);
  });
  it("changes the log, and is the same where it is", () => {
    const note = { at: "2026-11-24T14:00:00Z", event: "note" as const, of: "", text: "asked why" };
    expect(reduceDraft(start, { act: "log", change: (log) => log })).toBe(start);
    expect(reduceDraft(start, { act: "log", change: (log) => [...log, note] }).log).toEqual([note]);
  });
  it("raises, words and takes back a red flag", () => {
    const raised = reduceDraft(start, { act: "flag", flag: "f", evidence: "" });
    const worded = reduceDraft(raised, { act: "flag", flag: "f", evidence: "said so" });
    expect(worded.flags).toEqual([{ flag: "f", evidence: "said so" }]);
    expect(reduceDraft(worded, { act: "flag", flag: "f", evidence: null }).flags).toEqual([]);
  });
});

describe("from what is stored", () => {
  const criteria = ["c", "a"].map((id) => ({ id }) as Criterion);
  it("takes the rubric's order and leaves the unknown unfilled, not nought", () => {
    const input = inputFrom(criteria, {
      ratings: [{ criterion: "a", level: 4, note: "n", citations: [citation] }], flags: [], summary: "s", recommendation: null, log: [], saved_at: null,
    });
    expect(input.ratings.map((r) => [r.criterion, r.level])).toEqual([["c", null], ["a", 4]]);
    expect(input.ratings[1]?.citations).toEqual([citation]);
  });
  it("finds the next open row, going round", () => {
    const b = reduceDraft(start, { act: "level", criterion: "b", level: 2 });
    expect([0, 1, 2].map((row) => nextOpenRow(b, row))).toEqual([2, 2, 0]);
    expect(nextOpenRow(inputFrom([], { ratings: [], flags: [], summary: "", recommendation: null, log: [], saved_at: null }), 0)).toBe(0);
  });
});
