import { count } from "./words";

/** What to say about a passphrase while it is chosen; `enough` is the least that is let through. */
export type Strength = { enough: boolean; words: string };

const LEAST = 10;
const GOOD_BITS = 65;

/**
 * A rough guess from length and variety: bits = length × log2(size of the alphabet in use), with repeated characters
 * counted half. It only guides; the key itself is hardened by Argon2id.
 */
export function passphraseStrength(text: string): Strength {
  if (text.length === 0) return { enough: false, words: "Four or five unrelated words are easy to keep and hard to guess." };
  if (text.length < LEAST) return { enough: false, words: `Too short: ${count(LEAST - text.length, "more character")} at least.` };
  const bits = guessBits(text);
  if (bits < 35) return { enough: true, words: "Weak: easy to guess for whoever has a copy of the folder. Add another word." };
  if (bits < GOOD_BITS) return { enough: true, words: "Fair. One more word makes it good." };
  return { enough: true, words: "Good." };
}

function guessBits(text: string): number {
  const alphabet = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].reduce((size, set, index) => size + (set.test(text) ? ([26, 26, 10, 20][index] ?? 0) : 0), 0);
  const distinct = new Set(text).size;
  const length = distinct + (text.length - distinct) / 2;
  return length * Math.log2(Math.max(alphabet, 2)) * (distinct < 5 ? 0.4 : 0.75);
}
