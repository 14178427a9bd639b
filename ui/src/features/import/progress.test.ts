import { expect, test } from "vitest";
import type { ImportProgress } from "../../generated/bindings";
import { mergeLatest, share } from "./progress";

test("the newest lines stand first and the list stays short", () => {
  expect(mergeLatest(["a"], ["b", "c"])).toEqual(["c", "b", "a"]);
  expect(mergeLatest(Array.from({ length: 300 }, (_, index) => index), [-1])).toHaveLength(200);
});

test("an unknown whole has no share", () => {
  const progress = { bytes_done: 5, bytes_total: null } as ImportProgress;
  expect(share(progress)).toBeNull();
  expect(share({ ...progress, bytes_total: 4 })).toBe(4);
});
