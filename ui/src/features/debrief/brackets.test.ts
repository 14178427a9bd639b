import { describe, expect, it } from "vitest";
import { bandSentence, brackets, joinNames, laneCount, piecesOfRow } from "./brackets";

describe("brackets", () => {
  it("join neighbours of one band and leave single rows alone", () => {
    expect(brackets([0, 0, 1, 2, 2, 2, null])).toEqual([
      { band: 0, first: 0, last: 1, rows: [0, 1], lane: 0 },
      { band: 2, first: 3, last: 5, rows: [3, 4, 5], lane: 0 },
    ]);
  });
  it("stand in lanes of their own where they overlap", () => {
    const list = brackets([0, 1, 0, 1]);
    expect(list.map((b) => b.lane)).toEqual([0, 1]);
    expect(laneCount(list)).toBe(2);
  });
  it("have none where nothing is tied", () => {
    expect(brackets([null, 1, 2])).toEqual([]);
    expect(laneCount([])).toBe(0);
  });
  it("know their ends, members and rows passed by", () => {
    const list = brackets([0, 0, 1, 0]);
    expect([0, 1, 2, 3].map((row) => piecesOfRow(list, row)[0]?.part)).toEqual(["top", "middle", "pass", "bottom"]);
  });
});

describe("the same in words", () => {
  const rows = [
    { candidate_name: "Ilse Fixture", band: 0 },
    { candidate_name: "Tomas Fixture", band: 0 },
    { candidate_name: "Mei Fixture", band: null },
    { candidate_name: "Odd Fixture", band: 3 },
  ];
  it("names the others", () => {
    expect(bandSentence(rows, 0)).toBe("not told apart from Tomas Fixture");
    expect(bandSentence(rows, 2)).toBeNull();
    expect(bandSentence(rows, 3)).toBeNull();
    expect(joinNames(["A", "B", "C"])).toBe("A, B and C");
  });
});
