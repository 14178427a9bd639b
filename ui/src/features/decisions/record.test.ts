import { expect, it } from "vitest";
import type { DecisionGround } from "../../generated/bindings";
import { EMPTY_RECORD, isMeant, isWritten, optionsOffered, recordOf } from "./record";

const ground = { context: "Score 3.4.", options: [{ kind: "hold", option: "Hold" }, { kind: "reject", option: "Reject" }, { kind: null, option: "Take Finn Fixture instead" }] } as unknown as DecisionGround;

it("follows what the decision rests on until somebody types", () => {
  expect(recordOf(EMPTY_RECORD, ground)).toEqual({ context: "Score 3.4.", three_months: "", six_months: "", unknown: "", options: [] });
  const typed = { ...EMPTY_RECORD, context: "", options: [{ option: "Wait", because: "no time" }] };
  expect(recordOf(typed, ground)).toMatchObject({ context: "", options: typed.options });
});

it("offers the ways that are open, and says of none that it was considered before a person takes it in", () => {
  expect(optionsOffered(EMPTY_RECORD, ground, "hold")).toEqual(["Reject", "Take Finn Fixture instead"]);
  expect(optionsOffered(EMPTY_RECORD, ground, null)).toHaveLength(3);
  const taken = { ...EMPTY_RECORD, options: [{ option: "Reject", because: "" }] };
  expect(optionsOffered(taken, ground, "hold")).toEqual(["Take Finn Fixture instead"]);
  expect(recordOf(taken, ground).options).toEqual(taken.options);
});

it("asks again where more is missing than was said to be meant", () => {
  expect([isMeant([], []), isMeant(["a"], []), isMeant(["a"], ["a"]), isMeant(["a", "b"], ["a"])]).toEqual([true, false, true, false]);
});

it("knows a record without a word", () => {
  expect(isWritten(recordOf(EMPTY_RECORD, undefined))).toBe(false);
  expect(isWritten(recordOf({ ...EMPTY_RECORD, unknown: "On call." }, undefined))).toBe(true);
  expect(isWritten({ ...recordOf(EMPTY_RECORD, undefined), missing: "Decided without a scorecard that counts." })).toBe(true);
});
