import { describe, expect, it } from "vitest";
import { aroundNought, place, shade, signed, stretch, ticks } from "./scale";

describe("an axis", () => {
  it("has its ends at 0 and 100 and keeps what lies beyond at its end", () => {
    expect([1, 2, 5, 0, 9].map((v) => place(v, [1, 5]))).toEqual([0, 25, 100, 0, 100]);
  });
  it("draws no end where an interval goes on", () => {
    expect(stretch([0.5, 3], [1, 5])).toEqual({ from: 0, to: 50, cut: [true, false] });
  });
  it("is marked at round values, no more than asked for", () => {
    expect(ticks([1, 5], 5)).toEqual([1, 2, 3, 4, 5]);
    expect(ticks([-1, 1], 5)).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(ticks([-1.5, 1.5], 5)).toEqual([-1, 0, 1]);
    expect(ticks([0, 0.3], 4)).toEqual([0, 0.1, 0.2, 0.3]);
  });
  it("has nought in the middle of differences", () => {
    expect(aroundNought([0.2, -0.7], 0.5)).toEqual([-1, 1]);
    expect(aroundNought([], 0.5)).toEqual([-0.5, 0.5]);
  });
});

it("says a difference with its sign, and nought without", () => {
  expect([0.34, -0.34, 0.01, -0.01].map((v) => signed(v))).toEqual(["+0.3", "−0.3", "0.0", "0.0"]);
});
it("shades shares in fifths", () => {
  expect([0, 0.19, 0.2, 0.5, 0.8, 1].map(shade)).toEqual([1, 1, 2, 3, 5, 5]);
});
