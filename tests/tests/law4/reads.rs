//! Every read of the engine, by the name of the window's command that makes it.

use assay_domain::document::markdown;
use assay_domain::ids::{ApplicationId, CandidateId, InterviewId, RoleId};
use assay_engine::candidates::{self, CandidateQuery};
use assay_engine::debriefs::{self, PreviewWeight};
use assay_engine::dossiers::{self, DossierRequest, FeedbackOptions};
use assay_engine::interviews::{self, CalendarQuery, InterviewQuery};
use assay_engine::marking::{self, MarkingSheet};
use assay_engine::questions::{self, QuestionQuery};
use assay_engine::{
    EngineError, Instant, Result, Store, Viewer, accounts, applications, decisions, erasure, exports,
    figures, impact, imports, journal, measures, outcomes, panels, people, plans, retests, roles, rubrics,
    scorecards, search, submissions, today,
};
use assay_tests::journey::commands::every_candidate;
use serde::Serialize;

/// Commands that [`all`] makes.
pub const EXERCISED: &[&str] = &[
    "person_list",
    "role_list",
    "role_show",
    "figures_role",
    "plan_show",
    "plan_coverage",
    "plan_rubric_move",
    "rubric_list",
    "rubric_show",
    "candidate_list",
    "candidate_show",
    "candidate_history",
    "candidate_erase_preview",
    "candidate_preview_list",
    "receipt_list",
    "account_unlinked",
    "application_list",
    "import_list",
    "submission_list",
    "submission_show",
    "submission_of_interview",
    "marking_list",
    "marking_show",
    "interview_list",
    "interview_save_calendar",
    "interview_remarks",
    "interview_seats",
    "today",
    "scorecard_form",
    "scorecard_check",
    "scorecard_show",
    "debrief_role",
    "debrief_preview",
    "debrief_explain",
    "debrief_disagreements",
    "debrief_competencies",
    "debrief_beside",
    "debrief_flags",
    "debrief_absences",
    "debrief_application",
    "decision_ground",
    "question_list",
    "dossier_preview",
    "dossier_feedback_parts",
    "export_save",
    "measure_order",
    "measure_further",
    "measure_agreement",
    "measure_robustness",
    "measure_weights",
    "measure_drift",
    "measure_mirror",
    "impact_report",
    "impact_totals",
    "outcome_list",
    "outcome_predictions",
    "retest_open",
    "retest_form",
    "retest_consistency",
    "journal_list",
    "journal_verify",
    "search",
];

/// Writes.
pub const WRITE: &str = "a write: what it answers is what was handed in, or what a read above shows";
/// The session.
pub const SESSION: &str = "about the session and the folder, before or beside any rating";
/// Captures.
pub const CAPTURE: &str = "about GitHub and the keyring, beside any rating";
/// Kits.
pub const KIT: &str = "of kits, which are the same for everybody and say nothing of a candidate";
/// Rubrics.
pub const RUBRIC: &str = "of rubrics, which are the same for everybody and say nothing of a candidate";
const SNAPSHOT: &str = "of snapshots and imports, which are there before any rating and refer to none";

