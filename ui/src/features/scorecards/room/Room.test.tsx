// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isKept } from "../../../app/testing";
import { commands, type Form, type Kit, type LogEntry } from "../../../generated/bindings";
import { Room } from "./Room";

const gone = vi.fn();
const blocker = vi.hoisted(() => ({ shouldBlock: async (): Promise<boolean> => false }));
vi.mock("@tanstack/react-router", () => ({
  useNavigate: () => gone,
  useBlocker: ({ shouldBlockFn }: { shouldBlockFn: () => Promise<boolean> }) => {
    blocker.shouldBlock = shouldBlockFn;
    return { status: "idle" };
  },
}));
const asked = vi.hoisted(() => vi.fn());
vi.mock("./sections", async (original) => {
  const real = await original<typeof import("./sections")>();
  return { ...real, sectionsOf: (...args: Parameters<typeof real.sectionsOf>) => (asked(), real.sectionsOf(...args)) };
});

const START = Date.parse("2026-11-24T14:00:00Z");
const expected = { level: 3, text: "alone" };
const criterion = (id: string) => ({
  id, title: `Criterion ${id}`, competency: "databases", weight: 50, weight_reason: "", observe: "", anchors: ["a", "b", "c", "d", "e"],
  look_for: [], probes: [], expected: { mid: expected, senior: expected, staff: expected },
});
const section = (id: string, minutes: number) => ({ id, title: `Section ${id}`, minutes, prompt: `Say ${id}.`, interviewer: "Wait.", follow_ups: [`Ask ${id}?`] });
const clue = (id: string) => ({ id, title: `Clue ${id}`, release_when: `when ${id}`, say: `Here is ${id}.`, listen_for: "", materials: [] });
const kit = { id: "k", version: 1, sections: [section("one", 10), section("two", 5)], clues: [clue("x"), clue("y")] } as unknown as Kit;
const form = (log: LogEntry[]) =>
  ({
    interview: { id: "i", minutes: 15, mine: true, candidate_name: "Ilse Fixture", assessment_title: "Debugging" },
    rubric: { id: "r", version: 1, levels: 5, criteria: [criterion("p"), criterion("q")], red_flags: [] },
    seniority: "senior", kit: { id: "k", version: 1 },
    draft: { ratings: [], flags: [], summary: "", recommendation: null, log, saved_at: null },
    snapshots: [],
  }) as unknown as Form;

let root: Root;
let box: HTMLElement;
const save = vi.spyOn(commands, "scorecardSaveDraft");
const screen = vi.spyOn(commands, "windowFullScreen");

function open(log: LogEntry[] = []) {
  act(() => root.render(<QueryClientProvider client={new QueryClient()}><Room form={form(log)} kit={kit} /></QueryClientProvider>));
}
beforeEach(() => {
  vi.useFakeTimers({ now: START });
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  save.mockReset().mockResolvedValue({ status: "ok", data: "2026-11-24T14:02:00Z" });
  screen.mockReset().mockResolvedValue({ status: "ok", data: null });
  gone.mockReset();
  box = document.body.appendChild(document.createElement("div"));
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  vi.useRealTimers();
});

const press = (key: string, on: Element = document.activeElement ?? box) => act(() => void on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
const field = () => box.querySelector<HTMLTextAreaElement>("[data-pane=log] textarea")!;
const type = (on: HTMLTextAreaElement, text: string) =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")!.set!.call(on, text);
    on.dispatchEvent(new Event("input", { bubbles: true }));
  });
const saved = () => save.mock.calls.at(-1)?.[1];

it("fills the screen, begins a section by F2 and shows its timer", async () => {
  open();
  expect(screen).toHaveBeenLastCalledWith(true);
  expect(box.textContent).toContain("Say one.");
  press("F2");
  await act(() => vi.advanceTimersByTimeAsync(65_000));
  expect(box.textContent).toContain("running1:05 of 10 min");
  expect(saved()?.log).toEqual([{ at: "2026-11-24T14:00:00.000Z", event: "section", of: "one", text: "Section one" }]);
  press("F2");
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(box.textContent).toContain("Say two.");
});

it("goes on with a timer from the draft, over its box in words", () => {
  open([{ at: "2026-11-24T13:47:30Z", event: "section", of: "one", text: "Section one" }]);
  expect(box.textContent).toContain("2 min over12:30 of 10 min");
});

it("releases clues one by one, each with its time, and shows only what is released", async () => {
  open();
  expect(box.textContent).not.toContain("Here is x.");
  press("F4");
  expect(box.textContent).toContain("1 of 2 released");
  expect(box.textContent).toContain("Here is x.");
  expect(box.textContent).not.toContain("Here is y.");
  await act(() => vi.advanceTimersByTimeAsync(400));
  expect(saved()?.log[0]).toMatchObject({ at: "2026-11-24T14:00:00.000Z", event: "clue", of: "x" });
});

