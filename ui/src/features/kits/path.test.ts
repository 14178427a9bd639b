import { expect, it } from "vitest";
import { kitPath, parseKitPath } from "./path";
import { clockText, startsOf } from "./timing";

it("reads back the address it gives", () => {
  expect(parseKitPath(kitPath({ id: "code-review", version: 3 }).slice("/kits/".length))).toEqual({ id: "code-review", version: 3 });
  expect(parseKitPath("code-review")).toBeNull();
});
it("says at which minute each section begins", () => {
  expect(startsOf([{ minutes: 10 }, { minutes: 25 }, { minutes: 15 }])).toEqual([0, 10, 35]);
  expect(clockText(5, 65)).toBe("0:05 to 1:10");
});
