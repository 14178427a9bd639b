import { describe, expect, it } from "vitest";
import type { LogEntry } from "../../../generated/bindings";
import { begun, latestSection, noted, released, releasedAt, runningSection, sectionSeconds, stopped, withoutEmpty } from "./log";

const at = (second: number) => new Date(second * 1000).toISOString();
const finding = { id: "finding", title: "Finding the cause" };
const mending = { id: "mending", title: "Relief" };

describe("the log of the room", () => {
  it("has one timer for each section, that goes on where it was left, whatever happened between", () => {
    let log: LogEntry[] = begun([], finding, at(0));
    expect(begun(log, finding, at(5))).toBe(log);
    log = begun(noted(log, null, "asked for latency", at(65)), mending, at(100));
    log = begun(stopped(log, at(160)), finding, at(200));
    expect([sectionSeconds(log, "finding", 230_000), sectionSeconds(log, "mending", 230_000), sectionSeconds(log, "other", 230_000)]).toEqual([130, 60, 0]);
    expect(sectionSeconds(log.slice(0, 1), "finding", 3_600_000)).toBe(3600);
    expect(sectionSeconds(log.slice(0, 1), "finding", -9_000)).toBe(0);
  });
  it("knows what runs, and what ran last", () => {
    const log = stopped(begun([], finding, at(0)), at(9));
    expect([runningSection([]), runningSection(log), latestSection(log), latestSection([])]).toEqual([null, null, "finding", null]);
    expect(stopped(log, at(10))).toBe(log);
  });
  it("releases a clue once, with its time", () => {
    const log = released([], { id: "pool", title: "The pool" }, at(7));
    expect(released(log, { id: "pool", title: "The pool" }, at(8))).toBe(log);
    expect([releasedAt(log, "pool"), releasedAt(log, "host")]).toEqual([at(7), null]);
  });
  it("gives a note the time of its first letter and keeps it while it is worded", () => {
    const first = noted(begun([], finding, at(0)), null, "a", at(3));
    const more = noted(first, 1, "as", at(4));
    expect(more[1]).toEqual({ at: at(3), event: "note", of: "", text: "as" });
    expect(withoutEmpty(noted(more, 1, " ", at(5)))).toHaveLength(1);
    expect(withoutEmpty(more)).toBe(more);
  });
});
