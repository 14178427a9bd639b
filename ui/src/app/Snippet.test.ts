import { expect, test } from "vitest";
import { snippetParts } from "./Snippet";

test("marks stand where the engine set them", () => {
  expect(snippetParts("a \u0002ledger\u0003 of \u0002locks\u0003")).toEqual([
    { text: "a ", hit: false },
    { text: "ledger", hit: true },
    { text: " of ", hit: false },
    { text: "locks", hit: true },
  ]);
});

test("a mark cut off at the end does no harm", () => {
  expect(snippetParts("x \u0002led")).toEqual([
    { text: "x ", hit: false },
    { text: "led", hit: true },
  ]);
  expect(snippetParts("plain")).toEqual([{ text: "plain", hit: false }]);
});
