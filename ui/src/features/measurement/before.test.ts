import { expect, it } from "vitest";
import type { RoleRobustness } from "../../generated/bindings";
import { beforeRows, beforeTable } from "./before";

const found = {
  rows: [{ application_id: "a", candidate_name: "Ada" }, { application_id: "b", candidate_name: "Ben" }, { application_id: "c", candidate_name: "Cleo" }],
  above_near: [[null, 0.82, 1], [0.18, null, null], [0, null, null]],
  above_all: [[null, 0.55, 0.999], [0.45, null, null], [0.001, null, null]],
} as unknown as RoleRobustness;

it("shades who is before whom, with the figure in the cell, under either set of weights", () => {
  expect(beforeRows(found, "near").map((row) => row.cells.map((cell) => cell && [cell.text, cell.shade]))).toEqual([
    [null, ["82%", 5], ["100%", 5]],
    [["18%", 1], null, ["equal", null]],
    [["0%", 1], ["equal", null], null],
  ]);
  expect(beforeRows(found, "all")[0]?.cells[1]).toEqual({ text: "55%", shade: 3, title: "Ada is before Ben in 55% of these weightings" });
});
it("names each two once in the table behind it", () => {
  expect(beforeTable(found).rows.map((row) => row.cells)).toEqual([
    ["Ada before Ben", "82%", "55%"],
    ["Ada before Cleo", "100%", "99%"],
    ["Ben before Cleo", "always equal", "always equal"],
  ]);
});