/// Commands that it does not make, each with the reason.
pub const NOT_EXERCISED: &[(&str, &str)] = &[
    ("app_start", SESSION),
    ("window_full_screen", "changes the window, reads nothing"),
    ("workspace_create", SESSION),
    ("workspace_create_sample", SESSION),
    ("workspace_open", SESSION),
    ("workspace_info", "name, people and three counts, of which none counts scorecards of others"),
    ("workspace_lock", SESSION),
    ("workspace_forget_recent", SESSION),
    ("workspace_change_passphrase", SESSION),
    (
        "workspace_backup",
        "gives a path; the copy is as encrypted as the workspace, and opened as one it asks law 4 again",
    ),
    ("workspace_data_version", SESSION),
    ("viewer_choose", SESSION),
    ("role_templates", "the program's own data"),
    ("rubric_compare", RUBRIC),
    ("rubric_text_to_edit", RUBRIC),
    ("rubric_check_text", RUBRIC),
    ("rubric_import_text", WRITE),
    ("rubric_import_file", WRITE),
    ("rubric_export_file", RUBRIC),
    ("plan_move_rubric", WRITE),
    ("kit_list", KIT),
    ("kit_show", KIT),
    ("kit_material", KIT),
    ("kit_copy_for_candidate", KIT),
    ("candidate_preview_file", "candidate_preview_list of a file's text"),
    ("import_report", SNAPSHOT),
    ("snapshot_show", SNAPSHOT),
    ("snapshot_compare", SNAPSHOT),
    ("snapshot_unlinked", SNAPSHOT),
    ("account_list", SNAPSHOT),
    ("import_terms", "the program's own data"),
    ("import_limits", "the program's own data"),
    ("capture_plan", CAPTURE),
    ("capture_start", CAPTURE),
    ("capture_cancel", CAPTURE),
    ("capture_unfinished", CAPTURE),
    ("capture_discard", CAPTURE),
    ("capture_token_status", CAPTURE),
    ("capture_token_keep", CAPTURE),
    ("capture_token_forget", CAPTURE),
    ("evidence_list", SNAPSHOT),
    ("evidence_show", SNAPSHOT),
    ("fact_evidence", SNAPSHOT),
    ("repository_list", SNAPSHOT),
    ("conversation_show", SNAPSHOT),
    ("tree_list", SNAPSHOT),
    ("repository_choose", WRITE),
    ("submission_add", WRITE),
    ("submission_remove", WRITE),
    ("submission_preview_form", "of a file on the disk, beside any rating"),
    ("submission_import_form", WRITE),
    ("submission_cite", WRITE),
    ("marking_rate", WRITE),
    ("person_add", WRITE),
    ("person_rename", WRITE),
    ("person_set_pin", WRITE),
    ("person_archive", WRITE),
    ("role_create", WRITE),
    ("role_set_blind", WRITE),
    ("candidate_unblind", WRITE),
    ("role_update", WRITE),
    ("role_set_open", WRITE),
    ("role_set_stages", WRITE),
    ("role_set_calendar", WRITE),
    ("plan_update", WRITE),
    ("candidate_create", WRITE),
    ("candidate_update", WRITE),
    ("candidate_add_list", WRITE),
    ("candidate_add_file", WRITE),
    ("candidate_link", WRITE),
    ("candidate_unlink", WRITE),
    ("candidate_erase", WRITE),
    ("account_make_candidate", WRITE),
    ("account_join", WRITE),
    ("account_separate", WRITE),
    ("snapshot_link", WRITE),
    ("snapshot_unlink", WRITE),
    ("candidate_do_not_contact", WRITE),
    ("candidate_may_contact", WRITE),
    ("application_add_despite", WRITE),
    ("application_add", WRITE),
    ("application_move_many", WRITE),
    ("import_start", WRITE),
    ("import_cancel", WRITE),
    ("interview_assign", WRITE),
    ("interview_assign_panel", WRITE),
    ("plan_set_panels", WRITE),
    ("interview_reassign", WRITE),
    ("interview_cancel", WRITE),
    ("interview_reschedule", WRITE),
    ("scorecard_save_draft", WRITE),
    ("scorecard_cite", WRITE),
    ("dossier_save", "dossier_preview, written into a file"),
    ("scorecard_submit", WRITE),
    ("scorecard_submit_paper", WRITE),
    ("scorecard_amend", WRITE),
    ("debrief_open", WRITE),
    ("question_add", WRITE),
    ("question_close", WRITE),
    ("decision_make", WRITE),
    ("decision_make_despite", WRITE),
    ("impact_import_totals", WRITE),
    ("impact_remove_totals", WRITE),
    ("impact_give_group", WRITE),
    ("impact_withdraw_groups", WRITE),
    ("outcome_keep", WRITE),
    ("retest_begin", WRITE),
    ("retest_stop", WRITE),
    ("retest_save_draft", WRITE),
    ("retest_submit", WRITE),
    ("journal_undo", WRITE),
];

/// What the reads are about.
pub struct About<'a> {
    /// The role.
    pub role: RoleId,
    /// Its candidates with their applications.
    pub candidates: &'a [(CandidateId, ApplicationId)],
    /// All interviews.
    pub interviews: Vec<InterviewId>,
    /// What is searched for.
    pub words: &'a [String],
}

/// One answer, as JSON; of a refusal its text.
pub struct Answer {
    /// The command.
    pub command: &'static str,
    /// About which application or interview it was asked, by its place; for the reader of a failure.
    pub of: usize,
    /// The answer.
    pub text: String,
}

struct Reads<'a> {
    store: &'a Store,
    viewer: Viewer,
    at: Instant,
    answers: Vec<Answer>,
}

