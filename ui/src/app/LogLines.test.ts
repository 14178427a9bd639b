import { expect, it } from "vitest";
import { entryText, sinceText } from "./LogLines";

it("tells times from the beginning, never below nought", () => {
  expect([0, 65_900, 7_205_000, -9].map(sinceText)).toEqual(["0:00", "1:05", "120:05", "0:00"]);
});
it("says what an entry is", () => {
  const said = (event: "section" | "stop" | "clue" | "note") => entryText({ at: "", event, of: "x", text: "The pool" });
  expect([said("section"), said("stop"), said("clue"), said("note")]).toEqual(["Section: The pool", "Paused", "Clue released: The pool", "The pool"]);
});
