// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DebriefRow, Plan } from "../../generated/bindings";
import { DecideDialog } from "./DecideDialog";

const row = { application_id: "a", candidate_name: "Eda Fixture", stage: "debrief", cells: [], score: null, coverage: 0, interviews_open: 2 } as unknown as DebriefRow;
const plan = { version: 1, assessments: [] } as unknown as Plan;
let root: Root;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  root = createRoot(document.body.appendChild(document.createElement("div")));
  act(() => root.render(<QueryClientProvider client={new QueryClient()}><DecideDialog row={row} plan={plan} onClose={() => undefined} /></QueryClientProvider>));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

function choose(kind: string) {
  const radio = document.querySelector<HTMLInputElement>(`input[type=radio][value=${kind}]`);
  act(() => radio?.click());
}

it("says how many interviews an end cancels, before it is done", () => {
  expect(document.body.textContent).not.toContain("cancelled");
  choose("hold");
  expect(document.body.textContent).not.toContain("cancelled");
  choose("reject");
  expect(document.body.textContent).toContain("2 open interviews will be cancelled");
});
