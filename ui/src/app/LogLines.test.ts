import { expect, it } from "vitest";
import { entryText } from "./LogLines";

it("says what an entry is", () => {
  const said = (event: "section" | "stop" | "clue" | "note") => entryText({ at: "", event, of: "x", text: "The pool" });
  expect([said("section"), said("stop"), said("clue"), said("note")]).toEqual(["Section: The pool", "Paused", "Clue released: The pool", "The pool"]);
});
