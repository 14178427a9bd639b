import { expect, it } from "vitest";
import type { DebriefRow } from "../../generated/bindings";
import { firstChoice, toggled } from "./beside";

const row = (application_id: string, bands: number[], score: number | null = 3, closed = false) => ({ application_id, bands, score, closed }) as unknown as DebriefRow;

it("begins with the first and those not told apart from them", () => {
  expect(firstChoice([row("a", [0]), row("b", [0, 1]), row("c", [1]), row("d", [0]), row("e", [0])])).toEqual(["a", "b", "d"]);
  expect(firstChoice([row("a", [0]), row("b", [1]), row("c", [2])])).toEqual(["a", "b"]);
  expect(firstChoice([row("a", [], null), row("b", [], null, true)])).toEqual([]);
});
it("takes no fifth", () => {
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  expect(toggled(["a", "b", "c"], "d")).toEqual(["a", "b", "c", "d"]);
  expect(toggled(["a", "b", "c", "d"], "e")).toEqual(["a", "b", "c", "d"]);
});
