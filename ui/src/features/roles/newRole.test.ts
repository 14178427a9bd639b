import { describe, expect, it } from "vitest";
import type { RoleTemplate } from "../../generated/bindings";
import { beginRole, newRole, roleProblem, withSeniority } from "./newRole";

const template: RoleTemplate = {
  id: "t", title: "Backend engineer", specialisation: "api-generalist", summary: "", calendar_days: 18,
  seniorities: [{ seniority: "mid", goals: ["Ships"], competencies: [] }, { seniority: "senior", goals: ["Leads", "Mentors"], competencies: [] }],
  competencies: [{ slug: "databases", title: "Databases", expectation: "" }],
  assessments: [{ id: "", kind: "code-review", title: "Code review", weight: 100, weight_reason: "because", minutes: 45, rubric_id: "r", rubric_version: 1, kit: null }],
};

describe("a role from a template", () => {
  it("takes the goals of the level, and leaves edited goals alone", () => {
    const mid = beginRole(template, "mid");
    expect(withSeniority(mid, "senior").goals).toBe("Leads\nMentors");
    expect(withSeniority({ ...mid, goals: "My own" }, "senior").goals).toBe("My own");
  });
  it("is given to the engine without empty lines", () => {
    const made = newRole({ ...beginRole(template, "senior"), goals: "Leads\n\n  Mentors " });
    expect(made.role).toMatchObject({ title: "Backend engineer", seniority: "senior", goals: ["Leads", "Mentors"] });
    expect(made.assessments).toEqual(template.assessments);
  });
  it("says what is missing", () => {
    const draft = beginRole(template, "mid");
    expect(roleProblem(draft)).toBeNull();
    expect(roleProblem({ ...draft, title: " " })).toBe("The role needs a title.");
    expect(roleProblem({ ...draft, rows: draft.rows.map((row) => ({ ...row, weight: 90 })) })).toBe("The weights have to sum to 100%.");
  });
});
