// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { mounted } from "../../app/testing";
import { commands, type ImpactPart, type ImpactReport } from "../../generated/bindings";
import { FairnessPart } from "./FairnessPart";

const group = (name: string, passed: number) => ({ name, applied: 10, passed, rate: passed / 10, low: 0.1, high: 0.9 });
const part: ImpactPart = { category: "handedness", stage: "interviewing", source: "", groups: [group("left", 4), group("right", 5)], withheld: false, sentence: "", comparisons: [] };
const report = (voluntary: ImpactPart[], voluntary_note: string): ImpactReport => ({ imported: [], voluntary, voluntary_note, note: "Where to look." });

async function show(found: ImpactReport): Promise<string> {
  vi.spyOn(commands, "impactReport").mockResolvedValue({ status: "ok", data: found });
  vi.spyOn(commands, "impactTotals").mockResolvedValue({ status: "ok", data: [] });
  await mounted(<FairnessPart roleId="r" />);
  await act(() => vi.waitFor(() => expect(document.body.textContent).toContain("Where to look.")));
  return document.body.textContent ?? "";
}

it("says to a rater why nothing that candidates gave is shown", async () => {
  const said = await show(report([], "You rate candidates here, so it is not shown to you."));
  expect(said).toContain("You rate candidates here, so it is not shown to you.");
  expect(said).toContain("not to anybody who is still rating these candidates");
  expect(said).not.toContain("Handedness");
});
it("shows the sums to who may see them, beside what is counted", async () => {
  const said = await show(report([part], "Counted once."));
  expect(said).toContain("Counted once.");
  expect(said).toContain("Handedness, Interviewing, all sources");
  expect(said).toContain("left: 4 of 10 passed");
});
