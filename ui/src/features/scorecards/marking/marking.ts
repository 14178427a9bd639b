/** Going through one topic: what is changed over what was read, and how far one has come. Pure. */
import type { Criterion, MarkingEntry, MarkingInput, MarkingSheet, RatingInput } from "../../../generated/bindings";
import type { DraftAct } from "../draft";

/** Changes by interview and criterion, over what was read. */
export type Overlay = Readonly<Record<string, Readonly<Record<string, MarkingInput>>>>;

/** The ratings of an entry as they stand now, in the rubric's order. Citations are counted, not shown: they could name somebody. */
export function ratingsOf(entry: MarkingEntry, criteria: readonly Criterion[], overlay: Overlay): RatingInput[] {
  return criteria.map((criterion) => {
    const read = entry.ratings.find((one) => one.criterion === criterion.id);
    const changed = overlay[entry.interview_id]?.[criterion.id];
    return { criterion: criterion.id, level: changed ? changed.level : (read?.level ?? null), note: changed?.note ?? read?.note ?? "", citations: [] };
  });
}

/**
 * The change that an act makes; null where it changes nothing here. A note that was not touched goes along as `null` and stays
 * as it is in the draft; one that names the candidate cannot be touched.
 */
export function inputOf(entry: MarkingEntry, ratings: readonly RatingInput[], act: DraftAct): MarkingInput | null {
  if (act.act !== "level" && act.act !== "note") return null;
  const now = ratings.find((one) => one.criterion === act.criterion);
  const hidden = entry.ratings.find((one) => one.criterion === act.criterion)?.note_names ?? false;
  if (!now || (act.act === "note" && hidden)) return null;
  if (act.act === "level") return act.level === now.level ? null : { criterion: act.criterion, level: act.level, note: null };
  return act.note === now.note ? null : { criterion: act.criterion, level: now.level, note: act.note };
}

/** The overlay with a change. A note typed before stays with a level given after it. */
export function withInput(overlay: Overlay, interview: string, input: MarkingInput): Overlay {
  const before = overlay[interview]?.[input.criterion];
  return { ...overlay, [interview]: { ...overlay[interview], [input.criterion]: { ...input, note: input.note ?? before?.note ?? null } } };
}

/** The criteria to which a question contributes come first; the others are told apart. */
export function criteriaOf(sheet: MarkingSheet): { asked: Criterion[]; others: Criterion[] } {
  const asked = sheet.guide?.criteria ?? [];
  const isAsked = (criterion: Criterion) => asked.length === 0 || asked.includes(criterion.id);
  return { asked: sheet.rubric.criteria.filter(isAsked), others: sheet.rubric.criteria.filter((criterion) => !isAsked(criterion)) };
}

/** Of how many entries every criterion of the topic has a level; "not assessed" is one. */
export function marked(sheet: MarkingSheet, criteria: readonly Criterion[], overlay: Overlay): { done: number; of: number; text: string } {
  const isDone = (entry: MarkingEntry) => ratingsOf(entry, criteria, overlay).every((rating) => rating.level !== null);
  const done = sheet.entries.filter(isDone).length;
  return { done, of: sheet.entries.length, text: `${done} of ${sheet.entries.length} marked` };
}

/** What a page key means: another answer. Only with Alt, so that no digit or arrow of the grid is taken. */
export function pageKey(key: { key: string; alt: boolean }): -1 | 1 | null {
  if (key.key === "PageDown" || (key.alt && key.key === "ArrowRight")) return 1;
  if (key.key === "PageUp" || (key.alt && key.key === "ArrowLeft")) return -1;
  return null;
}
