// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from "vitest";
import { forgetKept } from "../../app/kept";
import { fieldOf, mounted, press, type } from "../../app/testing";
import { commands, type RoleDetail } from "../../generated/bindings";
import { PlanTab } from "./PlanTab";

vi.mock("@tanstack/react-router", () => ({ Link: ({ children }: { children: unknown }) => children }));
vi.mock("./PanelSection", () => ({ PanelSection: () => null }));
vi.mock("./BlindSection", () => ({ BlindSection: () => null }));
vi.mock("./RubricCell", () => ({ RubricCell: () => null }));

const design = { id: "a", kind: "system-design", title: "System design", weight: 100, weight_reason: "It shows scale.", minutes: 60, rubric_id: "system-design", rubric_version: 1, rubric_title: "System design", kit: null, kit_title: null, mapping: [] };
const role = (version: number) => ({ summary: { id: "r", open: true }, goals: [], competencies: [], plan: { version, frozen: true, assessments: [design] }, plan_versions: [], coverage: [], blind: { on: false, exceptions: [] } }) as unknown as RoleDetail;

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

it("starts anew from a plan that somebody else has changed meanwhile", async () => {
  const { draw } = await mounted(<PlanTab role={role(1)} />);
  await press("Edit plan");
  await type("Why this weight", "Old words.");
  await draw(<PlanTab role={role(2)} />);
  await press("Edit plan");
  expect(fieldOf("Why this weight").value).toBe("It shows scale.");
});
