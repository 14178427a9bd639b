import { describe, expect, it } from "vitest";
import { rebalance, segments, share, toHundred, weightSum, weightVerdict } from "./weights";

const of = (...weights: number[]) => weights.map((weight, i) => ({ id: `a${i}`, title: `A${i}`, weight }));

describe("weight sum", () => {
  it("says what is missing and what is too many", () => {
    expect(weightVerdict(of(20, 30, 30, 20))).toEqual({ sum: 100, off: 0, ok: true, text: "100 of 100%" });
    expect(weightVerdict(of(20, 30, 30, 10)).text).toBe("90 of 100%: 10 missing");
    expect(weightVerdict(of(20, 30, 30, 35)).text).toBe("115 of 100%: 15 too many");
    expect(weightVerdict([]).text).toBe("0 of 100%: 100 missing");
  });
  it("counts a figure that is being typed as nothing yet", () => {
    expect(weightSum(of(50, Number.NaN))).toBe(50);
  });
});

describe("segments of the bar", () => {
  it("leave room for what is missing", () => {
    const bar = segments(of(20, 30));
    expect(bar.full).toBe(100);
    expect(bar.segments.map((s) => [s.left, s.width])).toEqual([[0, 20], [20, 30]]);
  });
  it("put the mark of 100 inside the bar where the sum is more", () => {
    const bar = segments(of(100, 25));
    expect(bar.full).toBe(80);
    expect(bar.segments[1]).toMatchObject({ left: 80, width: 20 });
  });
});

describe("sharing", () => {
  it("never loses or invents a per cent", () => {
    expect(share(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(share(7, [0, 0])).toEqual([4, 3]);
    for (let value = 0; value <= 100; value += 1) {
      expect(weightSum(rebalance(of(20, 30, 30, 20), 1, value))).toBe(100);
    }
  });
  it("keeps the proportions of the others", () => {
    expect(rebalance(of(20, 30, 30, 20), 0, 60).map((p) => p.weight)).toEqual([60, 15, 15, 10]);
  });
  it("brings a sum that is off to 100", () => {
    expect(toHundred(of(10, 10)).map((p) => p.weight)).toEqual([50, 50]);
  });
  it("gives everything to a single assessment", () => {
    expect(rebalance(of(20), 0, 40).map((p) => p.weight)).toEqual([100]);
  });
});
