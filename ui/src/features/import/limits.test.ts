import { expect, test } from "vitest";
import { settingsOf } from "./limits";

test("only what was written is set", () => {
  expect(settingsOf({ "total-bytes": " 8 GiB ", ratio: " ", nesting: "6", "record-bytes": "" })).toEqual(["total-bytes=8 GiB", "nesting=6"]);
});
