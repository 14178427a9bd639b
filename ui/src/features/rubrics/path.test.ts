import { expect, it } from "vitest";
import { parseRubricPath, rubricPath } from "./path";

it("reads back the address it gives, slashes and all", () => {
  expect(parseRubricPath(rubricPath("backend/code-review", 12).slice("/rubrics/".length))).toEqual({ id: "backend/code-review", version: 12 });
});
it("refuses an address without a version", () => {
  expect(parseRubricPath("backend/code-review")).toBeNull();
  expect(parseRubricPath("@1")).toBeNull();
});
