// @vitest-environment jsdom
import { expect, it } from "vitest";
import { router } from "./router";

/** The route that answers to an address. */
const answers = (path: string) => router.matchRoutes(path, {}).at(-1)?.fullPath.replace(/(.)\/$/, "$1");

it("answers each plain address with its own screen", () => {
  const plain = window.__assayRoutes.filter((path) => !path.includes("$"));
  expect(plain).toContain("/rubrics");
  expect(plain.map(answers)).toEqual(plain);
});

it("shows the library of rubrics with and without a closing slash, and one rubric under its address", () => {
  expect(["/rubrics", "/rubrics/"].map(answers)).toEqual(["/rubrics", "/rubrics"]);
  expect(answers("/rubrics/backend/code-review@1")).toBe("/rubrics/$");
});
