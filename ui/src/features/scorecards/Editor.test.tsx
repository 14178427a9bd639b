// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { commands, type Form } from "../../generated/bindings";
import { Editor } from "./Editor";

vi.mock("./LeaveGuard", () => ({ LeaveGuard: () => null }));

const expected = { level: 3, text: "alone" };
const criterion = (id: string) => ({
  id, title: `Criterion ${id}`, competency: "databases", weight: 50, weight_reason: "", observe: "", anchors: ["a", "b", "c", "d", "e"],
  look_for: [], probes: [], expected: { mid: expected, senior: expected, staff: expected },
});
const form = {
  interview: { id: "i", minutes: 45, mine: true, person_name: "Ada Fixture" },
  rubric: { id: "r", version: 1, levels: 5, criteria: [criterion("x"), criterion("y")], red_flags: [] },
  seniority: "senior",
  draft: { ratings: [], flags: [], summary: "", recommendation: null, log: [], saved_at: null },
  snapshots: [],
} as unknown as Form;

let root: Root;
let box: HTMLElement;
const save = vi.spyOn(commands, "scorecardSaveDraft");

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  save.mockReset().mockResolvedValue({ status: "ok", data: "2026-11-23T14:02:00" });
  box = document.body.appendChild(document.createElement("div"));
  root = createRoot(box);
  act(() => root.render(<QueryClientProvider client={new QueryClient()}><Editor form={form} mode="own" start={null} onDone={() => undefined} /></QueryClientProvider>));
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  vi.useRealTimers();
});

const cell = (row: number, column: number) => box.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)!;
const note = (row: number) => box.querySelector<HTMLTextAreaElement>(`[data-note="${row}"]`)!;
const press = (on: HTMLElement, key: string) => act(() => void on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
const chosen = (row: number) => [...box.querySelectorAll(`[data-row="${row}"][aria-checked="true"]`)].map((c) => (c as HTMLElement).dataset.column);

it("begins at the first criterion that is still open", () => {
  expect(document.activeElement).toBe(cell(0, 1));
});

it("chooses by figure in the focused row, and shows the progress", () => {
  act(() => cell(0, 1).focus());
  press(cell(0, 1), "4");
  expect(chosen(0)).toEqual(["4"]);
  expect(document.activeElement).toBe(cell(0, 4));
  press(cell(0, 4), "ArrowDown");
  press(document.activeElement as HTMLElement, "0");
  expect(chosen(1)).toEqual(["0"]);
  expect(box.textContent).toContain("2 of 2");
});

it("never takes a key from a note; N goes there, Escape comes back", () => {
  act(() => cell(0, 2).focus());
  press(cell(0, 2), "n");
  expect(document.activeElement).toBe(note(0));
  for (const key of ["3", "0", "e", "ArrowDown"]) press(note(0), key);
  expect(chosen(0)).toEqual([]);
  expect(document.activeElement).toBe(note(0));
  press(note(0), "Escape");
  expect((document.activeElement as HTMLElement).dataset.row).toBe("0");
});

it("saves what was chosen a moment later, and at once when the screen is left", async () => {
  act(() => cell(1, 2).focus());
  press(cell(1, 2), "2");
  expect(save).not.toHaveBeenCalled();
  await act(() => vi.advanceTimersByTimeAsync(400));
  expect(save.mock.calls[0]?.[1].ratings.map((r) => r.level)).toEqual([null, 2]);
  expect(box.textContent).toContain("Saved 14:02");
  press(cell(1, 2), "5");
  await act(async () => root.unmount());
  expect(save.mock.calls[1]?.[1].ratings.map((r) => r.level)).toEqual([null, 5]);
  root = createRoot(box);
});

it("keeps the draft of a second marking apart from the first", async () => {
  const again = vi.spyOn(commands, "retestSaveDraft").mockResolvedValue({ status: "ok", data: "2026-11-23T14:02:00" });
  await act(async () => root.unmount());
  root = createRoot(box);
  act(() => root.render(<QueryClientProvider client={new QueryClient()}><Editor form={form} mode="again" start={null} onDone={() => undefined} /></QueryClientProvider>));
  act(() => cell(0, 1).focus());
  press(cell(0, 1), "4");
  await act(() => vi.advanceTimersByTimeAsync(400));
  expect(again.mock.calls[0]?.[1].ratings.map((r) => r.level)).toEqual([4, null]);
  expect(save).not.toHaveBeenCalled();
  expect(box.textContent).toContain("Saved 14:02");
});

it("says why a draft is not saved", async () => {
  save.mockResolvedValue({ status: "error", error: { code: "other", message: "The disk is full.", hint: "" } });
  act(() => cell(0, 1).focus());
  press(cell(0, 1), "1");
  await act(() => vi.advanceTimersByTimeAsync(400));
  expect(box.textContent).toContain("Not saved: The disk is full.");
});

const typed = (row: number, text: string) =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")!.set!.call(note(row), text);
    note(row).dispatchEvent(new Event("input", { bubbles: true }));
  });

it("asks for what was said or done, and below the expected level for what would have raised it, until the note answers", () => {
  expect(note(0).placeholder).toBe("What they said or did");
  typed(0, "Named the place.");
  act(() => cell(0, 3).click());
  expect(box.textContent).not.toContain("What would have raised it?");
  act(() => cell(0, 2).click());
  expect(box.textContent).toContain("Below what is expected here, level 3. What would have raised it?");
  act(() => [...box.querySelectorAll("button")].find((button) => button.textContent === "Answer in the note")!.click());
  expect(note(0).value).toBe("Named the place.\nWhat would have raised it: ");
  expect(document.activeElement).toBe(note(0));
  typed(0, `${note(0).value}a cause`);
  expect(box.textContent).toContain("Below what is expected here");
  expect(box.textContent).not.toContain("What would have raised it?");
});

it("names, before it is final, what does not say what would have raised it", async () => {
  vi.spyOn(commands, "scorecardCheck").mockResolvedValue({ status: "ok", data: [] });
  act(() => cell(0, 2).click());
  act(() => cell(1, 4).click());
  await act(async () => [...box.querySelectorAll("button")].find((button) => button.textContent?.includes("Submit"))!.click());
  await act(() => vi.advanceTimersByTimeAsync(500));
  expect(document.body.textContent).toContain("does not say what would have raised it: Criterion x.");
});
