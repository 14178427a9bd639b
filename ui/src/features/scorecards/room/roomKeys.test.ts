import { expect, it } from "vitest";
import { paneAfter, ROOM_KEYS, roomKey } from "./roomKeys";

it("takes its keys and leaves all that is text", () => {
  expect(["F2", "F4", "F6", "F8", "F11", "Escape"].map((key) => roomKey({ key }))).toEqual(["next-section", "release-clue", "next-pane", "pause", "full-screen", "leave-full-screen"]);
  expect(["a", "1", "Enter", "ArrowDown", "F5"].map((key) => roomKey({ key }))).toEqual([null, null, null, null, null]);
  expect([roomKey({ key: "F6", shift: true }), roomKey({ key: "Enter", ctrl: true }), roomKey({ key: "F4", alt: true })]).toEqual(["previous-pane", "scorecard", null]);
  expect(ROOM_KEYS.every(({ key }) => roomKey({ key }) !== null)).toBe(true);
});
it("goes round the parts", () => {
  const panes = ["sections", "criteria", "log"];
  expect([paneAfter(panes, null, 1), paneAfter(panes, "sections", 1), paneAfter(panes, "log", 1), paneAfter(panes, "sections", -1)]).toEqual(["sections", "criteria", "sections", "log"]);
});
