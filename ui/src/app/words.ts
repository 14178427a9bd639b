import type { AssessmentKind, Basis, DecisionKind, EndReason, EvidenceKind, Recommendation, Seniority, SourceKind, Specialisation, Stage } from "../generated/bindings";
import type { Option } from "../kit";

/** The words of the domain for people. One list each; screens take both words and choices from here. */
export const STAGES: Record<Stage, string> = { prospect: "Prospect", applied: "Applied", screening: "Screening", interviewing: "Interviewing", debrief: "Debrief", offer: "Offer", hired: "Hired", rejected: "Rejected", withdrawn: "Withdrawn" };
export const SOURCES: Record<SourceKind, string> = { github: "GitHub", linkedin: "LinkedIn", "daily-dev": "daily.dev", referral: "Referral", applied: "Applied", sourced: "Sourced", other: "Other" };
export const BASES: Record<Basis, string> = { consent: "Their consent", "legitimate-interest": "Legitimate interest", application: "Their application", "public-profile": "Public profile", other: "Other" };
export const SENIORITIES: Record<Seniority, string> = { mid: "Mid-level", senior: "Senior", staff: "Staff" };
export const SPECIALISATIONS: Record<Specialisation, string> = { "api-generalist": "API generalist", "data-intensive": "Data-intensive", "high-performance": "High-performance systems" };
export const ASSESSMENTS: Record<AssessmentKind, string> = { questionnaire: "Questionnaire", "coding-challenge": "Coding challenge", "take-home": "Take-home", "code-review": "Code review", "system-design": "System design", "live-debugging": "Live debugging", "database-optimisation": "Database optimisation", "security-review": "Security review", "portfolio-review": "Portfolio review", "behavioural-interview": "Behavioural interview" };
export const DECISIONS: Record<DecisionKind, string> = { advance: "Advance", hold: "Hold", reject: "Reject", hire: "Hire" };
export const RECOMMENDATIONS: Record<Recommendation, string> = { "strong-no": "Strong no", no: "No", undecided: "Undecided", yes: "Yes", "strong-yes": "Strong yes" };
export const EVIDENCE: Record<EvidenceKind, string> = { repository: "Repositories", starred: "Starred", readme: "READMEs", languages: "Languages", tree: "Files", commit: "Commits", "pull-request": "Pull requests", comment: "Comments", issue: "Issues", release: "Releases", tag: "Tags", gist: "Gists", event: "Events", account: "Accounts", nothing: "Empty lists", profile: "Profile" };
export const END_REASONS: Record<EndReason, string> = { "below-expectations": "Below what the role asks for", "missing-requirement": "Something the role needs is missing", "another-chosen": "Somebody else was chosen", "role-closed": "The role was closed", "no-answer": "They did not answer", "other-offer": "They took another offer", "too-slow": "It took too long", "not-the-role": "Not the work they look for", personal: "Something in their life", pay: "Pay could not be agreed", location: "Place, hours or work permit", other: "Something else" };

/** A word list as the choices of a field, in its own order. */
export function optionsOf<T extends string>(words: Record<T, string>): Option<T>[] {
  return (Object.keys(words) as T[]).map((id) => ({ id, label: words[id] }));
}

/** The words as they stand at the start of a line. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "1 candidate", "2 candidates". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
}

/** Decisions as one says them afterwards. */
export const DECIDED: Record<DecisionKind, string> = { advance: "Advanced", hold: "On hold", reject: "Rejected", hire: "Hired" };

/** A move to one of these asks for a reason. */
export function stageNeedsReason(stage: Stage): boolean {
  return stage === "rejected" || stage === "withdrawn";
}

/** Minutes as people say them: "45 min", "1 h", "2 h 15 min". */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