impl Reads<'_> {
    fn add<T: Serialize>(&mut self, command: &'static str, of: usize, answer: Result<T>) {
        let text = match answer {
            Ok(value) => serde_json::to_string(&value).unwrap(),
            Err(error @ (EngineError::ClosedToViewer | EngineError::Conflict { .. })) => error.to_string(),
            Err(other) => panic!("{command} {of}: {other}"),
        };
        self.answers.push(Answer { command, of, text });
    }

    fn dossier(&mut self, of: usize, request: &DossierRequest) {
        let made = request.make(self.store, self.viewer, self.at);
        self.add("dossier_preview", of, made.map(|made| (made.stem, markdown(&made.document))));
    }

    fn general(&mut self, about: &About<'_>) {
        let (store, viewer, at, role) = (self.store, self.viewer, self.at, about.role);
        self.add("person_list", 0, people::list(store));
        self.add("role_list", 0, roles::list(store, viewer));
        let detail = roles::show(store, viewer, role).unwrap();
        self.add("plan_show", 0, plans::show(store, viewer, role, detail.plan.version));
        self.add("rubric_list", 0, rubrics::list(store, viewer));
        let rubric = &detail.plan.assessments[0];
        let meant = plans::rubric_move(store, viewer, role, rubric.id, rubric.rubric_version);
        self.add("plan_rubric_move", 0, meant);
        let asked: Vec<String> = detail.competencies.iter().map(|one| one.slug.clone()).collect();
        let observing = detail.plan.observing();
        self.add("plan_coverage", 0, roles::coverage(store, viewer, Some(role), &asked, &observing));
        self.add("rubric_show", 0, rubrics::show(store, viewer, &rubric.rubric_id, rubric.rubric_version));
        let weight = |assessment_id, weight| PreviewWeight { assessment_id, weight };
        let weights = [weight(rubric.id, 10), weight(detail.plan.assessments[1].id, 90)];
        self.add("role_show", 0, Ok(detail));
        self.add("figures_role", 0, figures::role(store, viewer, at, role));
        let query = CandidateQuery { role_id: Some(role), descending: true, ..every_candidate("") };
        self.add("candidate_list", 0, candidates::list(store, viewer, &query));
        self.add(
            "candidate_preview_list",
            0,
            candidates::preview_list(store, viewer, "Eda Fixture\nGil Fixture", None),
        );
        self.add("receipt_list", 0, erasure::receipts(store, viewer));
        self.add("account_unlinked", 0, accounts::unlinked(store, viewer, ""));
        self.add("application_list", 0, applications::list(store, viewer, role));
        self.add("import_list", 0, imports::list(store, viewer));
        self.add("interview_list", 0, interviews::list(store, viewer, &InterviewQuery::default()));
        for cancelled in [false, true] {
            let query = CalendarQuery { role_id: Some(role), cancelled, ..CalendarQuery::default() };
            let text = interviews::calendar(store, viewer, at, &query).map(|(text, _)| text);
            self.add("interview_save_calendar", usize::from(cancelled), text);
        }
        self.add("marking_list", 0, marking::list(store, viewer));
        for assessment in roles::show(store, viewer, role).unwrap().plan.assessments {
            // Who holds no open interview of it has nothing to mark: an answer as good as any.
            let sheet = match marking::show(store, viewer, assessment.id, None) {
                Err(EngineError::NotFound { noun: "assessment to mark", .. }) => Ok(None),
                sheet => sheet.map(in_one_order).map(Some),
            };
            self.add("marking_show", 0, sheet);
        }
        self.add("today", 0, today::today(store, viewer, at));
        self.add("debrief_role", 0, debriefs::role(store, viewer, at, role, None));
        self.add("debrief_preview", 0, debriefs::preview(store, viewer, at, role, &weights));
        self.debrief(about);
        self.dossier(0, &DossierRequest::Role { role_id: role });
        self.add("export_save", 0, exports::ratings(store, viewer, at, role, None));
        self.add("export_save", 1, exports::debrief(store, viewer, at, role));
        self.add("measure_order", 0, measures::order(store, viewer, at, role, None));
        self.add("measure_further", 0, measures::further(store, viewer, at, role));
        self.add("measure_agreement", 0, measures::agreement(store, viewer, at, role));
        self.add("measure_robustness", 0, measures::robustness(store, viewer, at, role));
        self.add("measure_weights", 0, measures::weights(store, viewer, at, role, &weights));
        self.add("measure_drift", 0, measures::drift(store, viewer, at, role));
        for (of, role) in [Some(role), None].into_iter().enumerate() {
            self.add("measure_mirror", of, measures::mirror(store, viewer, at, role));
        }
        self.add("impact_report", 0, impact::report(store, viewer, at, Some(role)));
        self.add("impact_totals", 0, impact::totals(store, viewer));
        self.add("outcome_list", 0, outcomes::list(store, viewer, Some(role)));
        self.add("outcome_predictions", 0, outcomes::predictions(store, viewer, at, Some(role)));
        self.add("retest_open", 0, retests::open(store, viewer));
        self.add("retest_consistency", 0, retests::consistency(store, viewer, at));
        self.add("journal_list", 0, journal::list(store, viewer, 0, 500));
        self.add("journal_verify", 0, store.verify());
    }

    fn debrief(&mut self, about: &About<'_>) {
        let (store, viewer, at, role) = (self.store, self.viewer, self.at, about.role);
        self.add("debrief_disagreements", 0, debriefs::disagreements(store, viewer, at, role));
        self.add("debrief_competencies", 0, debriefs::competencies(store, viewer, at, role, None));
        let both: Vec<ApplicationId> = about.candidates.iter().map(|(_, id)| *id).collect();
        self.add("debrief_beside", 0, debriefs::beside(store, viewer, at, role, &both, None));
        self.add("debrief_flags", 0, debriefs::flags(store, viewer, at, role));
        self.add("debrief_absences", 0, debriefs::absences(store, viewer, role));
        let query = QuestionQuery { role_id: role, application_id: None };
        self.add("question_list", 0, questions::list(store, viewer, at, query));
    }

    fn particular(&mut self, about: &About<'_>) {
        let (store, viewer, at) = (self.store, self.viewer, self.at);
        for (of, (candidate, application)) in about.candidates.iter().enumerate() {
            self.add("candidate_show", of, candidates::show(store, viewer, at, *candidate));
            self.add("candidate_history", of, journal::of_candidate(store, viewer, *candidate));
            let preview = erasure::preview(store, viewer, *candidate, &Default::default());
            self.add("candidate_erase_preview", of, preview);
            self.add("submission_list", of, submissions::of_candidate(store, viewer, *candidate));
            for one in submissions::list(store, viewer, Some(*candidate), None).unwrap() {
                self.add("submission_show", of, submissions::show(store, viewer, one.id));
            }
            self.add("debrief_explain", of, debriefs::explain(store, viewer, at, *application, None));
            self.add("interview_seats", of, panels::seats(store, viewer, *application));
            self.add("debrief_application", of, debriefs::application(store, viewer, at, *application));
            self.add("decision_ground", of, decisions::ground(store, viewer, at, *application));
            let query = QuestionQuery { role_id: about.role, application_id: Some(*application) };
            self.add("question_list", of + 1, questions::list(store, viewer, at, query));
            let options = FeedbackOptions { with_notes: true, ..FeedbackOptions::default() };
            for request in [
                DossierRequest::Candidate { application_id: *application },
                DossierRequest::Feedback { application_id: *application, options },
            ] {
                self.dossier(of, &request);
            }
            self.add("dossier_feedback_parts", of, dossiers::feedback_parts(store, viewer, at, *application));
            self.add("export_save", of, exports::candidate(store, viewer, at, *candidate));
        }
        for (of, interview) in about.interviews.iter().enumerate() {
            self.add("interview_remarks", of, interviews::remarks(store, viewer, at, *interview));
            self.add("scorecard_form", of, scorecards::form(store, viewer, *interview));
            let empty = Default::default();
            self.add("scorecard_check", of, scorecards::check(store, viewer, at, *interview, empty));
            self.add("scorecard_show", of, scorecards::show(store, viewer, at, *interview));
            self.add("submission_of_interview", of, submissions::of_interview(store, viewer, *interview));
            self.add("retest_form", of, retests::form(store, viewer, *interview));
        }
        for (of, word) in about.words.iter().enumerate() {
            self.add("search", of, search::all(store, viewer, at, word));
            self.add("candidate_list", of, candidates::list(store, viewer, &every_candidate(word)));
        }
    }
}

/// The order by chance comes from ids, which differ between two workspaces: compared is what it orders.
fn in_one_order(mut sheet: MarkingSheet) -> MarkingSheet {
    sheet.entries.sort_by_key(|entry| (serde_json::to_string(&entry.ratings).unwrap(), entry.saved_at));
    sheet.entries.iter_mut().for_each(|entry| entry.label.clear());
    sheet
}

/// Makes every read on behalf of a viewer.
pub fn all(store: &Store, viewer: Viewer, at: Instant, about: &About<'_>) -> Vec<Answer> {
    let mut reads = Reads { store, viewer, at, answers: Vec::new() };
    reads.general(about);
    reads.particular(about);
    let made: std::collections::BTreeSet<_> = reads.answers.iter().map(|answer| answer.command).collect();
    let expected = EXERCISED.len() - if about.interviews.is_empty() { 6 } else { 0 };
    assert_eq!(made.len(), expected - usize::from(about.words.is_empty()), "the list says more than is made");
    reads.answers
}
