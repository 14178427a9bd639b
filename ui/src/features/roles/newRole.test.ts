import { describe, expect, it } from "vitest";
import type { RoleTemplate } from "../../generated/bindings";
import { beginRole, newRole, roleProblem, withSeniority } from "./newRole";

const databases = (expectation: string) => ({ slug: "databases", title: "Databases", expectation });
const review = (weight: number) => ({ id: "", kind: "code-review" as const, title: "Code review", weight, weight_reason: "because", minutes: 45, rubric_id: "r", rubric_version: 1, kit: null, mapping: [] });
const stories = { ...review(20), kind: "behavioural-interview" as const, title: "Stories" };

const template: RoleTemplate = {
  id: "t", title: "Backend engineer", specialisation: "api-generalist", summary: "", calendar_days: 18,
  seniorities: [
    { seniority: "mid", goals: ["Ships"], competencies: [databases("Reads a plan")], assessments: [review(100)], candidate_minutes: 45 },
    { seniority: "senior", goals: ["Leads", "Mentors"], competencies: [databases("Explains a plan")], assessments: [review(80), stories], candidate_minutes: 90 },
  ],
  competencies: [databases("Explains a plan")],
  assessments: [review(80), stories],
};

describe("a role from a template", () => {
  it("takes the goals of the level, and leaves edited goals alone", () => {
    const mid = beginRole(template, "mid");
    expect(withSeniority(mid, "senior").goals).toBe("Leads\nMentors");
    expect(withSeniority({ ...mid, goals: "My own" }, "senior").goals).toBe("My own");
  });
  it("takes competencies and plan of the level, each unless it was edited", () => {
    const mid = beginRole(template, "mid");
    expect(mid.competencies).toEqual([databases("Reads a plan")]);
    const senior = withSeniority(mid, "senior");
    expect(senior.competencies).toEqual([databases("Explains a plan")]);
    expect(senior.rows.map((row) => row.weight)).toEqual([80, 20]);
    const edited = withSeniority({ ...mid, rows: mid.rows.map((row) => ({ ...row, minutes: 30 })) }, "senior");
    expect(edited.rows.map((row) => [row.weight, row.minutes])).toEqual([[100, 30]]);
    expect(edited.competencies).toEqual([databases("Explains a plan")]);
  });
  it("is given to the engine without empty lines", () => {
    const made = newRole({ ...beginRole(template, "senior"), goals: "Leads\n\n  Mentors " });
    expect(made.role).toMatchObject({ title: "Backend engineer", seniority: "senior", goals: ["Leads", "Mentors"] });
    expect(made.assessments).toEqual([review(80), stories]);
  });
  it("says what is missing", () => {
    const draft = beginRole(template, "mid");
    expect(roleProblem(draft)).toBeNull();
    expect(roleProblem({ ...draft, title: " " })).toBe("The role needs a title.");
    expect(roleProblem({ ...draft, rows: draft.rows.map((row) => ({ ...row, weight: 90 })) })).toBe("The weights have to sum to 100%.");
  });
});
