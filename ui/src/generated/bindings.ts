// The typed commands of the window: one function per command of the app, as its Rust types define them.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

export type Result<T> = { status: "ok"; data: T } | { status: "error"; error: AppError };
/** code exists only where the window acts on it; otherwise "other" */
export type ErrorCode = "other" | "locked" | "wrong-passphrase" | "wrong-pin" | "not-a-workspace" | "busy" | "closed-to-viewer" | "not-found" | "invalid" | "conflict";
export type AppError = { code: ErrorCode; message: string; hint: string };
/** a write's answer: what it gives, and what changed, so that the window invalidates by noun */
export type Done<T> = { value: T; changed: Change[] };
export type Noun = "workspace" | "person" | "role" | "plan" | "rubric" | "candidate" | "account" | "application" | "import" | "snapshot" | "interview" | "scorecard" | "decision" | "journal";
export type Change = { noun: Noun; id: string };
// instants are RFC 3339 UTC strings; ids are UUID strings; absent optional fields are null

// ---------- workspace
export type Recent = { path: string; name: string; opened_at: string; missing: boolean };
export type WorkspaceInfo = { id: string; name: string; path: string; sample: boolean; viewer: Person | null /* null: choose who is at the keyboard */; people: Person[]; counts: { candidates: number; roles: number; to_score: number } };
export type Start = { workspace: WorkspaceInfo | null; recents: Recent[]; suggested_folder: string; sample_passphrase: string };
export type NewWorkspace = { folder: string /* parent folder */; name: string; passphrase: string; owner: string };
export type Created = { info: WorkspaceInfo; recovery_code: string };
export type UnlockWith = { passphrase: string } | { recovery_code: string };  // externally tagged enum
// ---------- people
export type Person = { id: string; name: string; has_pin: boolean; archived: boolean };
// ---------- roles, plans, rubrics
export type Specialisation = "api-generalist" | "data-intensive" | "high-performance";
export type Seniority = "mid" | "senior" | "staff";
export type AssessmentKind = "questionnaire" | "coding-challenge" | "take-home" | "code-review" | "system-design" | "live-debugging" | "database-optimisation" | "security-review" | "portfolio-review" | "behavioural-interview";
export type RoleTemplate = { id: string; title: string; specialisation: Specialisation; summary: string; seniorities: SeniorityTemplate[]; competencies: RoleCompetency[]; assessments: PlanAssessmentInput[]; calendar_days: number };
export type SeniorityTemplate = { seniority: Seniority; goals: string[] };
export type RoleCompetency = { slug: string; title: string; expectation: string };
export type PlanAssessmentInput = { id: string /* "" for a new one */; kind: AssessmentKind; title: string; weight: number /* whole per cent; all sum to 100 */; weight_reason: string; minutes: number; rubric_id: string; rubric_version: number };
export type RoleInput = { title: string; seniority: Seniority; specialisation: Specialisation; goals: string[]; competencies: RoleCompetency[] };
export type NewRole = { role: RoleInput; assessments: PlanAssessmentInput[] };
export type RoleSummary = { id: string; title: string; seniority: Seniority; specialisation: Specialisation; open: boolean; created_at: string; applications: number; active: number; plan_version: number };
export type RoleDetail = { summary: RoleSummary; goals: string[]; competencies: RoleCompetency[]; plan: Plan; plan_versions: PlanVersion[]; stages: StageCount[]; coverage: CompetencyCoverage[]; candidate_minutes: number };
export type Plan = { id: string; version: number; at: string; reason: string; frozen: boolean /* a scorecard was submitted under it: a change makes a new version */; assessments: PlanAssessment[] };
export type PlanAssessment = { id: string; kind: AssessmentKind; title: string; weight: number; weight_reason: string; minutes: number; rubric_id: string; rubric_version: number; rubric_title: string };
export type PlanVersion = { id: string; version: number; at: string; by: string; reason: string };
export type CompetencyCoverage = { slug: string; title: string; assessment_ids: string[] };
export type StageCount = { stage: Stage; count: number };
export type RubricSummary = { id: string; version: number; title: string; kind: AssessmentKind; summary: string; criteria: number; levels: number };
export type Rubric = { id: string; version: number; title: string; kind: AssessmentKind; summary: string; levels: number; criteria: Criterion[]; red_flags: RedFlag[] };
export type Criterion = { id: string; title: string; competency: string; weight: number; weight_reason: string; observe: string; anchors: string[]; look_for: string[]; probes: string[]; expected: Expected };
export type Expected = { mid: ExpectedLevel; senior: ExpectedLevel; staff: ExpectedLevel };
export type ExpectedLevel = { level: number; text: string };
export type RedFlag = { id: string; title: string; evidence_to_note: string; not_a_red_flag: string };
// ---------- candidates, applications
export type Stage = "prospect" | "applied" | "screening" | "interviewing" | "debrief" | "offer" | "hired" | "rejected" | "withdrawn";
export type SourceKind = "github" | "linkedin" | "daily-dev" | "referral" | "applied" | "sourced" | "other";
export type Basis = "consent" | "legitimate-interest" | "application" | "public-profile" | "other";
export type Provenance = { source: SourceKind; basis: Basis; permission: string /* who gave or allowed it */; until: string | null /* YYYY-MM-DD */ };
export type CandidateInput = { name: string; email: string; location: string; headline: string; notes: string; provenance: Provenance };
export type SortKey = "name" | "added" | "stage" | "source" | "snapshot";
export type CandidateQuery = { text: string; source: SourceKind | null; stage: Stage | null; role_id: string | null; language: string | null; sort: SortKey; descending: boolean; offset: number; limit: number };
export type CandidatePage = { total: number; rows: CandidateRow[]; languages: string[] /* for the filter */ };
export type CandidateRow = { id: string; name: string; headline: string; logins: string[]; source: SourceKind; applications: ApplicationBrief[]; languages: string[]; snapshot_at: string | null; added_at: string; match_snippet: string | null /* text with \u0002..\u0003 round the hit */ };
export type ApplicationBrief = { id: string; role_id: string; role_title: string; stage: Stage };
export type Application = { id: string; candidate_id: string; candidate_name: string; role_id: string; role_title: string; stage: Stage; since: string; history: StageMove[] };
export type StageMove = { at: string; by: string; from: Stage | null; to: Stage; reason: string };
export type CandidateDetail = { id: string; name: string; email: string; location: string; headline: string; notes: string; provenance: Provenance; added_at: string; accounts: Account[]; applications: Application[]; snapshots: SnapshotSummary[]; decisions: Decision[] };
export type AccountKind = "user" | "organization" | "bot" | "mannequin" | "unknown";
export type Account = { id: string; host: string; github_id: string | null; login: string; former_logins: string[]; kind: AccountKind; candidate_id: string | null; linked_by_hand: boolean };
export type FactState = "known" | "zero" | "absent";
export type Fact = { fact: string; version: number; title: string; state: FactState; value: string /* for people; "" unless known/zero */; data: JsonValue /* the value as JSON */; definition: string; not_meaning: string; evidence: EvidenceBrief[]; evidence_total: number };
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
export type ProfileField = { field: string; title: string; state: FactState; value: string };
export type SnapshotSummary = { id: string; account: Account; taken_at: string | null /* newest date the data itself carries */; imported_at: string; origin: string /* path it was read from */; provenance: Provenance; shape: string; counts: { repositories: number; readmes: number; commits: number; pull_requests: number; comments: number; issues: number; releases: number } };
export type SnapshotDetail = { summary: SnapshotSummary; profile: ProfileField[]; facts: Fact[] };
export type EvidenceKind = "repository" | "starred" | "readme" | "languages" | "tree" | "commit" | "pull-request" | "comment" | "issue" | "release" | "gist" | "event" | "account" | "profile";
export type EvidenceBrief = { id: string; kind: EvidenceKind; address: string /* owner/repo@commit:path:line or the record's own address */; title: string };
export type EvidenceQuery = { snapshot_id: string; kind: EvidenceKind; repo: string | null; offset: number; limit: number };
export type EvidenceRow = { id: string; kind: EvidenceKind; address: string; repo: string | null; title: string; excerpt: string; at: string | null; author: string | null /* login */; by_subject: boolean | null /* null: not in this snapshot */; state: string | null; language: string | null; stars: number | null; fork: boolean | null };
export type EvidencePage = { total: number; rows: EvidenceRow[] };
export type EvidenceDetail = { row: EvidenceRow; body: string /* full text, untrusted, plain */; html: string /* sanitised rendering for README and Markdown bodies; "" otherwise. Show only in a sandboxed frame */; fields: ProfileField[] };
export type ListPreview = { rows: ListRow[]; problems: ListProblem[] };
export type ListRow = { line: number; name: string; email: string; login: string; location: string; headline: string; exists: boolean };
export type ListProblem = { line: number; text: string; reason: string };
export type ListReport = { added: number; skipped: number; candidate_ids: string[]; problems: ListProblem[] };
export type Receipt = { id: string; at: string; by: string; erased: ReceiptLine[]; redacted_elsewhere: number; backups_replaced: number; journal_sequence: number; journal_hash: string };
export type ReceiptLine = { what: string; count: number };
// ---------- imports
export type ImportStart = { paths: string[]; provenance: Provenance; candidate_id: string | null /* link what comes to this candidate */ };
export type Outcome = "imported" | "skipped" | "refused";
export type ImportFile = { path: string; outcome: Outcome; shape: string | null; reason: string | null; accounts: ImportAccount[]; records: number };
export type ImportAccount = { login: string; id: string | null };
export type ImportTotals = { files: number; imported: number; skipped: number; refused: number; records: number; candidates: number; snapshots: number };
export type ImportReport = { id: string; at: string; by: string; state: "running" | "done" | "cancelled" | "failed"; paths: string[]; provenance: Provenance; totals: ImportTotals; files: ImportFile[] /* refused first */; candidates: CandidateBrief[]; snapshots_unlinked: SnapshotSummary[] };
export type CandidateBrief = { id: string; name: string };
export type ImportSummary = { id: string; at: string; by: string; paths: string[]; totals: ImportTotals; state: "running" | "done" | "cancelled" | "failed" };
/** event "import-progress" */
export type ImportProgress = { import_id: string; state: "running" | "done" | "cancelled" | "failed"; bytes_done: number; bytes_total: number | null; records: number; totals: ImportTotals; current: string; latest: ImportFile[] /* since the last event */; error: AppError | null };
// ---------- interviews, scorecards
export type InterviewState = "open" | "submitted" | "cancelled";
export type Interview = { id: string; application_id: string; candidate_id: string; candidate_name: string; role_id: string; role_title: string; assessment_id: string; assessment_title: string; kind: AssessmentKind; minutes: number; person_id: string; person_name: string; state: InterviewState; independent: boolean; starts_local: string | null /* YYYY-MM-DDTHH:MM */; zone: string | null; assigned_at: string; cancelled_reason: string | null; mine: boolean; has_draft: boolean /* only ever true for own */ };
export type InterviewQuery = { role_id: string | null; application_id: string | null; person_id: string | null; state: InterviewState | null };
export type NewInterview = { application_id: string; assessment_id: string; person_id: string; starts_local: string | null; zone: string | null };
export type Today = { to_score: Interview[]; waiting: Interview[]; to_decide: Application[]; due: DueItem[] };
export type DueItem = { what: string; who: CandidateBrief; on: string };
export type Recommendation = "strong-no" | "no" | "undecided" | "yes" | "strong-yes";
export type CitationInput = { evidence_id: string | null; address: string; quote: string };
export type Citation = { evidence_id: string | null; address: string; quote: string /* frozen with the scorecard */ };
/** level 0 = not assessed on purpose; null = not filled in yet (drafts only) */
export type RatingInput = { criterion: string; level: number | null; note: string; citations: CitationInput[] };
export type RaisedFlagInput = { flag: string; evidence: string };
export type ScorecardInput = { ratings: RatingInput[]; flags: RaisedFlagInput[]; summary: string; recommendation: Recommendation | null };
export type Rating = { criterion: string; level: number | null; note: string; citations: Citation[] };
export type RaisedFlag = { flag: string; title: string; evidence: string };
export type Draft = { ratings: Rating[]; flags: RaisedFlag[]; summary: string; recommendation: Recommendation | null; saved_at: string | null };
export type Form = { interview: Interview; rubric: Rubric; seniority: Seniority; draft: Draft; snapshots: SnapshotSummary[] /* to cite from */ };
export type Missing = { criterion: string | null; what: string };
export type Scorecard = { id: string; interview: Interview; version: number; submitted_at: string; typed_in_by: string | null /* name: a paper scorecard, for ever */; amendment_reason: string | null; ratings: Rating[]; flags: RaisedFlag[]; summary: string; recommendation: Recommendation; rubric_id: string; rubric_version: number; score: number | null; coverage: number /* 0..1 */ };
// ---------- debrief, decisions
/** closed: the viewer holds an open interview there; nothing computed from its ratings is in the answer */
export type Debrief = { role: RoleSummary; plan: Plan; plan_versions: PlanVersion[]; rows: DebriefRow[]; order_note: string };
export type DebriefRow = { application_id: string; candidate_id: string; candidate_name: string; stage: Stage; closed: boolean; cells: DebriefCell[]; score: number | null; interval: [number, number] | null; coverage: number; band: number | null /* rows that share a band are not told apart */; interviews_open: number; flags: number; decision: DecisionKind | null };
export type DebriefCell = { assessment_id: string; score: number | null; coverage: number; raters: RaterMark[]; spread: number | null; gap: boolean /* two levels or more between raters on a criterion */; open: number; cancelled: number };
export type RaterMark = { person_id: string; name: string; scorecard_id: string; score: number | null; independent: boolean; recommendation: Recommendation };
/** every number opened: the sum with its parts */
export type Explanation = { application_id: string; candidate_name: string; plan_version: number; score: number | null; coverage: number; sentence: string; parts: ExplainedAssessment[] };
export type ExplainedAssessment = { assessment_id: string; title: string; weight: number; weight_used: number /* renormalised share 0..1 */; score: number | null; coverage: number; criteria: ExplainedCriterion[]; scorecards: Scorecard[] };
export type ExplainedCriterion = { criterion: string; title: string; weight: number; ratings: { person: string; level: number | null; note: string }[]; mean: number | null; gap: number | null };
export type DecisionKind = "advance" | "hold" | "reject" | "hire";
export type DecisionInput = { application_id: string; kind: DecisionKind; reason: string; scorecard_ids: string[] };
export type Decision = { id: string; application_id: string; role_title: string; kind: DecisionKind; at: string; by: string; reason: string /* "" with closed */; closed: boolean; plan_version: number; score: number | null; coverage: number | null; rests_on: string[] /* scorecard ids */ };
// ---------- journal, search
export type JournalEntry = { sequence: number; at: string; person: string | null; op: string; what: string /* a sentence for people */; subject_noun: Noun; subject_id: string; hash: string; undoable: boolean; undone: boolean; erased: boolean; closed: boolean };
export type JournalPage = { total: number; rows: JournalEntry[] };
export type VerifyReport = { ok: boolean; entries: number; head: string; checks: VerifyCheck[] };
export type VerifyCheck = { check: string; ok: boolean; detail: string };
export type Hit = { noun: Noun; id: string; candidate_id: string | null; title: string; snippet: string };
export type Undone = { sentence: string; sequence: number };

