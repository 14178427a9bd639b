/** Mapping the columns of a form's export, and what becomes of its rows. Pure. */
import type { ColumnUse, FormColumn, FormRowReport, Question, RowOutcome } from "../../generated/bindings";
import type { Option, Tone } from "../../kit";

/** A use as the key of a choice. */
export function keyOfUse(use: ColumnUse): string {
  return use.is === "answer" ? `answer/${use.question}` : use.is;
}

/** The use of a key. */
export function useOfKey(key: string): ColumnUse {
  if (key.startsWith("answer/")) return { is: "answer", question: key.slice("answer/".length) };
  return key === "name" || key === "email" || key === "login" || key === "minutes" ? { is: key } : { is: "ignored" };
}

/** What a column may mean. Without a kit's questions its heading is the question. */
export function useOptions(questions: readonly Question[]): Option<string>[] {
  return [
    { id: "ignored", label: "Leave out" },
    { id: "name", label: "Name" },
    { id: "email", label: "E-mail" },
    { id: "login", label: "GitHub login" },
    { id: "minutes", label: "Time taken" },
    ...questions.map((question, index) => ({ id: `answer/${question.id}`, label: `Answer ${index + 1}`, hint: question.title })),
    { id: "answer/", label: "Answer", hint: "to its heading" },
  ];
}

/** The columns with the meaning that was chosen for them, where one was and the file still has as many. */
export function meant(columns: readonly FormColumn[], uses: readonly ColumnUse[] | null): FormColumn[] {
  return columns.map((column, index) => ({ ...column, used: (uses?.length === columns.length && uses[index]) || column.used }));
}

/** The uses with another one at a place. A question of the kit is answered by one column. */
export function withUse(columns: readonly FormColumn[], at: number, use: ColumnUse): ColumnUse[] {
  const taken = use.is === "answer" && use.question !== "" ? keyOfUse(use) : null;
  return columns.map((column, index) => (index === at ? use : taken !== null && keyOfUse(column.used) === taken ? { is: "ignored" } : column.used));
}

/** What still lacks for the export to be taken; empty where nothing does. */
export function lacks(columns: readonly FormColumn[]): string[] {
  const has = (...uses: ColumnUse["is"][]) => columns.some((column) => uses.includes(column.used.is));
  return [...(has("name", "email", "login") ? [] : ["whose a row is (a name, an e-mail or a login)"]), ...(has("answer") ? [] : ["what was answered"])];
}

/** What becomes of a row, in words. */
export const OUTCOMES: Record<RowOutcome, { label: string; tone: Tone }> = {
  added: { label: "comes in", tone: "good" },
  known: { label: "here already", tone: "plain" },
  differs: { label: "left out", tone: "warn" },
  nobody: { label: "left out", tone: "bad" },
  unclear: { label: "left out", tone: "warn" },
  empty: { label: "left out", tone: "plain" },
};

/** How many rows come in. */
export function comingIn(rows: readonly FormRowReport[]): number {
  return rows.filter((row) => row.outcome === "added").length;
}
