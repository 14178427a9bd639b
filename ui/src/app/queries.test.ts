import { QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { READS, type ReadName } from "./reads";
import { changesOf, queryClient, refreshChanged, showsOneOf } from "./queries";

test("a write makes stale the reads that show what it changed, and no others", () => {
  expect(showsOneOf("debriefRole", new Set(["scorecard"]))).toBe(true);
  expect(showsOneOf("kitList", new Set(["scorecard"]))).toBe(false);
  expect(showsOneOf("not-a-read", new Set(["scorecard"]))).toBe(false);
});

test("what names a candidate, a person or a role is read again when one of them is called something else", () => {
  const naming = (Object.keys(READS) as ReadName[]).filter((read) => /^(debrief|interviewList|questionList|submissionList|decisionGround|today)/.test(read));
  expect(naming.length).toBeGreaterThan(12);
  for (const read of naming) expect([read, ...(["candidate", "person", "role"] as const).map((noun) => showsOneOf(read, new Set([noun])))]).toEqual([read, true, true, true]);
});

test("only a write's answer carries changes", () => {
  expect(changesOf({ value: 1, changed: [{ noun: "role", id: "r" }] })).toEqual([{ noun: "role", id: "r" }]);
  expect(changesOf("a path")).toEqual([]);
  expect(changesOf(null)).toEqual([]);
});

test("a first answer that was under way when something changed is asked for again", async () => {
  const answers: ((state: string) => void)[] = [];
  const observer = new QueryObserver(queryClient, { queryKey: ["importReport", "1"], queryFn: () => new Promise<string>((answer) => answers.push(answer)) });
  const stop = observer.subscribe(() => undefined);
  refreshChanged([{ noun: "import", id: "1" }]);
  answers[0]?.("running");
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.("done");
  await expect.poll(() => observer.getCurrentResult().data).toBe("done");
  stop();
});
