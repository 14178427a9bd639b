// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Ranking, RoleDetail, RoleOrder } from "../../generated/bindings";
import { OrderPart } from "./OrderPart";

const row = (id: string, candidate_name: string, raw: number, corrected: number | null) => ({
  application_id: id, candidate_id: id, candidate_name, raw, corrected, sd: 0.3, interval: [3, 4.5] as [number, number], coverage: 1, parts: [], missing_weight: 0, sentence: "",
});
const ranking = (first: [string, string], second: [string, string]): Ranking => ({
  rows: [first, second].map(([application_id, candidate_name]) => ({ application_id, candidate_name, score: 3, bands: [0] })),
  neighbours: [{ ahead: first[0], ahead_name: first[1], behind: second[0], behind_name: second[1], probability: 0.7, words: "leaning, not told apart", told_apart: false }],
  probabilities: [[null, 0.7], [0.3, null]], pairs_told_apart: 0, pairs: 1, sentence: "", closeness: "",
});
const ADA: [string, string] = ["a", "Ada Fixture"];
const BEN: [string, string] = ["b", "Ben Fixture"];
const order: RoleOrder = {
  role_id: "r", role_title: "Role", plan_version: 2, left_out: { closed: 1, sentence: "One candidate is closed to you." }, correction: "changes-order", sentence: "Nobody is told apart.", assumption: "Errors are independent.",
  rows: [row("a", "Ada Fixture", 4, 3.7), row("b", "Ben Fixture", 3.9, 3.8)], plain: ranking(ADA, BEN), corrected: ranking(BEN, ADA), assessments: [],
};
const further = { role_id: "r", left_out: order.left_out, sentence: "No single further interview is likely to settle the order.", interviews: [] };
const role = { summary: { id: "r" }, plan: { version: 2 }, plan_versions: [] } as unknown as RoleDetail;
let root: Root;

async function show(answer: RoleOrder | null): Promise<void> {
  vi.stubGlobal("__TAURI_INTERNALS__", {
    invoke: (command: string) => {
      if (command === "measure_further") return Promise.resolve(further);
      return answer ? Promise.resolve(answer) : Promise.reject({ code: "other", message: "The order could not be read.", hint: "Try again." });
    },
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  act(() => root.render(<QueryClientProvider client={client}><OrderPart role={role} ratings={() => null} /></QueryClientProvider>));
  for (let tries = 0; tries < 50 && !document.querySelector("li, [role=alert], p"); tries += 1) {
    await act(async () => void (await new Promise((done) => setTimeout(done, 10))));
  }
}
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});
const names = () => [...document.querySelectorAll("ul[aria-label='Candidates, best first'] .visually-hidden")].map((one) => one.textContent?.split(":")[0]);

it("says the verdict first, then who is closed, and re-ranks nothing until asked", async () => {
  await show(order);
  expect(document.body.textContent).toMatch(/^Nobody is told apart\.One candidate is closed to you\./);
  expect(names()).toEqual(["Ada Fixture", "Ben Fixture"]);
  expect(document.body.textContent).toContain("Ada Fixture before Ben Fixture: leaning, not told apart (70%)");
  act(() => document.querySelector<HTMLInputElement>("input[value=corrected]")?.click());
  expect(names()).toEqual(["Ben Fixture", "Ada Fixture"]);
  expect(document.body.textContent).toContain("Ben Fixture before Ada Fixture");
});
it("shows who stands apart at the place of the plain order, with no corrected score", async () => {
  const hal = row("h", "Hal Fixture", 3.95, null);
  const between = (ranked: Ranking): Ranking => ({ ...ranked, rows: [ranked.rows[0], { application_id: "h", candidate_name: "Hal Fixture", score: 3.95, bands: [0] }, ranked.rows[1]].flatMap((one) => (one ? [one] : [])) });
  await show({ ...order, rows: [...order.rows, hal], plain: between(order.plain), corrected: between(ranking(BEN, ADA)) });
  act(() => document.querySelector<HTMLInputElement>("input[value=corrected]")?.click());
  expect(names()).toEqual(["Ben Fixture", "Hal Fixture", "Ada Fixture"]);
  expect([...document.querySelectorAll("ul[aria-label='Candidates, best first'] .visually-hidden")][1]?.textContent).toContain("Hal Fixture: plain 4.0; not corrected; 95% interval");
});
it("offers no other order where nothing is corrected", async () => {
  await show({ ...order, corrected: null, rows: order.rows.map((one) => ({ ...one, corrected: null })) });
  expect(document.querySelector("input[value=corrected]")).toBeNull();
  expect(names()).toEqual(["Ada Fixture", "Ben Fixture"]);
});
it("says what went wrong, with a way on", async () => {
  await show(null);
  expect(document.querySelector("[role=alert]")?.textContent).toContain("The order could not be read.");
});
