import { expect, test } from "vitest";
import { passphraseStrength } from "./strength";

test("short passphrases are not let through, and it says how much is missing", () => {
  expect(passphraseStrength("short")).toEqual({ enough: false, words: "Too short: 5 more characters at least." });
  expect(passphraseStrength("").enough).toBe(false);
});

test("repetition is called weak, several words good", () => {
  expect(passphraseStrength("aaaaaaaaaaaa").words).toMatch(/^Weak/);
  expect(passphraseStrength("harbour violin cement otter").words).toBe("Good.");
});
