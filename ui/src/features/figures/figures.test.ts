import { expect, it } from "vitest";
import type { Days, StageFigures } from "../../generated/bindings";
import { calendarLines, dayAxis, dayRow, daysOf, funnelRows, middleOf, paceText, parseCalendar, passingText, sourceHeads, titles } from "./figures";

const NONE: Days = { count: 0, median: null, least: null, most: null };
const FEW: Days = { count: 3, median: null, least: 2, most: 9 };
const MANY: Days = { count: 7, median: 12.5, least: 3, most: 30.25 };
const title = titles([{ stage: "interviewing", title: "On site", used: true, optional: true }]);
const stage = (more: Partial<StageFigures>): StageFigures => ({ stage: "interviewing", reached: 5, passed: 2, rejected: 1, withdrawn: 1, under_way: 1, rated_before: { rejected: 0, withdrawn: 0, under_way: 0 }, passing: 0.5, passing95: [0.15, 0.85], days: MANY, standing: NONE, ...more });

it("says few as few, and nothing as nothing", () => {
  expect([NONE, FEW, MANY].map(daysOf)).toEqual(["nothing to count yet", "too few to tell (3, from 2.0 to 9.0 days)", "12.5 days (7, from 3.0 to 30.3)"]);
  expect(daysOf({ count: 1, median: null, least: 4, most: 4 })).toBe("too few to tell (one: 4.0 days)");
  expect([NONE, FEW, MANY].map(middleOf)).toEqual(["none yet", "too few to tell", "12.5"]);
  expect(passingText(stage({ passing: null, passing95: null }))).toBe("not known yet");
  expect(passingText(stage({}))).toBe("50% (15% to 85%)");
});
it("shows a stage's bar as parts that add up, each in words", () => {
  const [row] = funnelRows([stage({})], title);
  expect(row?.name).toBe("On site");
  expect(row?.parts.map((part) => part.count)).toEqual([2, 1, 1, 1]);
  expect(row?.sentence).toBe("5 reached it; 2 went on, 1 under way, 1 rejected, 1 withdrawn");
  expect(funnelRows([stage({ reached: 6, rated_before: { rejected: 1, withdrawn: 0, under_way: 0 } })], title)[0]?.sentence).toBe("6 reached it; 2 went on, 1 under way, 2 rejected, 1 withdrawn");
  expect(funnelRows([stage({ stage: "hired", reached: 1, passed: 1, rejected: 0, withdrawn: 0, under_way: 0 })], title)[0]?.sentence).toBe("1 reached it; 1 hired");
});
it("heads the sources with the stages as the role calls them", () => {
  expect(sourceHeads(title).slice(1, 3)).toEqual(["Reached on site", "Reached offer"]);
});
it("draws no middle of few, and an axis that holds all", () => {
  expect(dayRow("a", "A", FEW).marks[0]?.look).toBe("diamond");
  expect(dayRow("a", "A", NONE).marks[0]?.value).toBeNull();
  expect(dayAxis([NONE, MANY], 18)).toEqual([0, 35]);
  expect(dayAxis([], 18)).toEqual([0, 20]);
});
it("holds the pace against the calendar", () => {
  const pace = { to_hire: NONE, to_end: NONE, in_time: 2, decided: 3, overdue: 1, under_way: 4 };
  expect(paceText(pace, 18)).toEqual({ decided: "2 of 3", overdue: "1 of 4 under way are past day 18" });
  expect(paceText({ ...pace, decided: 0, under_way: 0 }, 18)).toEqual({ decided: "nobody decided on yet", overdue: "nobody under way" });
});
it("reads the calendar's lines back as it writes them, and names a line that it does not understand", () => {
  const steps = [{ day: 0, what: "Read" }, { day: 7, what: "Decision to go on" }];
  expect(parseCalendar(calendarLines({ days: 18, steps }))).toEqual({ steps });
  expect(parseCalendar("0 Read\nsoon a decision")).toEqual({ wrong: "soon a decision" });
});
