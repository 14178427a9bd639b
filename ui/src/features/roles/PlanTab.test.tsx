// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from "vitest";
import { forgetKept } from "../../app/kept";
import { buttonOf, fieldOf, mounted, press, type } from "../../app/testing";
import { commands, type RoleDetail } from "../../generated/bindings";
import { PlanTab } from "./PlanTab";

vi.mock("@tanstack/react-router", () => ({ Link: ({ children }: { children: unknown }) => children }));
vi.mock("./PanelSection", () => ({ PanelSection: () => null }));
vi.mock("./BlindSection", () => ({ BlindSection: () => null }));
vi.mock("./RubricCell", () => ({ RubricCell: () => null }));

const design = { id: "a", kind: "system-design", title: "System design", weight: 100, weight_reason: "It shows scale.", minutes: 60, rubric_id: "system-design", rubric_version: 1, rubric_title: "System design", kit: null, kit_title: null, mapping: [] };
const versions = [1, 2].map((version) => ({ id: `p${version}`, version, at: "2026-11-01T10:00:00Z", by: "Ada Fixture", reason: "", weights: "" }));
const role = (version: number, minutes = 60) => ({ summary: { id: "r", open: true }, goals: [], competencies: [], plan: { version, frozen: true, assessments: [{ ...design, minutes }] }, plan_versions: versions.slice(0, version), coverage: [], blind: { on: false, exceptions: [] } }) as unknown as RoleDetail;

beforeEach(() => {
  forgetKept();
  vi.spyOn(commands, "rubricList").mockResolvedValue({ status: "ok", data: [] });
  vi.spyOn(commands, "kitList").mockResolvedValue({ status: "ok", data: [] });
});

it("keeps a plan that is being edited while another tab is looked at, until it is cancelled", async () => {
  const { draw, leave } = await mounted(<PlanTab role={role(1)} />);
  await press("Edit plan");
  await type("Why this weight", "It shows how they think of scale.");
  await leave();
  await draw(<PlanTab role={role(1)} />);
  expect(fieldOf("Why this weight").value).toBe("It shows how they think of scale.");
  await press("Cancel");
  await press("Edit plan");
  expect(fieldOf("Why this weight").value).toBe("It shows scale.");
});

it.each([["a new version", role(2)], ["in place, under the same version", role(1, 45)]])("does not go on with a draft of a plan that somebody else has changed meanwhile: %s", async (_, changed) => {
  const { draw } = await mounted(<PlanTab role={role(1)} />);
  await press("Edit plan");
  await type("Why this weight", "Old words.");
  await draw(<PlanTab role={changed} />);
  expect(document.body.textContent).toContain("The plan was changed after you began to edit it");
  await press("Edit plan");
  expect(fieldOf("Why this weight").value).toBe("It shows scale.");
  expect(document.body.textContent).not.toContain("The plan was changed after you began to edit it");
});

it("has the newest version in the editor, whichever was looked at", async () => {
  vi.spyOn(commands, "planShow").mockResolvedValue({ status: "ok", data: role(1).plan });
  const { draw } = await mounted(<PlanTab role={role(2)} />);
  await press("Version 1");
  expect(document.body.textContent).toContain("Plan, version 1 (earlier)");
  await press("Version 2");
  await press("Edit plan");
  expect(buttonOf("Version 1").disabled).toBe(true);
  await draw(<PlanTab role={role(2)} />);
  expect(document.body.textContent).toContain("Plan, version 2");
});
