// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { OutcomesPart } from "./OutcomesPart";

const none = { n: 2, correlation: null, low: null, high: null, rank_correlation: null, corrected_for_range: null, sentence: "n = 2" };
const predictions = {
  hires: 2, followed_up: 2, closed: 0, note: "Only hires are seen.", no_correlation: "No correlation: that takes more hires.",
  rows: [{ rubric_id: "r", rubric_title: "Code review", criterion: null, criterion_title: "", goals_met: none, manager_rating: none }],
};
const outcome = { application_id: "a", candidate_name: "Ada Fixture", month: 3, goals: [], manager_rating: 4, note: "", by: "Bo Fixture", at: "2026-03-02T10:00:00Z" };
let root: Root;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("__TAURI_INTERNALS__", { invoke: (command: string) => Promise.resolve(command === "outcome_list" ? [outcome] : predictions) });
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

it("says in the program's words that no correlation can be computed", async () => {
  act(() => root.render(<QueryClientProvider client={new QueryClient()}><OutcomesPart roleId="r" /></QueryClientProvider>));
  for (let tries = 0; tries < 50 && !document.body.textContent?.includes("Did the scores"); tries += 1) {
    await act(async () => void (await new Promise((done) => setTimeout(done, 10))));
  }
  expect(document.body.textContent).toContain(predictions.no_correlation);
  expect(document.body.textContent).not.toContain("three hires");
});