async function typed<T>(call: Promise<T>): Promise<Result<T>> {
  try {
    return { status: "ok", data: await call };
  } catch (e) {
    if (e instanceof Error) throw e;
    return { status: "error", error: e as AppError };
  }
}

export const commands = {
  appStart: (): Promise<Result<Start>> => typed(invoke("app_start")),
  workspaceCreate: (input: NewWorkspace): Promise<Result<Created>> => typed(invoke("workspace_create", { input })),
  workspaceCreateSample: (): Promise<Result<WorkspaceInfo>> => typed(invoke("workspace_create_sample")),
  workspaceOpen: (path: string, unlock: UnlockWith): Promise<Result<WorkspaceInfo>> => typed(invoke("workspace_open", { path, unlock })),
  workspaceInfo: (): Promise<Result<WorkspaceInfo>> => typed(invoke("workspace_info")),
  workspaceLock: (): Promise<Result<null>> => typed(invoke("workspace_lock")),
  workspaceForgetRecent: (path: string): Promise<Result<Recent[]>> => typed(invoke("workspace_forget_recent", { path })),
  workspaceChangePassphrase: (unlock: UnlockWith, passphrase: string): Promise<Result<null>> => typed(invoke("workspace_change_passphrase", { unlock, passphrase })),
  workspaceBackup: (): Promise<Result<string>> => typed(invoke("workspace_backup")),
  workspaceDataVersion: (): Promise<Result<string>> => typed(invoke("workspace_data_version")),
  personList: (): Promise<Result<Person[]>> => typed(invoke("person_list")),
  personAdd: (name: string, pin: string): Promise<Result<Done<Person>>> => typed(invoke("person_add", { name, pin })),
  personRename: (personId: string, name: string): Promise<Result<Done<Person>>> => typed(invoke("person_rename", { personId, name })),
  personSetPin: (currentPin: string, pin: string): Promise<Result<Done<Person>>> => typed(invoke("person_set_pin", { currentPin, pin })),
  personArchive: (personId: string): Promise<Result<Done<Person>>> => typed(invoke("person_archive", { personId })),
  viewerChoose: (personId: string, pin: string): Promise<Result<WorkspaceInfo>> => typed(invoke("viewer_choose", { personId, pin })),
  roleTemplates: (): Promise<Result<RoleTemplate[]>> => typed(invoke("role_templates")),
  roleList: (): Promise<Result<RoleSummary[]>> => typed(invoke("role_list")),
  roleShow: (roleId: string): Promise<Result<RoleDetail>> => typed(invoke("role_show", { roleId })),
  roleCreate: (input: NewRole): Promise<Result<Done<RoleDetail>>> => typed(invoke("role_create", { input })),
  roleUpdate: (roleId: string, input: RoleInput): Promise<Result<Done<RoleDetail>>> => typed(invoke("role_update", { roleId, input })),
  roleSetOpen: (roleId: string, open: boolean): Promise<Result<Done<RoleDetail>>> => typed(invoke("role_set_open", { roleId, open })),
  planShow: (roleId: string, version: number): Promise<Result<Plan>> => typed(invoke("plan_show", { roleId, version })),
  planUpdate: (roleId: string, assessments: PlanAssessmentInput[], reason: string): Promise<Result<Done<RoleDetail>>> => typed(invoke("plan_update", { roleId, assessments, reason })),
  rubricList: (): Promise<Result<RubricSummary[]>> => typed(invoke("rubric_list")),
  rubricShow: (rubricId: string, version: number): Promise<Result<Rubric>> => typed(invoke("rubric_show", { rubricId, version })),
  candidateList: (query: CandidateQuery): Promise<Result<CandidatePage>> => typed(invoke("candidate_list", { query })),
  candidateShow: (candidateId: string): Promise<Result<CandidateDetail>> => typed(invoke("candidate_show", { candidateId })),
  candidateCreate: (input: CandidateInput): Promise<Result<Done<CandidateDetail>>> => typed(invoke("candidate_create", { input })),
  candidateUpdate: (candidateId: string, input: CandidateInput): Promise<Result<Done<CandidateDetail>>> => typed(invoke("candidate_update", { candidateId, input })),
  candidatePreviewList: (text: string): Promise<Result<ListPreview>> => typed(invoke("candidate_preview_list", { text })),
  candidateAddList: (text: string, provenance: Provenance, roleId: string | null): Promise<Result<Done<ListReport>>> => typed(invoke("candidate_add_list", { text, provenance, roleId })),
  candidatePreviewFile: (path: string): Promise<Result<ListPreview>> => typed(invoke("candidate_preview_file", { path })),
  candidateAddFile: (path: string, provenance: Provenance, roleId: string | null): Promise<Result<Done<ListReport>>> => typed(invoke("candidate_add_file", { path, provenance, roleId })),
  candidateLink: (candidateId: string, accountId: string): Promise<Result<Done<CandidateDetail>>> => typed(invoke("candidate_link", { candidateId, accountId })),
  candidateUnlink: (candidateId: string, accountId: string): Promise<Result<Done<CandidateDetail>>> => typed(invoke("candidate_unlink", { candidateId, accountId })),
  candidateErase: (candidateId: string, reason: string): Promise<Result<Done<Receipt>>> => typed(invoke("candidate_erase", { candidateId, reason })),
  candidateHistory: (candidateId: string): Promise<Result<JournalEntry[]>> => typed(invoke("candidate_history", { candidateId })),
  receiptList: (): Promise<Result<Receipt[]>> => typed(invoke("receipt_list")),
  accountUnlinked: (text: string): Promise<Result<Account[]>> => typed(invoke("account_unlinked", { text })),
  accountMakeCandidate: (accountId: string): Promise<Result<Done<CandidateDetail>>> => typed(invoke("account_make_candidate", { accountId })),
  applicationAdd: (candidateId: string, roleId: string): Promise<Result<Done<Application>>> => typed(invoke("application_add", { candidateId, roleId })),
  applicationMove: (applicationId: string, stage: Stage, reason: string): Promise<Result<Done<Application>>> => typed(invoke("application_move", { applicationId, stage, reason })),
  applicationList: (roleId: string): Promise<Result<Application[]>> => typed(invoke("application_list", { roleId })),
  importStart: (input: ImportStart): Promise<Result<string>> => typed(invoke("import_start", { input })),
  importCancel: (importId: string): Promise<Result<null>> => typed(invoke("import_cancel", { importId })),
  importReport: (importId: string): Promise<Result<ImportReport>> => typed(invoke("import_report", { importId })),
  importList: (): Promise<Result<ImportSummary[]>> => typed(invoke("import_list")),
  snapshotShow: (snapshotId: string): Promise<Result<SnapshotDetail>> => typed(invoke("snapshot_show", { snapshotId })),
  evidenceList: (query: EvidenceQuery): Promise<Result<EvidencePage>> => typed(invoke("evidence_list", { query })),
  evidenceShow: (evidenceId: string): Promise<Result<EvidenceDetail>> => typed(invoke("evidence_show", { evidenceId })),
  interviewList: (query: InterviewQuery): Promise<Result<Interview[]>> => typed(invoke("interview_list", { query })),
  interviewAssign: (input: NewInterview): Promise<Result<Done<Interview>>> => typed(invoke("interview_assign", { input })),
  interviewReassign: (interviewId: string, personId: string): Promise<Result<Done<Interview>>> => typed(invoke("interview_reassign", { interviewId, personId })),
  interviewCancel: (interviewId: string, reason: string): Promise<Result<Done<Interview>>> => typed(invoke("interview_cancel", { interviewId, reason })),
  today: (): Promise<Result<Today>> => typed(invoke("today")),
  scorecardForm: (interviewId: string): Promise<Result<Form>> => typed(invoke("scorecard_form", { interviewId })),
  scorecardSaveDraft: (interviewId: string, input: ScorecardInput): Promise<Result<string>> => typed(invoke("scorecard_save_draft", { interviewId, input })),
  scorecardCheck: (interviewId: string, input: ScorecardInput): Promise<Result<Missing[]>> => typed(invoke("scorecard_check", { interviewId, input })),
  scorecardSubmit: (interviewId: string, input: ScorecardInput): Promise<Result<Done<Scorecard>>> => typed(invoke("scorecard_submit", { interviewId, input })),
  scorecardSubmitPaper: (interviewId: string, input: ScorecardInput): Promise<Result<Done<Scorecard>>> => typed(invoke("scorecard_submit_paper", { interviewId, input })),
  scorecardAmend: (interviewId: string, input: ScorecardInput, reason: string): Promise<Result<Done<Scorecard>>> => typed(invoke("scorecard_amend", { interviewId, input, reason })),
  scorecardShow: (interviewId: string): Promise<Result<Scorecard[]>> => typed(invoke("scorecard_show", { interviewId })),
  debriefRole: (roleId: string, planVersion: number | null): Promise<Result<Debrief>> => typed(invoke("debrief_role", { roleId, planVersion })),
  debriefPreview: (roleId: string, weights: { assessment_id: string; weight: number }[]): Promise<Result<Debrief>> => typed(invoke("debrief_preview", { roleId, weights })),
  debriefExplain: (applicationId: string, planVersion: number | null): Promise<Result<Explanation>> => typed(invoke("debrief_explain", { applicationId, planVersion })),
  decisionMake: (input: DecisionInput): Promise<Result<Done<Decision>>> => typed(invoke("decision_make", { input })),
  journalList: (offset: number, limit: number): Promise<Result<JournalPage>> => typed(invoke("journal_list", { offset, limit })),
  journalVerify: (): Promise<Result<VerifyReport>> => typed(invoke("journal_verify")),
  journalUndo: (sequence: number | null): Promise<Result<Done<Undone>>> => typed(invoke("journal_undo", { sequence })),
  search: (text: string): Promise<Result<Hit[]>> => typed(invoke("search", { text })),
};

export const events = {
  importProgress: { listen: (handler: (event: { payload: ImportProgress }) => void): Promise<() => void> => listen<ImportProgress>("import-progress", handler) },
  workspaceChanged: { listen: (handler: (event: { payload: { changed: Change[] } }) => void): Promise<() => void> => listen<{ changed: Change[] }>("workspace-changed", handler) },
};
