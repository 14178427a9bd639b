// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ImpactPart, ImpactReport } from "../../generated/bindings";
import { FairnessPart } from "./FairnessPart";

const group = (name: string, passed: number) => ({ name, applied: 10, passed, rate: passed / 10, low: 0.1, high: 0.9 });
const part: ImpactPart = { category: "handedness", stage: "interviewing", source: "", groups: [group("left", 4), group("right", 5)], withheld: false, sentence: "", comparisons: [] };
const report = (voluntary: ImpactPart[], voluntary_note: string): ImpactReport => ({ imported: [], voluntary, voluntary_note, note: "Where to look." });
let root: Root;
const invoke = vi.fn();

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("__TAURI_INTERNALS__", { invoke });
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  invoke.mockReset();
});

async function show(found: ImpactReport): Promise<string> {
  invoke.mockImplementation((command: string) => Promise.resolve(command === "impact_report" ? found : []));
  act(() => root.render(<QueryClientProvider client={new QueryClient()}><FairnessPart roleId="r" /></QueryClientProvider>));
  for (let tries = 0; tries < 50 && !document.body.textContent?.includes("Where to look."); tries += 1) {
    await act(async () => void (await new Promise((done) => setTimeout(done, 10))));
  }
  return document.body.textContent ?? "";
}

it("says to a rater why nothing that candidates gave is shown", async () => {
  const said = await show(report([], "You rate candidates here, so it is not shown to you."));
  expect(said).toContain("You rate candidates here, so it is not shown to you.");
  expect(said).toContain("not to whoever rates them");
  expect(said).not.toContain("Handedness");
});
it("shows the sums to who may see them, beside what is counted", async () => {
  const said = await show(report([part], "Counted once."));
  expect(said).toContain("Counted once.");
  expect(said).toContain("Handedness, Interviewing, all sources");
  expect(said).toContain("left: 4 of 10 passed");
});
