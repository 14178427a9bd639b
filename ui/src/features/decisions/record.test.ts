import { expect, it } from "vitest";
import type { DecisionGround } from "../../generated/bindings";
import { EMPTY_RECORD, isWritten, optionsShown, recordOf } from "./record";

const ground = { context: "Score 3.4.", options: [{ kind: "hold", option: "Hold" }, { kind: "reject", option: "Reject" }, { kind: null, option: "Take Finn Fixture instead" }] } as unknown as DecisionGround;

it("follows what the decision rests on until somebody types", () => {
  expect(recordOf(EMPTY_RECORD, ground, "hold")).toEqual({
    context: "Score 3.4.", three_months: "", six_months: "", unknown: "",
    options: [{ option: "Reject", because: "" }, { option: "Take Finn Fixture instead", because: "" }],
  });
  expect(optionsShown(EMPTY_RECORD, ground, "reject").map((one) => one.option)).toEqual(["Hold", "Take Finn Fixture instead"]);
  expect(optionsShown(EMPTY_RECORD, ground, null)).toHaveLength(3);
  const typed = { ...EMPTY_RECORD, context: "", options: [{ option: "Wait", because: "no time" }] };
  expect(recordOf(typed, ground, "hold")).toMatchObject({ context: "", options: typed.options });
});

it("knows a record without a word", () => {
  expect(isWritten(recordOf(EMPTY_RECORD, undefined, null))).toBe(false);
  expect(isWritten(recordOf({ ...EMPTY_RECORD, unknown: "On call." }, undefined, null))).toBe(true);
});
