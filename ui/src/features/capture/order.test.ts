import { expect, test } from "vitest";
import { durationText, EMPTY, orderOf, repositoriesOf, repositoriesProblem } from "./order";

test("repositories are taken apart, addresses too, none twice", () => {
  expect(repositoriesOf("ada-fixture/kettle, team-fixture/core\nhttps://github.com/ada-fixture/kettle/")).toEqual(["ada-fixture/kettle", "team-fixture/core"]);
  expect(repositoriesOf("  ")).toEqual([]);
});

test("a name without an owner is told", () => {
  expect(repositoriesProblem("ada-fixture/kettle.rs")).toBeNull();
  expect(repositoriesProblem("kettle")).toContain("kettle");
});

test("an order has the kept token unless one was typed", () => {
  expect(orderOf({ ...EMPTY, login: " @ada-fixture " })).toEqual({ login: "ada-fixture", depth: "usual", repositories: [], api: "https://api.github.com", token: null });
  expect(orderOf({ ...EMPTY, token: " typed " }).token).toBe("typed");
});

test("times are said in the unit that fits", () => {
  expect([43, 640, 7300].map(durationText)).toEqual(["43 seconds", "11 minutes", "2.0 hours"]);
});
