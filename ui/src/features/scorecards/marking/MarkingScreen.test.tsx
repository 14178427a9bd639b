// @vitest-environment jsdom
import { act } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { isKept, mounted, press } from "../../../app/testing";
import { commands, type MarkingSheet } from "../../../generated/bindings";
import { Autosave } from "../autosave";
import { MarkingScreen } from "./MarkingScreen";

const blocker = vi.hoisted(() => ({ shouldBlock: async (): Promise<boolean> => false }));
vi.mock("@tanstack/react-router", () => ({
  useNavigate: () => () => undefined,
  useParams: () => ({ assessmentId: "q" }),
  useSearch: () => ({ topic: "shipped" }),
  useBlocker: ({ shouldBlockFn }: { shouldBlockFn: () => Promise<boolean> }) => {
    blocker.shouldBlock = shouldBlockFn;
    return { status: "idle" };
  },
}));

const expected = { level: 3, text: "" };
const criterion = { id: "own", title: "Own part", competency: "x", weight: 100, anchors: ["a", "b", "c", "d", "e"], expected: { mid: expected, senior: expected, staff: expected } };
const sheet = (citations: number) =>
  ({
    set: { assessment_id: "q", assessment_title: "Questionnaire", role_title: "Backend", topics: [{ id: "shipped", title: "Shipped", handed_in: 1 }] },
    topic: { id: "shipped", title: "Shipped" },
    rubric: { levels: 5, criteria: [criterion] }, seniority: "senior", guide: null,
    entries: [{ interview_id: "i", label: "Answer 1", minutes: null, parts: [{ id: "p", title: "Shipped", kind: "answer", text: "A ledger." }], ratings: [{ criterion: "own", level: null, note: "", note_names: false, citations }], missing: [], saved_at: null }],
  }) as unknown as MarkingSheet;
const show = vi.spyOn(commands, "markingShow");

beforeEach(() => void show.mockReset().mockResolvedValue({ status: "ok", data: sheet(0) }));
const drawn = () => act(async () => vi.waitFor(() => expect(document.body.textContent).toContain("Answer 1 of 1")));

it("reads the drafts once what was typed elsewhere is saved", async () => {
  let saved: () => void = () => undefined;
  const elsewhere = new Autosave<string>(() => new Promise((done) => (saved = () => done("2026-11-24T14:00:00Z"))), null);
  elsewhere.change("half a note");
  const flushed = elsewhere.flush();
  await mounted(<MarkingScreen />);
  expect(show).not.toHaveBeenCalled();
  saved();
  await flushed;
  await drawn();
});

it("counts a citation once, as the draft has it", async () => {
  vi.spyOn(commands, "submissionCite").mockResolvedValue({ status: "ok", data: "2026-11-24T14:00:00Z" });
  await mounted(<MarkingScreen />);
  await drawn();
  show.mockResolvedValue({ status: "ok", data: sheet(1) });
  await press("Cite the whole for “Own part”");
  await act(async () => vi.waitFor(() => expect(document.body.textContent).toContain("Cites 1 place;")));
});

it("is not left while a rating cannot be saved", async () => {
  const rate = vi.spyOn(commands, "markingRate").mockResolvedValue({ status: "error", error: { code: "other", message: "The disk is full.", hint: "" } });
  await mounted(<MarkingScreen />);
  await drawn();
  await act(async () => document.querySelector<HTMLElement>('[data-column="3"]')?.click());
  expect(await isKept(blocker)).toBe(true);
  rate.mockResolvedValue({ status: "ok", data: "2026-11-24T14:00:00Z" });
  expect(await isKept(blocker)).toBe(false);
  expect(rate).toHaveBeenLastCalledWith("i", { criterion: "own", level: 3, note: null });
});
