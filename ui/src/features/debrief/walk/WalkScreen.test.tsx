// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { mounted } from "../../../app/testing";
import { commands, type ApplicationDebrief } from "../../../generated/bindings";
import { WalkScreen } from "./WalkScreen";

const at = vi.hoisted(() => ({ step: "evidence" }));
vi.mock("@tanstack/react-router", () => ({
  Link: ({ children }: { children: unknown }) => children,
  useNavigate: () => () => undefined,
  useParams: () => ({ roleId: "r", applicationId: "a" }),
  useSearch: () => at,
}));

const debrief = (opening: unknown) => ({ role_title: "Backend", opening, row: { application_id: "a", candidate_name: "Eda Fixture", stage: "debrief" }, plan: {}, plan_versions: [], explanation: { parts: [], score: null, sentence: "" }, absences: [], flags: [], questions: [], disagreements: { disagreements: [], recommendations: [], sentence: "" }, competencies: [], competency_row: { cells: [] } }) as unknown as ApplicationDebrief;
const main = () => [...document.querySelectorAll("button")].filter((button) => button.className.includes("main")).map((button) => button.textContent);

it.each([
  [null, "evidence", ["Open the debrief"]],
  [{ at: "2026-11-24T10:00:00Z", by: "Ada Fixture" }, "evidence", ["Next: disagreement"]],
  [null, "questions", ["Open the debrief"]],
  [{ at: "2026-11-24T10:00:00Z", by: "Ada Fixture" }, "questions", ["Next: decision"]],
  [null, "decision", ["Record decision"]],
])("has one main action (open: %j, step %s)", async (opening, step, expected) => {
  at.step = step;
  vi.spyOn(commands, "debriefApplication").mockResolvedValue({ status: "ok", data: debrief(opening) });
  vi.spyOn(commands, "roleShow").mockResolvedValue({ status: "ok", data: { pipeline: [] } as never });
  await mounted(<WalkScreen decide={() => <button className="main">Record decision</button>} />);
  await act(async () => vi.waitFor(() => expect(document.body.textContent).toContain("Debrief of Eda Fixture")));
  expect(main()).toEqual(expected);
});
