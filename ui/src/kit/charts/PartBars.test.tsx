// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { PartBars, type PartRow } from "./PartBars";

it("draws parts on one scale, none for nought, and says each bar in a sentence", () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const parts: PartRow["parts"] = [{ look: "whole", count: 3, words: "went on" }, { look: "hatched", count: 1, words: "rejected" }, { look: "dotted", count: 0, words: "withdrawn" }];
  const rows: PartRow[] = [
    { id: "a", name: "Applied", parts, figure: "4 reached", sentence: "4 reached it; 3 went on, 1 rejected" },
    { id: "b", name: "Offer", parts: [], figure: "0 reached", sentence: "0 reached it" },
  ];
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  act(() => root.render(<PartBars label="Funnel" rows={rows} />));
  const drawn = [...document.querySelectorAll<HTMLElement>("[title]")];
  expect(drawn.map((part) => [part.title, part.style.width])).toEqual([["went on: 3", "75%"], ["rejected: 1", "25%"]]);
  expect([...document.querySelectorAll("li")].map((row) => row.querySelector(".visually-hidden")?.textContent)).toEqual([": 4 reached it; 3 went on, 1 rejected", ": 0 reached it"]);
  act(() => root.unmount());
});
