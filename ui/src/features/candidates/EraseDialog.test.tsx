// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { mounted, press, type } from "../../app/testing";
import { commands, type CandidateDetail, type ErasurePreview } from "../../generated/bindings";
import { EraseDialog } from "./EraseDialog";

const candidate = { id: "c", name: "Index Fixture", applications: [], snapshots: [], accounts: [] } as unknown as CandidateDetail;
const preview: ErasurePreview = {
  words: [
    { word: "index", kind: "login", texts: 12, borne: false, may_stay: true, examples: [{ before: "An ", word: "index", after: " for every table" }] },
    { word: "Index Fixture", kind: "name", texts: 0, borne: true, may_stay: false, examples: [] },
    { word: "index@example.invalid", kind: "address", texts: 1, borne: false, may_stay: false, examples: [] },
  ],
  texts: 13,
  too_short: ["Ix"],
};

const tick = async (text: string) => {
  const label = [...document.querySelectorAll("label")].find((one) => one.textContent?.includes(text) && one.querySelector("input"));
  await act(async () => label!.querySelector("input")!.click());
};

it("says which words texts about others lose, and leaves an ordinary one where it is asked to", async () => {
  vi.spyOn(commands, "candidateErasePreview").mockResolvedValue({ status: "ok", data: preview });
  const erased = vi.spyOn(commands, "candidateErase").mockResolvedValue({ status: "error", error: { message: "no", hint: "", kind: "other" } as never });
  await mounted(<EraseDialog candidate={candidate} onClose={() => undefined} />);
  await act(() => vi.waitFor(() => expect(document.body.textContent).toContain("13 texts about others name them")));
  const words = [...document.querySelectorAll('[aria-label="Texts about others"] li')].map((one) => one.textContent);
  expect(words[0]).toContain("… An index for every table …");
  expect(words[1]).toContain("stays: somebody else here has it too");
  expect(words[2]).toContain("1 text");
  expect(document.querySelectorAll('[aria-label="Texts about others"] li label')).toHaveLength(2);
  expect(document.body.textContent).toContain("could be ordinary words: Ix.");
  await tick("Leave “index” there");
  await tick("Take “Index Fixture” out all the same");
  await tick("I understand");
  await type("Reason", "asked");
  await press("Erase for good");
  expect(erased).toHaveBeenCalledWith("c", { reason: "asked", leave: ["index"], take: ["Index Fixture"] });
});
