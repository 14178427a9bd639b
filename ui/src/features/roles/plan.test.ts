import { describe, expect, it } from "vitest";
import type { PlanAssessmentInput, RubricSummary } from "../../generated/bindings";
import { ASSESSMENTS } from "../../app/words";
import { addRow, inputsOf, mapped, observes, planProblem, rowsOf, seldom, timeQuestions, totalMinutes, weightsWarning } from "./plan";

const input = (id: string): PlanAssessmentInput => ({ id, kind: "code-review", title: `T${id}`, weight: 50, weight_reason: "because", minutes: 45, rubric_id: "r", rubric_version: 1, kit: null, mapping: [] });
const rows = rowsOf([input("a"), input("b"), input("c")]);

describe("a plan being edited", () => {
  it("maps a criterion otherwise than its rubric does, and forgets it where it is the same again", () => {
    const criterion = { id: "depth", competency: "databases" };
    const other = mapped([], criterion, "mentoring");
    expect(other).toEqual([{ criterion: "depth", competency: "mentoring" }]);
    expect([observes([], criterion), observes(other, criterion)]).toEqual(["databases", "mentoring"]);
    expect(mapped(other, criterion, "databases")).toEqual([]);
  });
  it("gives the engine what it had, and 0 for a weight that is being typed", () => {
    expect(inputsOf(rows)[0]).toEqual(input("a"));
    expect(inputsOf([{ ...rows[0]!, weight: Number.NaN }])[0]?.weight).toBe(0);
  });
  it("adds a new one without an id and without weight", () => {
    const added = addRow(rows, { id: "sec", version: 2, kind: "security-review" } as RubricSummary, "new-9", ASSESSMENTS)[3];
    expect(added).toMatchObject({ id: "", weight: 0, title: "Security review", rubric_id: "sec", rubric_version: 2 });
  });
  it("warns before weights move under scorecards that are in", () => {
    const plan = (weights_warning: string) => ({ weights_warning, assessments: rows });
    const moved = rows.map((row, at) => ({ ...row, weight: at === 0 ? 40 : row.weight }));
    expect(weightsWarning(rows, plan("3 are in."))).toBeNull();
    expect(weightsWarning(moved, plan(""))).toBeNull();
    expect(weightsWarning(moved, plan("3 are in."))).toBe("3 are in.");
    expect(weightsWarning(rows.slice(1), plan("3 are in.")), "one taken out").not.toBeNull();
  });
  it("sums the candidate's time", () => {
    expect(totalMinutes(rows)).toBe(135);
    expect(totalMinutes([...rows, { kind: "portfolio-review", minutes: 60 }]), "ours, not theirs").toBe(135);
  });
  it("questions more than five hours, and a take-home over two", () => {
    const takeHome = (minutes: number) => ({ kind: "take-home" as const, title: "Task", minutes });
    expect(timeQuestions([takeHome(120), { ...takeHome(180), kind: "system-design" }])).toEqual([]);
    expect(timeQuestions([takeHome(121)])).toEqual(["Task is over two hours: it measures free time rather than skill."]);
    expect(timeQuestions([takeHome(120), { ...takeHome(181), kind: "system-design" }])[0]).toContain("five hours");
  });
  it("names what is asked for and observed less than twice", () => {
    const row = (slug: string, criteria: number[]) => ({ slug, title: slug.toUpperCase(), criteria, assessments: criteria.filter((n) => n > 0).length, scorecards: 0 });
    const coverage = [row("a", [1, 2]), row("b", [3, 0]), row("c", [0, 0]), row("d", [0, 1])];
    expect(seldom(coverage, ["a", "b", "c"])).toEqual({ once: ["B"], never: ["C"] });
  });
  it("says what is missing", () => {
    expect(planProblem(rows)).toBeNull();
    expect(planProblem([])).toContain("at least one");
    expect(planProblem([{ ...rows[0]!, weight_reason: " " }])).toBe("Say why Ta has its weight.");
  });
});
