// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { buttonOf, mounted } from "../../app/testing";
import { commands, type ColumnUse, type FormPreview } from "../../generated/bindings";
import { FormPreviewPart, noteOf } from "./FormPreviewPart";

let change: ((uses: ColumnUse[]) => void) | undefined;
let shown: ColumnUse[] = [];
vi.mock("./FormColumns", () => ({
  FormColumns: ({ columns, onChange }: { columns: { used: ColumnUse }[]; onChange: (uses: ColumnUse[]) => void }) => {
    shown = columns.map((column) => column.used);
    change = onChange;
    return null;
  },
}));

const preview = (uses: ColumnUse[]): FormPreview => ({ columns: uses.map((used, i) => ({ header: `h${i}`, example: "", used, remembered: false })), questions: [], remembered: false, rows: [{ line: 2, who: "Mei", candidate_name: "Mei", answers: 1, minutes: null, outcome: "added", reason: "" }], ignored: [], problems: [], encoding: "" }) as unknown as FormPreview;
const GUESSED: ColumnUse[] = [{ is: "ignored" }, { is: "ignored" }];

it("goes on from the meaning that was chosen while its rows are still looked at, and takes in none by another", async () => {
  const look = vi.spyOn(commands, "submissionPreviewForm").mockResolvedValue({ status: "ok", data: preview(GUESSED) });
  await mounted(<FormPreviewPart assessmentId="q" path="/f.csv" report={null} onReport={() => undefined} />);
  await act(async () => vi.waitFor(() => expect(shown).toEqual(GUESSED)));
  let answer: () => void = () => undefined;
  look.mockImplementation((_, __, uses) => new Promise((done) => (answer = () => done({ status: "ok", data: preview(uses ?? GUESSED) }))));
  const first: ColumnUse[] = [{ is: "name" }, { is: "ignored" }];
  await act(async () => change?.(first));
  expect(shown).toEqual(first);
  const both: ColumnUse[] = [{ is: "name" }, { is: "answer", question: "" }];
  await act(async () => change?.(both));
  expect(shown).toEqual(both);
  expect(buttonOf("Take in 1 submission").disabled).toBe(true);
  await act(async () => answer());
  await act(async () => vi.waitFor(() => expect(buttonOf("Take in 1 submission").disabled).toBe(false)));
  expect(look.mock.calls.at(-1)?.[2]).toEqual(both);
});

it("says that a meaning is remembered only where it is", () => {
  const of = (...remembered: boolean[]) => noteOf(remembered.map((one) => ({ remembered: one })));
  expect(of(true, true)).toBe("As you said the last time.");
  expect(of(false, false)).toBe("As far as the headings tell; look over it. It is remembered.");
  expect(of(true, false)).toContain("where a heading was there then");
});
