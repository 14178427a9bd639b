import { expect, test } from "vitest";
import { loginsOf } from "./logins";

test("logins are taken apart, once each", () => {
  expect(loginsOf(" ilse-fixture, @ravi-fixture\nIlse-Fixture;  ")).toEqual(["ilse-fixture", "ravi-fixture"]);
  expect(loginsOf("  ")).toEqual([]);
});
