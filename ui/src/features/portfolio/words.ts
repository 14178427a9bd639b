/** Words for states and people of records. Pure. */
import type { ConversationPart, EvidenceRow } from "../../generated/bindings";
import type { Tone } from "../../kit";

const STATES: Record<string, { word: string; tone: Tone }> = {
  open: { word: "open", tone: "plain" },
  closed: { word: "closed", tone: "plain" },
  merged: { word: "merged", tone: "accent" },
  "closed-unknown": { word: "closed, merged or not is not in this snapshot", tone: "plain" },
  approved: { word: "approved", tone: "good" },
  "changes-requested": { word: "changes requested", tone: "warn" },
  commented: { word: "commented", tone: "plain" },
  dismissed: { word: "dismissed", tone: "plain" },
  pending: { word: "pending", tone: "plain" },
};

/** A state or verdict for people. */
export function stateWord(state: string): { word: string; tone: Tone } {
  return STATES[state] ?? { word: state, tone: "plain" };
}

/** A short word for a row, where the long one would not fit. */
export function stateInList(state: string): string {
  return state === "closed-unknown" ? "closed" : stateWord(state).word;
}

/** What somebody did in a conversation. */
export function deedOf(part: Pick<ConversationPart, "row" | "place">): string {
  if (!part.place) return part.row.kind === "issue" ? "opened the issue" : "opened the pull request";
  if (part.place.path) return "commented on a line";
  return part.row.title.startsWith("Review") ? "reviewed" : "commented";
}

/** "src/lid.rs, line 4". */
export function placeText(place: { path: string | null; line: number | null }): string {
  if (place.path === null) return "";
  return place.line === null ? place.path : `${place.path}, line ${place.line}`;
}

/** Who wrote a record. */
export function authorOf(row: Pick<EvidenceRow, "author" | "by_subject">): { name: string | null; isCandidate: boolean } {
  return { name: row.author, isCandidate: row.by_subject === true };
}

/** What a row of a list says first: its title, or else the beginning of its text. */
export function headOf(row: EvidenceRow): string {
  if (row.kind === "comment") return row.excerpt.split("\n").find((line) => line.trim() !== "") ?? row.title;
  return row.title || row.excerpt || row.address;
}

/** Whether a part stands at the same lines as the one before it: the difference is then shown once. */
export function sameHunk(one: ConversationPart, before: ConversationPart | undefined): boolean {
  const [a, b] = [one.place, before?.place];
  return Boolean(a?.hunk && b?.hunk && a.path === b.path && a.hunk === b.hunk);
}
