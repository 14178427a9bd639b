/** What a submission says of itself, and how it is cited. Pure. */
import type { CitationInput, NewSubmission, Part, PartHead, Sheet, Submission } from "../../generated/bindings";
import type { Lines } from "../../kit";

/** As much as the engine freezes. */
const QUOTE_MAX = 4000;

/** A submission while it is put together: answers by the question's id, with nothing handed in yet. */
export type Handing = { answers: Record<string, string>; text: string; minutes: string; paths: string[] };
export const NOTHING: Handing = { answers: {}, text: "", minutes: "", paths: [] };

/** As the engine takes it. What stands in the fields of another assessment is left behind. */
export function newSubmission(sheet: Sheet, handing: Handing): NewSubmission {
  const answers = sheet.questions.map((question) => ({ question: question.id, title: question.title, text: handing.answers[question.id] ?? "" }));
  return { application_id: sheet.application_id, assessment_id: sheet.assessment_id, minutes: minutesOf(handing.minutes), answers, text: handing.text, paths: handing.paths };
}

/** Whether there is something to add. */
export function isEmpty(new_: NewSubmission): boolean {
  return new_.paths.length === 0 && new_.text.trim() === "" && new_.answers.every((answer) => answer.text.trim() === "");
}

/** Minutes of a field; null where it is empty or says none: unknown is not nought. */
export function minutesOf(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : null;
}

/** Where a part stands, as the engine says it; with lines where some are meant. */
export function addressOf(head: Pick<PartHead, "kind" | "question" | "title">, lines: Lines | null): string {
  const what = head.kind === "answer" ? (head.question === "" ? `answer “${head.title}”` : `answer ${head.question}`) : head.kind === "text" ? "text" : head.title;
  const at = lines === null ? "" : lines.from === lines.to ? `:${lines.from}` : `:${lines.from}-${lines.to}`;
  return `submission ${what}${at}`;
}

/** A citation of some lines of a part, or of all of it. */
export function citationOf(part: Part, lines: Lines | null): CitationInput {
  const whole = part.text === "" ? part.head.title : part.text;
  const quote = lines === null ? whole : lines.quote || part.text.split("\n").slice(lines.from - 1, lines.to).join("\n");
  return { evidence_id: part.head.id, address: addressOf(part.head, lines), quote: quote.length > QUOTE_MAX ? `${quote.slice(0, QUOTE_MAX)}…` : quote };
}

/** Submissions by the assessment they were handed in for, in the order of the plan; those of no present plan last. */
export function byAssessment(sheets: readonly Sheet[], submissions: readonly Submission[]): { key: string; title: string; submissions: Submission[] }[] {
  const key = (one: { application_id: string; assessment_id: string }) => `${one.application_id}/${one.assessment_id}`;
  const roles = new Set(submissions.map((one) => one.role_id)).size;
  const groups = new Map<string, { key: string; title: string; submissions: Submission[] }>();
  for (const sheet of sheets) groups.set(key(sheet), { key: key(sheet), title: roles > 1 ? `${sheet.title}, ${sheet.role_title}` : sheet.title, submissions: [] });
  for (const one of submissions) {
    const group = groups.get(key(one)) ?? { key: key(one), title: `${one.assessment_title}, ${one.role_title}`, submissions: [] };
    group.submissions.push(one);
    groups.set(key(one), group);
  }
  return [...groups.values()].filter((group) => group.submissions.length > 0);
}
