import { expect, test } from "vitest";
import { endingOf } from "./savePath";

test("a file says by its ending what it holds", () => {
  expect(endingOf("/home/ada/ilse.PDF", "pdf")).toBe("/home/ada/ilse.PDF");
  expect(endingOf("/home/ada/ilse", "pdf")).toBe("/home/ada/ilse.pdf");
  expect(endingOf("/home/ada/v1.2", "csv")).toBe("/home/ada/v1.2.csv");
});
