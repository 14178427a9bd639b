// @vitest-environment jsdom
import { expect, it, vi } from "vitest";
import { commands, type Application } from "../generated/bindings";
import { MoveDialog } from "./MoveDialog";
import { buttonOf, mounted, press, type } from "./testing";

const application = (before_hire: string[]) => ({ id: "a", candidate_name: "Eda Fixture", stage: "debrief", interviews_open: 0, do_not_contact: false, before_hire }) as unknown as Application;
const open = (before_hire: string[]) => mounted(<MoveDialog applications={[application(before_hire)]} stage="hired" title="Hired" onClose={() => undefined} onMoved={() => undefined} />);

it("asks why somebody is hired by a move alone, and says what is missing", async () => {
  const move = vi.spyOn(commands, "applicationMoveMany").mockResolvedValue({ status: "ok", data: { value: { moved: [], stayed: [] }, changed: [] } });
  await open(["no decision to hire or to go on stands", "no scorecard is in"]);
  expect(document.body.textContent).toContain("Eda Fixture: no decision to hire or to go on stands, no scorecard is in.");
  expect(buttonOf("Move to hired").disabled).toBe(true);
  await type("In words", "Met in person by both founders.");
  await press("Move to hired");
  expect(move).toHaveBeenCalledWith(["a"], { to: "hired", why: null, reason: "Met in person by both founders.", despite: null });
});
it("asks nothing of whoever was decided on", async () => {
  await open([]);
  expect(buttonOf("Move to hired").disabled).toBe(false);
});
