/** The scorecard while it is written: one value, changed by acts. Pure. */
import type {
  CitationInput, Criterion, Draft, LogEntry, Rating, RatingInput, RaisedFlagInput, Recommendation, Scorecard, ScorecardInput,
} from "../../generated/bindings";

/** Everything one can do to a scorecard while writing it. */
export type DraftAct =
  | { act: "level"; criterion: string; level: number | null }
  | { act: "note"; criterion: string; note: string }
  | { act: "cite"; criterion: string; citation: CitationInput }
  | { act: "uncite"; criterion: string; index: number }
  | { act: "flag"; flag: string; evidence: string | null }
  | { act: "summary"; summary: string }
  | { act: "recommend"; recommendation: Recommendation }
  | { act: "log"; change: (log: LogEntry[]) => LogEntry[] };

/** The scorecard after an act. The same value comes back where nothing changed, so nothing is saved for nothing. */
export function reduceDraft(input: ScorecardInput, act: DraftAct): ScorecardInput {
  switch (act.act) {
    case "level":
      return changeRating(input, act.criterion, (r) => (r.level === act.level ? r : { ...r, level: act.level }));
    case "note":
      return changeRating(input, act.criterion, (r) => (r.note === act.note ? r : { ...r, note: act.note }));
    case "cite":
      return changeRating(input, act.criterion, (r) => cited(r, act.citation));
    case "uncite":
      return changeRating(input, act.criterion, (r) => ({ ...r, citations: r.citations.filter((_, i) => i !== act.index) }));
    case "flag":
      return { ...input, flags: changeFlags(input.flags, act.flag, act.evidence) };
    case "summary":
      return input.summary === act.summary ? input : { ...input, summary: act.summary };
    case "recommend":
      return { ...input, recommendation: act.recommendation };
    case "log":
      return changeLog(input, act.change(input.log));
  }
}

function changeLog(input: ScorecardInput, log: LogEntry[]): ScorecardInput {
  return log === input.log ? input : { ...input, log };
}

/** The same address is cited once for one criterion. */
function cited(rating: RatingInput, citation: CitationInput): RatingInput {
  const known = rating.citations.some((c) => c.address === citation.address && c.evidence_id === citation.evidence_id);
  return known ? rating : { ...rating, citations: [...rating.citations, citation] };
}

function changeRating(input: ScorecardInput, criterion: string, change: (r: RatingInput) => RatingInput): ScorecardInput {
  let touched = false;
  const ratings = input.ratings.map((rating) => {
    if (rating.criterion !== criterion) return rating;
    const next = change(rating);
    touched = touched || next !== rating;
    return next;
  });
  return touched ? { ...input, ratings } : input;
}

/** `evidence` null takes the flag back. */
function changeFlags(flags: RaisedFlagInput[], flag: string, evidence: string | null): RaisedFlagInput[] {
  const without = flags.filter((f) => f.flag !== flag);
  if (evidence === null) return without;
  return flags.some((f) => f.flag === flag)
    ? flags.map((f) => (f.flag === flag ? { flag, evidence } : f))
    : [...flags, { flag, evidence }];
}

/** A saved draft, or a submitted scorecard to be amended, as something to write on: one rating per criterion, in the rubric's order. */
export function inputFrom(criteria: readonly Criterion[], source: Draft | Scorecard): ScorecardInput {
  const known = new Map(source.ratings.map((rating) => [rating.criterion, rating]));
  return {
    ratings: criteria.map((criterion) => ratingInput(criterion.id, known.get(criterion.id))),
    flags: source.flags.map(({ flag, evidence }) => ({ flag, evidence })),
    summary: source.summary,
    recommendation: source.recommendation,
    log: source.log,
  };
}

function ratingInput(criterion: string, rating: Rating | undefined): RatingInput {
  const citations = rating?.citations.map(({ evidence_id, address, quote }) => ({ evidence_id, address, quote })) ?? [];
  return { criterion, level: rating?.level ?? null, note: rating?.note ?? "", citations };
}

/** How many criteria are filled in: a level, or "not assessed" on purpose. */
export function progress(input: ScorecardInput): { done: number; of: number; text: string } {
  const done = input.ratings.filter((rating) => rating.level !== null).length;
  const of = input.ratings.length;
  return { done, of, text: `${done} of ${of}` };
}

/** The first criterion after a row that is not filled in, going round; the row itself where all are. */
export function nextOpenRow(input: ScorecardInput, row: number): number {
  const order = input.ratings.map((_, i) => (row + 1 + i) % input.ratings.length);
  return order.find((i) => input.ratings[i]?.level === null) ?? row;
}
