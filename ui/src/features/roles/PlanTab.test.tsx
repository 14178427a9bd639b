// @vitest-environment jsdom
import { act } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { forgetKept } from "../../app/kept";
import { buttonOf, fieldOf, mounted, press, type } from "../../app/testing";
import { commands, type RoleDetail } from "../../generated/bindings";
import { afterMove, draftOf, isStale } from "./PlanEditor";
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

/** Chooses in a list by its native twin, which stands beside it for forms. */
async function choose(label: string, key: string) {
  const shown = [...document.querySelectorAll("span")].find((one) => one.textContent === label);
  const select = shown?.parentElement?.querySelector("select");
  if (!select) throw new Error(`no list "${label}": ${document.body.textContent}`);
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(select, key);
    select.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

const rated = (version: number, rubric_version: number) => {
  const one = role(version);
  return { ...one, plan: { ...one.plan, submitted: 3, assessments: [{ ...design, rubric_version }] } } as unknown as RoleDetail;
};

it("leads from the editor to the move, where scorecards are in, and goes on with the draft under the new version", async () => {
  const list = [1, 2].map((version) => ({ id: "system-design", version, kind: "system-design", title: "System design" }));
  vi.spyOn(commands, "rubricList").mockResolvedValue({ status: "ok", data: list as never });
  const staying = [{ interview_id: "i", candidate_name: "Ilse Fixture", person_name: "Bo Fixture", rubric_version: 1 }];
  vi.spyOn(commands, "planRubricMove").mockResolvedValue({ status: "ok", data: { assessment_title: "System design", rubric_id: "system-design", from: 1, to: 2, staying, open_interviews: 0, needs_reason: true } });
  const moved = vi.spyOn(commands, "planMoveRubric").mockResolvedValue({ status: "ok", data: { value: rated(2, 2), changed: [] } as never });
  const stored = vi.spyOn(commands, "planUpdate").mockResolvedValue({ status: "ok", data: { value: rated(3, 2), changed: [] } as never });
  const { draw } = await mounted(<PlanTab role={rated(1, 1)} />);
  await press("Edit plan");
  await type("Why this weight", "It shows how they think of scale.");
  await choose("Rubric", "system-design@2");
  await act(() => vi.waitFor(() => expect(document.body.textContent).toContain("Ilse Fixture, by Bo Fixture: version 1")));
  expect(document.body.textContent).toContain("1 scorecard stays on the version by which it was rated");
  expect(buttonOf("Move to version 2").disabled).toBe(true);
  await type("Why", "Plainer anchors.");
  await press("Move to version 2");
  expect(moved).toHaveBeenCalledWith("r", "a", 2, "Plainer anchors.");
  expect(stored).not.toHaveBeenCalled();
  await draw(<PlanTab role={rated(2, 2)} />);
  expect(document.body.textContent).not.toContain("The plan was changed after you began to edit it");
  expect(fieldOf("Why this weight").value).toBe("It shows how they think of scale.");
  await type("Why the plan changes", "Say why.");
  await press("Store as version 3");
  expect(stored.mock.calls[0]?.[1][0]).toMatchObject({ rubric_version: 2, weight_reason: "It shows how they think of scale." });
});

it("stays with a draft while the plan of its move is still being read, and not with one that a colleague changed as well", async () => {
  const draft = { ...draftOf(rated(1, 1)), reason: "Say why." };
  const after = afterMove(draft, rated(1, 1), rated(2, 2), "a");
  expect([isStale(after, rated(1, 1)), isStale(after, rated(2, 2)), isStale(after, rated(3, 2)), after.rows[0]?.rubric_version]).toEqual([false, false, true, 2]);
  const other = { ...rated(2, 2), plan: { ...rated(2, 2).plan, assessments: [...rated(2, 2).plan.assessments, { ...design, id: "b" }] } } as RoleDetail;
  expect(isStale(afterMove(draft, rated(1, 1), other, "a"), other)).toBe(true);
});
