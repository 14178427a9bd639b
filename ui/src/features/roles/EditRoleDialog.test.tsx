// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { fieldOf, mounted, press, type } from "../../app/testing";
import { commands, type RoleDetail } from "../../generated/bindings";
import { EditRoleDialog } from "./EditRoleDialog";
import { offeredTo } from "./editRole";

const known = (slug: string, title: string, expectation: string) => ({ slug, title, expectation });
const databases = known("databases", "Databases", "Reads a plan.");
const design = known("api-design", "API design", "Versions it.");
const scale = known("scalability", "Scalability", "Counts first.");
const template = (specialisation: string, competencies: unknown[]) => ({ specialisation, seniorities: [{ seniority: "senior", competencies }], competencies: [] });
const role = {
  summary: { id: "r", title: "Backend engineer", seniority: "senior", specialisation: "api-generalist" }, goals: ["Ships."], competencies: [databases, design],
  coverage: [{ ...databases, criteria: [1], assessments: 1, scorecards: 3 }, { ...design, criteria: [0], assessments: 0, scorecards: 0 }, { slug: "mentoring", title: "Mentoring", criteria: [2], assessments: 1, scorecards: 3 }],
  dropping: [{ slug: "databases", text: "Databases: 3 scorecards looked at it. What they say stays." }],
} as unknown as RoleDetail;

const tick = async (title: string) => {
  const label = [...document.querySelectorAll("label")].find((one) => one.textContent === title && one.querySelector("input"));
  await act(async () => label!.querySelector("input")!.click());
};

it("changes what a role asks for, and says what scorecards had looked at before it is dropped", async () => {
  vi.spyOn(commands, "roleTemplates").mockResolvedValue({ status: "ok", data: [template("data-intensive", [known("databases", "Databases", "Other."), scale]), template("api-generalist", [databases])] as never });
  const stored = vi.spyOn(commands, "roleUpdate").mockResolvedValue({ status: "ok", data: { value: role, changed: [] } as never });
  await mounted(<EditRoleDialog role={role} onClose={() => undefined} />);
  await act(() => vi.waitFor(() => expect(document.body.textContent).toContain("Mentoring")));
  expect(fieldOf("What is expected in Databases").value).toBe("Reads a plan.");
  await tick("API design");
  expect(document.body.textContent).not.toContain("looked at it");
  await tick("Databases");
  expect(document.body.textContent).toContain("Databases: 3 scorecards looked at it. What they say stays");
  await tick("Databases");
  expect(document.body.textContent).not.toContain("looked at it");
  await type("What is expected in Databases", "Explains a plan.");
  await tick("Scalability");
  await press("Store role");
  expect(stored).toHaveBeenCalledWith("r", { title: "Backend engineer", seniority: "senior", specialisation: "api-generalist", goals: ["Ships."], competencies: [{ ...databases, expectation: "Explains a plan." }, scale] });
});

it("offers first what the chosen specialisation says of a competency", () => {
  const templates = [template("api-generalist", [known("scalability", "Scalability", "Of an API.")]), template("data-intensive", [scale])] as never;
  const offered = (specialisation: "api-generalist" | "data-intensive") => offeredTo(role, { seniority: "senior", specialisation }, templates).find((one) => one.slug === "scalability")?.expectation;
  expect([offered("api-generalist"), offered("data-intensive")]).toEqual(["Of an API.", "Counts first."]);
});
