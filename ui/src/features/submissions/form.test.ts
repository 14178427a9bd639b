import { expect, it } from "vitest";
import type { ColumnUse, FormColumn } from "../../generated/bindings";
import { keyOfUse, lacks, useOfKey, useOptions, withUse } from "./form";

const column = (used: ColumnUse): FormColumn => ({ header: "h", example: "", used, remembered: false });

it("a use has one key, there and back", () => {
  const uses: ColumnUse[] = [{ is: "ignored" }, { is: "name" }, { is: "minutes" }, { is: "answer", question: "orm" }, { is: "answer", question: "" }];
  expect(uses.map((use) => useOfKey(keyOfUse(use)))).toEqual(uses);
  expect(useOptions([{ id: "orm", title: "What does the ORM send?" }]).map((option) => option.id)).toContain("answer/orm");
});
it("a question of the kit is answered by one column", () => {
  const columns = [column({ is: "answer", question: "orm" }), column({ is: "ignored" }), column({ is: "answer", question: "" })];
  expect(withUse(columns, 1, { is: "answer", question: "orm" })).toEqual([{ is: "ignored" }, { is: "answer", question: "orm" }, { is: "answer", question: "" }]);
  expect(withUse(columns, 1, { is: "answer", question: "" })[2]).toEqual({ is: "answer", question: "" });
});
it("says what lacks", () => {
  expect(lacks([column({ is: "minutes" })])).toHaveLength(2);
  expect(lacks([column({ is: "login" }), column({ is: "answer", question: "" })])).toEqual([]);
});
