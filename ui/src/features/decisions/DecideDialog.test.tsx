// @vitest-environment jsdom
import { act } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { forgetKept } from "../../app/kept";
import { buttonOf, fieldOf, mounted, press, type } from "../../app/testing";
import { commands, type DebriefRow, type DecisionGround, type Plan } from "../../generated/bindings";
import { DecideDialog } from "./DecideDialog";
import { DecidePanel } from "./DecidePanel";

const row = { application_id: "a", candidate_id: "c", candidate_name: "Eda Fixture", stage: "debrief", cells: [], score: null, coverage: 0, interviews_open: 0 } as unknown as DebriefRow;
const plan = { version: 1, assessments: [] } as unknown as Plan;
const rests = (missing: string[]) =>
  ({ context: "Score 3.4.", missing, options: (["advance", "hire", "hold", "reject"] as const).map((kind) => ({ kind, option: kind, ends: kind === "hire" || kind === "reject" })) }) as unknown as DecisionGround;
const ground = vi.spyOn(commands, "decisionGround");
const onClose = vi.fn();
const dialog = <DecideDialog row={row} plan={plan} onClose={onClose} />;

beforeEach(() => {
  forgetKept();
  onClose.mockReset();
  vi.spyOn(commands, "candidateShow").mockResolvedValue({ status: "ok", data: { do_not_contact: null } as never });
  ground.mockReset().mockResolvedValue({ status: "ok", data: rests(["No scorecard counts.", "2 open interviews would be cancelled: Code review (Bo Fixture), System design (Cy Fixture)."]) });
});

const choose = (kind: string) => act(async () => document.querySelector<HTMLInputElement>(`input[type=radio][value=${kind}]`)?.click());

it("asks before an end without a scorecard, and says which interviews it cancels", async () => {
  await mounted(dialog);
  for (const kind of ["hold", "advance"]) {
    await choose(kind);
    expect(document.body.textContent).not.toContain("Is it meant?");
  }
  for (const kind of ["reject", "hire"]) {
    await choose(kind);
    expect(document.body.textContent).toContain("This ends the application. Is it meant?No scorecard counts.2 open interviews would be cancelled: Code review (Bo Fixture)");
  }
});

it("records an end for which something is missing only once that is said to be meant, for that end alone", async () => {
  const made = vi.spyOn(commands, "decisionMake").mockResolvedValue({ status: "error", error: { code: "other", message: "Not now.", hint: "" } });
  const tick = () => act(async () => document.querySelector<HTMLInputElement>("input[type=checkbox]")?.click());
  await mounted(dialog);
  await choose("reject");
  await type("Reason", "They took another offer.");
  expect(buttonOf("Record decision: reject").disabled).toBe(true);
  await tick();
  expect(buttonOf("Record decision: reject").disabled).toBe(false);
  await choose("hire");
  expect(buttonOf("Record decision: hire").disabled).toBe(true);
  await choose("reject");
  await tick();
  await press("Considered: hold");
  await press("Record decision: reject");
  expect(made.mock.calls[0]?.[0].record.options).toEqual([{ option: "hold", because: "" }]);
});

it("asks nothing where nothing is missing", async () => {
  ground.mockResolvedValue({ status: "ok", data: rests([]) });
  await mounted(dialog);
  await choose("reject");
  expect(document.body.textContent).not.toContain("Is it meant?");
});

it("keeps what is written when it is closed or another tab is looked at, until it is thrown away", async () => {
  const { draw, leave } = await mounted(dialog);
  await choose("hold");
  await type("Reason", "We wait for the second review.");
  await leave();
  await draw(<DecidePanel row={row} plan={plan} onDone={() => undefined} />);
  expect(fieldOf("Reason").value).toBe("We wait for the second review.");
  expect(buttonOf("Record decision: hold").disabled).toBe(false);
  await draw(dialog);
  await press("Throw away");
  expect(onClose).toHaveBeenCalledTimes(1);
  await leave();
  await draw(dialog);
  expect(fieldOf("Reason").value).toBe("");
});

it("records nothing before it knows what it rests on, and says where that cannot be read", async () => {
  ground.mockResolvedValue({ status: "error", error: { code: "other", message: "The disk is asleep.", hint: "Wake it." } });
  await mounted(dialog);
  await choose("hold");
  await type("Reason", "We wait.");
  expect(document.body.textContent).toContain("The disk is asleep.");
  expect(buttonOf("Record decision: hold").disabled).toBe(true);
  ground.mockResolvedValue({ status: "ok", data: { context: "Score 3.4.", options: [] } as unknown as DecisionGround });
  await press("Try again");
  await act(async () => vi.waitFor(() => expect(fieldOf("Context").value).toBe("Score 3.4.")));
  expect(buttonOf("Record decision: hold").disabled).toBe(false);
});
