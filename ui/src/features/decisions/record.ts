/** A decision's record while it is written: what nobody has touched follows what the decision rests on. Pure. */
import type { ConsideredOption, DecisionGround, DecisionKind, DecisionRecord } from "../../generated/bindings";

/** What was typed; `null` where nobody has touched it yet. */
export type RecordDraft = { context: string | null; options: ConsideredOption[] | null; threeMonths: string; sixMonths: string; unknown: string };

/** Nothing typed yet. */
export const EMPTY_RECORD: RecordDraft = { context: null, options: null, threeMonths: "", sixMonths: "", unknown: "" };

/** A decision while it is written: which, why, on which scorecards (`null`: on all there are), and its record. */
export type DecisionDraft = { kind: DecisionKind | null; reason: string; why: string; chosen: readonly string[] | null; record: RecordDraft };

/** Nothing decided and nothing typed. */
export const EMPTY_DECISION: DecisionDraft = { kind: null, reason: "", why: "", chosen: null, record: EMPTY_RECORD };

/** The options shown: those typed, or else every way that is open but the one decided on. */
export function optionsShown(draft: RecordDraft, ground: DecisionGround | undefined, kind: DecisionKind | null): ConsideredOption[] {
  if (draft.options) return draft.options;
  const others = (ground?.options ?? []).filter((one) => one.kind === null || one.kind !== kind);
  return others.map((one) => ({ option: one.option, because: "" }));
}

/** The record as it is kept. */
export function recordOf(draft: RecordDraft, ground: DecisionGround | undefined, kind: DecisionKind | null): DecisionRecord {
  return {
    context: draft.context ?? ground?.context ?? "",
    options: optionsShown(draft, ground, kind),
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

/** Whether a record says anything: decisions made before there were records have none. */
export function isWritten(record: DecisionRecord): boolean {
  return [record.context, record.three_months, record.six_months, record.unknown].some((text) => text !== "") || record.options.length > 0;
}
