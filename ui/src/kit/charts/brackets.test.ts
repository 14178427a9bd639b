import { describe, expect, it } from "vitest";
import { bandSentence, brackets, joinNames, laneCount, piecesOfRow } from "./brackets";

describe("brackets", () => {
  it("join neighbours of one band and leave single rows alone", () => {
    expect(brackets([[0], [0], [1], [2], [2], [2], []])).toEqual([
      { band: 0, first: 0, last: 1, rows: [0, 1], lane: 0 },
      { band: 2, first: 3, last: 5, rows: [3, 4, 5], lane: 0 },
    ]);
  });
  it("stand in lanes of their own where they overlap", () => {
    const list = brackets([[0], [1], [0], [1]]);
    expect(list.map((b) => b.lane)).toEqual([0, 1]);
    expect(laneCount(list)).toBe(2);
  });
  it("draw a row of two groups in both, side by side, and use a lane again once it is free", () => {
    const list = brackets([[0], [0, 1], [1], [2], [2]]);
    expect(list).toEqual([
      { band: 0, first: 0, last: 1, rows: [0, 1], lane: 0 },
      { band: 1, first: 1, last: 2, rows: [1, 2], lane: 1 },
      { band: 2, first: 3, last: 4, rows: [3, 4], lane: 0 },
    ]);
    expect(piecesOfRow(list, 1)).toEqual([
      { lane: 0, band: 0, part: "bottom" },
      { lane: 1, band: 1, part: "top" },
    ]);
  });
  it("have none where nothing is tied", () => {
    expect(brackets([[], [1], [2]])).toEqual([]);
    expect(laneCount([])).toBe(0);
  });
  it("know their ends, members and rows passed by", () => {
    const list = brackets([[0], [0], [1], [0]]);
    expect([0, 1, 2, 3].map((row) => piecesOfRow(list, row)[0]?.part)).toEqual(["top", "middle", "pass", "bottom"]);
  });
});

describe("the same in words", () => {
  const rows = [
    { candidate_name: "Ilse Fixture", bands: [0] },
    { candidate_name: "Tomas Fixture", bands: [0, 1] },
    { candidate_name: "Mei Fixture", bands: [] },
    { candidate_name: "Odd Fixture", bands: [3] },
  ];
  it("names the others", () => {
    expect(bandSentence(rows, 0)).toBe("not told apart from Tomas Fixture");
    expect(bandSentence([...rows, { candidate_name: "Zita Fixture", bands: [1] }], 1)).toBe("not told apart from Ilse Fixture and Zita Fixture");
    expect(bandSentence(rows, 2)).toBeNull();
    expect(bandSentence(rows, 3)).toBeNull();
    expect(joinNames(["A", "B", "C"])).toBe("A, B and C");
  });
});
