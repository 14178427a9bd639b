// @vitest-environment jsdom
import { act, useState, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DotPlot, type DotRow } from "./DotPlot";
import { Figure } from "./Figure";
import { HeatMap } from "./HeatMap";
import { PlaceBars } from "./PlaceBars";
import { SCORES } from "./scale";
import { rowMove } from "./useRowKeys";
import { freeText, WeightSliders } from "./WeightSliders";

let root: Root;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});
const show = (node: ReactNode) => act(() => root.render(node));
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

const row = (id: string, value: number | null): DotRow => ({ id, name: id, marks: [{ look: "dot", value, interval: [2, 6] }], figures: ["f"], sentence: `${id} in words`, bands: [0] });

it("shows the table behind a picture in its place, and the picture again", () => {
  show(<Figure title="Scores" table={{ columns: [{ id: "n", title: "Name" }, { id: "s", title: "Score" }], rows: [{ id: "a", cells: ["Ada", "3.5"] }] }}><p>drawn here</p></Figure>);
  expect(all("table")).toHaveLength(0);
  act(() => document.querySelector("button")?.click());
  expect(all("th[scope=row]").map((cell) => cell.textContent)).toEqual(["Ada"]);
  expect(document.body.textContent).not.toContain("drawn here");
  act(() => document.querySelector("button")?.click());
  expect(document.body.textContent).toContain("drawn here");
});

it("says each row of a dot plot in a sentence, walks with the arrows and opens", () => {
  const opened: string[] = [];
  show(<DotPlot label="Order" nameHead="Candidate" rows={[row("A", 3), row("B", null)]} domain={SCORES} heads={["Score"]} onOpen={(id) => opened.push(id)} />);
  const [first, second] = all("button");
  expect(first?.textContent).toContain("A in words. Explain");
  expect([first?.tabIndex, second?.tabIndex]).toEqual([0, -1]);
  act(() => first?.focus());
  act(() => void first?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true })));
  expect(document.activeElement).toBe(second);
  act(() => second?.click());
  expect(opened).toEqual(["B"]);
});

it("draws no mark for what is unknown, and no end where an interval goes on beyond the axis", () => {
  show(<DotPlot label="Order" nameHead="Candidate" rows={[row("A", 3), row("B", null)]} domain={SCORES} heads={["Score"]} />);
  expect(all("circle")).toHaveLength(1);
  const short = all("li line").filter((line) => line.getAttribute("y1") === "-4");
  expect(short.map((line) => line.getAttribute("x1"))).toEqual(["25%"]);
});

it("keeps the sum of the weights in sight and says how far each can move", () => {
  function Sliders(): ReactNode {
    const [first, setFirst] = useState(60);
    return <WeightSliders weights={[{ id: "a", title: "Review", weight: first, was: 60, free: [12.3, 74.9], fixed: [40, 70] }, { id: "b", title: "Design", weight: 40, was: 40, free: null, fixed: null }]} onWeight={(_, weight) => setFirst(weight)} />;
  }
  show(<Sliders />);
  expect(all("[role=status]")[0]?.textContent).toContain("100 of 100%");
  expect(document.body.textContent).toContain("from 13% to 74%");
  const slider = document.querySelector<HTMLInputElement>("input[type=range]");
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(slider, "70");
    slider?.dispatchEvent(new Event("input", { bubbles: true }));
  });
  expect(all("[role=status]")[0]?.textContent).toContain("110 of 100%: 10 too many");
  expect(document.body.textContent).toContain("70% was 60");
});

it("never promises more room for a weight than there is", () => {
  expect([[0, 100], [19.2, 20.9], [20, 20], [19.2, 19.8]].map(([a, b]) => freeText([a ?? 0, b ?? 0]))).toEqual(["at any weight", "at this weight only", "at this weight only", "at this weight only"]);
});

it("says places and cells to who does not see the bars", () => {
  show(<><PlaceBars label="Places" rows={[{ id: "a", name: "Ada", shares: [0.995, 0.005] }]} /><HeatMap label="Pairs" corner="Rater" columns={[{ id: "a", name: "Ada" }, { id: "b", name: "Ben" }]} rows={[{ id: "a", name: "Ada", cells: [null, { text: "never met", shade: null }] }]} /></>);
  expect(all("li")[0]?.textContent).toContain("Ada: 1st in 99%, 2nd in 1%");
  expect(all("td").map((cell) => cell.textContent)).toEqual(["the same", "never met"]);
});

it("stops at the ends of the rows", () => {
  expect(["ArrowUp", "ArrowDown", "Home", "End", "x"].map((key) => rowMove(key, 1, 2))).toEqual([0, 1, 0, 1, null]);
});
