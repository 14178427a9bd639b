/** A decision's record while it is written: what nobody has touched follows what the decision rests on. Pure. */
import type { ConsideredOption, DecisionGround, DecisionKind, DecisionRecord } from "../../generated/bindings";

/** What was typed; a context of `null` where nobody has touched it yet. */
export type RecordDraft = { context: string | null; options: ConsideredOption[]; threeMonths: string; sixMonths: string; unknown: string };

/** Nothing typed yet. */
export const EMPTY_RECORD: RecordDraft = { context: null, options: [], threeMonths: "", sixMonths: "", unknown: "" };

/** A decision while it is written: which, why, on which scorecards (`null`: on all there are), what is missing and meant (as
 * {@link missingFor} told it when that was said), and its record. */
export type DecisionDraft = { kind: DecisionKind | null; reason: string; why: string; chosen: readonly string[] | null; meant: readonly string[]; record: RecordDraft };

/** Nothing decided and nothing typed. */
export const EMPTY_DECISION: DecisionDraft = { kind: null, reason: "", why: "", chosen: null, meant: [], record: EMPTY_RECORD };

/** The ways that are open but the one decided on, of which none is in the record until a person takes it in. */
export function optionsOffered(draft: RecordDraft, ground: DecisionGround | undefined, kind: DecisionKind | null): string[] {
  const others = (ground?.options ?? []).filter((one) => one.kind === null || one.kind !== kind).map((one) => one.option);
  return others.filter((one) => draft.options.every((taken) => taken.option !== one));
}

/** The record as it is kept. */
export function recordOf(draft: RecordDraft, ground: DecisionGround | undefined): DecisionRecord {
  return {
    context: draft.context ?? ground?.context ?? "",
    options: draft.options,
    three_months: draft.threeMonths,
    six_months: draft.sixMonths,
    unknown: draft.unknown,
  };
}

/** What is missing for a decision of this kind, in sentences; nothing where it does not end the application. */
export function missingFor(ground: DecisionGround | undefined, kind: DecisionKind | null): readonly string[] {
  const ends = ground?.options.some((one) => one.kind !== null && one.kind === kind && one.ends) ?? false;
  return ends && ground ? ground.missing : [];
}

/** Whether everything that is missing was seen and said to be meant. */
export function isMeant(missing: readonly string[], meant: readonly string[]): boolean {
  return missing.every((one) => meant.includes(one));
}

/** Whether a record says anything: decisions made before there were records have none. */
export function isWritten(record: DecisionRecord): boolean {
  return [record.context, record.three_months, record.six_months, record.unknown, record.missing ?? ""].some((text) => text !== "") || record.options.length > 0;
}
