import { expect, test } from "vitest";
import { reflow } from "./reflow";

test("a paragraph broken by an editor is one again", () => {
  expect(reflow("Two workers claimed the same job about once in ten thousand under load: the\nUPDATE re-checked the state.\n\nNext")).toBe("Two workers claimed the same job about once in ten thousand under load: the UPDATE re-checked the state.\n\nNext");
});

test("lists, code, trailers and short lines stay", () => {
  const kept = "It does:\n- one thing that is long enough to have been wrapped by an editor\n- another\n    let code = 1;\nSigned-off-by: [redacted]\nBye\nbye";
  expect(reflow(kept)).toBe(kept);
  const trailer = "A line that is long enough to have been wrapped by an editor here\nSigned-off-by: x";
  expect(reflow(trailer)).toBe(trailer);
});
