// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { RoleDetail } from "../../generated/bindings";
import { RobustnessPart } from "./RobustnessPart";

const share = { share: 0.7, exact: true };
const row = (id: string, candidate_name: string, score: number, scores: number[]) => ({
  application_id: id, candidate_name, score, scores, first_all: share, first_near: share, places_all: [0.7, 0.3], places_near: [0.7, 0.3], central_weights: null,
});
const robustness = {
  role_id: "r", role_title: "Role", left_out: { closed: 1, sentence: "One candidate is closed to you." }, incomplete: ["Cleo Fixture"], sentence: "The first stays first in 70% of weightings.",
  assessments: [{ assessment_id: "q", title: "Questionnaire", weight: 0.8, first_stays: [0.75, 1], order_stays: [0.78, 0.9] }, { assessment_id: "d", title: "Design", weight: 0.2, first_stays: [0, 0.25], order_stays: [0.1, 0.22] }],
  rows: [row("a", "Ada Fixture", 3.6, [4, 2]), row("b", "Ben Fixture", 3.4, [3, 5])],
  above_all: [[null, 0.64], [0.36, null]], above_near: [[null, 0.91], [0.09, null]], dominates: [[false, false], [false, false]], near_share: 0.2, places_exact: false, draws: 10000,
};
const tried = { left_out: robustness.left_out, rows: [], first_changed: false, pairs_turned: 0, sentence: "" };
const role = { summary: { id: "r" }, plan: { assessments: [{ id: "q", weight: 80 }, { id: "d", weight: 20 }] } } as unknown as RoleDetail;
let root: Root;
const invoke = vi.fn();

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("__TAURI_INTERNALS__", { invoke });
  invoke.mockImplementation((command: string) => Promise.resolve(command === "measure_weights" ? tried : robustness));
  root = createRoot(document.body.appendChild(document.createElement("div")));
  await show();
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  invoke.mockReset();
});

async function show(): Promise<void> {
  act(() => root.render(<QueryClientProvider client={new QueryClient()}><RobustnessPart role={role} /></QueryClientProvider>));
  for (let tries = 0; tries < 50 && !document.querySelector("input"); tries += 1) {
    await act(async () => void (await new Promise((done) => setTimeout(done, 10))));
  }
}
const order = () => [...document.querySelectorAll("ul[aria-label^='Candidates under'] li")].map((row) => row.querySelector(".visually-hidden")?.textContent);

function drag(slider: number, value: number): void {
  const input = document.querySelectorAll<HTMLInputElement>("input[type=range]")[slider];
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, String(value));
    input?.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

it("says first what the verdict is, who is closed and who is left out", () => {
  expect(document.body.textContent).toMatch(/^The first stays first in 70% of weightings\.One candidate is closed to you\.Left out.*Cleo Fixture/);
});
it("follows a slider at once, before the program has answered, and goes back", () => {
  const asked = invoke.mock.calls.length;
  expect(order()).toEqual(["Ada Fixture: 1st, score 3.60", "Ben Fixture: 2nd, score 3.40"]);
  drag(1, 60);
  expect(order()).toEqual(["Ben Fixture: 1st, was 2nd, score 4.20", "Ada Fixture: 2nd, was 1st, score 2.80"]);
  expect(document.body.textContent).toContain("Ben Fixture would be first; 2 candidates have another place. These weights are being tried and are not stored.");
  expect(document.body.textContent).toContain("100 of 100%");
  act(() => [...document.querySelectorAll("button")].find((button) => button.textContent?.startsWith("Back"))?.click());
  expect(order()[0]).toBe("Ada Fixture: 1st, score 3.60");
  expect(invoke.mock.calls.length).toBe(asked);
});
it("says how far each weight can move", () => {
  expect(document.body.textContent).toContain("from 75% to 100%");
  expect(document.body.textContent).toContain("from 0% to 25%");
});
it("says in which interval each weight can move before any two change places", () => {
  const said = [...document.querySelectorAll("[id$='-fixed']")].map((one) => one.textContent);
  expect(said).toEqual(["Order and ties stay from 78% to 90%", "Order and ties stay from 10% to 22%"]);
});
it("draws nothing where one assessment is held, and says why", async () => {
  const only = "Only 1 of 2 assessments held (80% of the plan): with one there are no weights to vary, as the weight of one cannot change an order.";
  act(() => root.unmount());
  root = createRoot(document.body.appendChild(document.createElement("div")));
  invoke.mockImplementation(() => Promise.resolve({ ...robustness, sentence: only, assessments: robustness.assessments.slice(0, 1) }));
  act(() => root.render(<QueryClientProvider client={new QueryClient()}><RobustnessPart role={role} /></QueryClientProvider>));
  for (let tries = 0; tries < 50 && !document.body.textContent?.includes(only); tries += 1) {
    await act(async () => void (await new Promise((done) => setTimeout(done, 10))));
  }
  expect(document.body.textContent).toContain(`One assessment's weight cannot change an order${only}Not yet: Cleo Fixture.One candidate is closed to you.`);
  expect(document.querySelector("input[type=range], figure, table")).toBeNull();
});
it("shows who is before whom near the plan's weights, and under all at a switch", () => {
  const map = () => [...document.querySelectorAll("[role=group][aria-label^='Before each other'] td")].map((cell) => cell.textContent);
  expect(map()).toEqual(["the same", "91%", "9%", "the same"]);
  act(() => [...document.querySelectorAll<HTMLInputElement>("input[value=all]")].at(-1)?.click());
  expect(map()).toEqual(["the same", "64%", "36%", "the same"]);
});
