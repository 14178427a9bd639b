// @vitest-environment jsdom
import { expect, test } from "vitest";
import { frameDocument } from "./HtmlFrame";

test("the frame's policy stands before the foreign text and forbids everything but its style and the window's font", () => {
  const page = frameDocument("<p>hello</p>", false);
  expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<p>hello</p>"));
  expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'");
});