it("saves a note while it is typed without a pause, with the time of its first letter", async () => {
  open();
  for (let letters = 1; letters <= 10; letters += 1) {
    type(field(), "asked for latency".slice(0, letters));
    await act(() => vi.advanceTimersByTimeAsync(100));
  }
  expect(save).toHaveBeenCalledTimes(1);
  expect(saved()?.log).toEqual([{ at: "2026-11-24T14:00:00.000Z", event: "note", of: "", text: "asked fo" }]);
  press("Enter", field());
  expect(field().value).toBe("");
  expect(box.querySelector("[data-pane=log] ol")?.textContent).toContain("asked for ");
});

it("leaves full screen by Escape and loses nothing", () => {
  open();
  type(field(), "half a wor");
  press("Escape", field());
  expect(screen).toHaveBeenLastCalledWith(false);
  expect(field().value).toBe("half a wor");
  expect(box.textContent).toContain("Full screen");
});

it("goes round its parts by F6 and rates by one key", async () => {
  open();
  press("F6");
  expect((document.activeElement as HTMLElement).dataset.row).toBe("0");
  press("4");
  press("ArrowDown");
  press("0");
  await act(() => vi.advanceTimersByTimeAsync(400));
  expect(saved()?.ratings.map((rating) => rating.level)).toEqual([4, 0]);
  expect(box.textContent).toContain("2 of 2 rated");
  press("l");
  expect(document.activeElement).toBe(field());
  press("F6");
  expect(document.activeElement?.closest("[data-pane]")?.getAttribute("data-pane")).toBe("sections");
});

it("draws nothing but the times every second", async () => {
  open([{ at: "2026-11-24T13:59:00Z", event: "section", of: "one", text: "Section one" }]);
  expect(box.textContent).toContain("running1:00 of 10 min");
  const drawn = asked.mock.calls.length;
  await act(() => vi.advanceTimersByTimeAsync(3_000));
  expect(box.textContent).toContain("running1:03 of 10 min");
  expect(asked.mock.calls.length).toBe(drawn);
});

it("has one main action: what to begin", () => {
  open();
  const main = () => [...box.querySelectorAll("button")].filter((button) => button.className.includes("main")).map((button) => button.textContent);
  expect(main()).toEqual(["Begin this section"]);
  press("F2");
  expect(main()).toEqual(["Next: Section two"]);
});

it("is not left by another way while what was typed cannot be saved", async () => {
  open();
  save.mockResolvedValue({ status: "error", error: { code: "other", message: "The disk is full.", hint: "" } });
  type(field(), "half a wor");
  expect(await isKept(blocker)).toBe(true);
  save.mockResolvedValue({ status: "ok", data: "2026-11-24T14:02:00Z" });
  expect(await isKept(blocker)).toBe(false);
  expect(saved()?.log[0]?.text).toBe("half a wor");
});

it("saves before it leads to the scorecard, and stays where it cannot", async () => {
  open();
  save.mockResolvedValue({ status: "error", error: { code: "other", message: "The disk is full.", hint: "" } });
  press("F2");
  const leave = [...box.querySelectorAll("button")].find((button) => button.textContent === "To the scorecard")!;
  await act(async () => (leave.click(), vi.advanceTimersByTimeAsync(1)));
  expect(gone).not.toHaveBeenCalled();
  expect(box.textContent).toContain("Not saved: The disk is full.");
  save.mockResolvedValue({ status: "ok", data: "2026-11-24T14:02:00Z" });
  await act(async () => (leave.click(), vi.advanceTimersByTimeAsync(1)));
  expect(gone).toHaveBeenCalled();
});

it("asks for what was said or done, and below the expected level for what would have raised it", async () => {
  open();
  const note = () => box.querySelector<HTMLTextAreaElement>('[data-note="0"]')!;
  const rate = (level: number) => act(() => box.querySelector<HTMLElement>(`[data-row="0"][data-column="${level}"]`)!.click());
  expect([note().placeholder, field().placeholder]).toEqual(["What they said or did", "Note what is said or done. Enter keeps it with its time."]);
  rate(3);
  type(note(), "Named the place.");
  expect(box.textContent).not.toContain("What would have raised it?");
  rate(2);
  expect(box.textContent).toContain("Below what is expected here, level 3. What would have raised it?");
  act(() => [...box.querySelectorAll("button")].find((button) => button.textContent === "Answer in the note")!.click());
  expect(note().value).toBe("Named the place.\nWhat would have raised it: ");
  type(note(), `${note().value}a cause`);
  expect(box.textContent).not.toContain("What would have raised it?");
  await act(() => vi.advanceTimersByTimeAsync(400));
  expect(saved()?.ratings[0]?.note).toBe("Named the place.\nWhat would have raised it: a cause");
});
