// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { CompetencyMatrix } from "../../generated/bindings";
import { CompetencyTable } from "./CompetencyTable";

const known = { score: 3.64, coverage: 0.5, ratings: 3, raters: 2, parts: [] };
const unknown = { score: null, coverage: 0, ratings: 0, raters: 0, parts: [] };
const matrix = {
  plan_version: 1,
  competencies: [{ slug: "databases", title: "Databases", asked: true, assessments: 2 }, { slug: "api", title: "API design", asked: false, assessments: 1 }],
  rows: [{ application_id: "a", candidate_id: "c", candidate_name: "Eda Fixture", stage: "debrief", cells: [known, unknown] }],
} as unknown as CompetencyMatrix;
const onOpen = vi.fn();
let root: Root;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  root = createRoot(document.body.appendChild(document.createElement("div")));
  act(() => root.render(<CompetencyTable matrix={matrix} opened={null} onOpen={onOpen} />));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

it("shows the figure with what it rests on, and what is unknown as unknown", () => {
  const [first, second] = document.querySelectorAll<HTMLElement>("[data-cell]");
  const seen = (cell?: HTMLElement) => cell?.querySelector("[aria-hidden]")?.textContent;
  expect(seen(first)).toBe("3.63 ratings, 50%");
  expect(first?.textContent).toContain("Eda Fixture, Databases: 3.6, 3 ratings, 50% assessed. Explain");
  expect(seen(second)).toBe("not assessed");
  expect(second?.className).toContain("unknown");
  expect(document.body.textContent).toContain("API design (not asked for)");
});

it("is walked through by arrows and opens what stands behind a cell", () => {
  const [first, second] = document.querySelectorAll<HTMLElement>("[data-cell]");
  act(() => first?.focus());
  act(() => void first?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true })));
  expect(document.activeElement).toBe(second);
  act(() => second?.click());
  expect(onOpen).toHaveBeenCalledWith({ applicationId: "a", slug: "api" });
});
