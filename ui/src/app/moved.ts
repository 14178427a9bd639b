/** A move in words, afterwards. Pure. */
import type { MovedMany } from "../generated/bindings";
import { inSentence } from "./stages";
import { count } from "./words";

/** "Mei Fixture: offer." or "3 applications: offer. Ravi Sample stays: …". */
export function movedText({ moved, stayed }: MovedMany, title: string): string {
  const who = moved.length === 1 ? (moved[0]?.candidate_name ?? "") : count(moved.length, "application");
  const rest = stayed.map((one) => ` ${one.candidate_name} stays: ${one.why}.`).join("");
  return `${who}: ${inSentence(title)}.${rest}`;
}
