//! What is answered to a viewer: by every read, and by the writes that answer with a candidate.

use assay_domain::decision::{DecisionKind, DecisionRecord};
use assay_domain::stage::Stage;
use assay_engine::accounts::{self, AccountQuery};
use assay_engine::decisions::{self, DecisionInput};
use assay_engine::interviews::{self, InterviewQuery, InterviewTime};
use assay_engine::outcomes::{self, OutcomeInput};
use assay_engine::panels::{self, PanelInput};
use assay_engine::plans::{self, PlanAssessmentInput};
use assay_engine::roles::{self, RoleCalendarInput, RoleInput, RoleStageInput};
use assay_engine::snapshots::{self, EvidenceKind, EvidenceQuery, RepositoryQuery};
use assay_engine::{Result, Viewer, applications, candidates, imports, journal, questions};
use assay_tests::journey::{at, new_interview, new_role, provenance};
use serde::Serialize;

use crate::reads::{About, all};
use crate::scene::Scene;

/// Commands that [`answers`] makes beside those of law 4.
pub const ALSO_EXERCISED: &[&str] = &[
    "import_report",
    "snapshot_show",
    "snapshot_compare",
    "snapshot_unlinked",
    "account_list",
    "evidence_list",
    "evidence_show",
    "fact_evidence",
    "repository_list",
    "conversation_show",
    "tree_list",
    "role_set_blind",
    "candidate_unblind",
];

/// Those of them that change who is blind: tests of their own make them.
pub const AS_WRITES: &[&str] = &["role_set_blind", "candidate_unblind"];

/// Commands that it does not make, for a reason of blind review.
pub const BESIDE: &[(&str, &str)] = &[
    ("workspace_info", "name, people and counts, which say nothing of a candidate"),
    ("workspace_backup", "a path of the workspace; the copy, opened, is held to the same"),
    ("role_templates", "the program's own data"),
    ("candidate_preview_file", "candidate_preview_list of a file's text"),
    ("submission_preview_form", "refused to whoever is blind to somebody who applied for the role"),
    ("import_terms", "the program's own data"),
    ("import_limits", "the program's own data"),
    (
        "dossier_save",
        "dossier_preview, written into a file; the answer says where, how large, and which scripts lack a font",
    ),
    ("window_full_screen", "changes the window, reads nothing"),
];

struct Told(Vec<(String, String)>);

impl Told {
    fn add<T: Serialize>(&mut self, command: &str, answer: Result<T>) -> Option<T> {
        match answer {
            Ok(value) => {
                self.0.push((command.into(), serde_json::to_string(&value).unwrap()));
                Some(value)
            }
            Err(error) => {
                self.0.push((command.into(), format!("{error} {}", error.hint())));
                None
            }
        }
    }
}

/// Every read, on behalf of a viewer, each with its command.
pub fn answers(scene: &Scene, viewer: Viewer) -> Vec<(String, String)> {
    let store = &scene.world.store;
    let every = interviews::list(store, scene.world.owner, &InterviewQuery::default()).unwrap();
    let mut told = Told(Vec::new());
    // Words that lead to texts which name the candidate, and are no names themselves.
    let words = ["university", "kettle", "candidate"].map(str::to_owned);
    for (role, candidates) in scene.pairs() {
        let interviews = every.iter().map(|one| one.id).collect();
        let about = About { role, candidates: &candidates, interviews, words: &words };
        told.0.extend(
            all(store, viewer, at(50), &about)
                .into_iter()
                .map(|one| (format!("{} {}", one.command, one.of), one.text)),
        );
    }
    of_snapshots(scene, viewer, &mut told);
    told.0
}

fn of_snapshots(scene: &Scene, viewer: Viewer, told: &mut Told) {
    let store = &scene.world.store;
    told.add("import_report", imports::report(store, viewer, scene.import));
    told.add("snapshot_unlinked", snapshots::unlinked(store, viewer));
    told.add(
        "account_list",
        accounts::list(store, viewer, &AccountQuery { text: String::new(), login_only: false }),
    );
    told.add("snapshot_compare", snapshots::compare(store, viewer, scene.snapshot, scene.other_snapshot));
    for snapshot in [scene.snapshot, scene.other_snapshot] {
        let facts = told.add("snapshot_show", snapshots::show(store, viewer, snapshot)).map(|one| one.facts);
        for fact in facts.unwrap_or_default() {
            told.add("fact_evidence", snapshots::fact_evidence(store, viewer, snapshot, &fact.fact));
        }
        let query = RepositoryQuery { snapshot_id: snapshot, text: String::new(), offset: 0, limit: 50 };
        told.add("repository_list", snapshots::repository_list(store, viewer, &query));
        for kind in
            [EvidenceKind::Repository, EvidenceKind::Readme, EvidenceKind::Commit, EvidenceKind::PullRequest]
        {
            let query = EvidenceQuery { snapshot_id: snapshot, kind, repo: None, offset: 0, limit: 50 };
            told.add("evidence_list", snapshots::evidence_list(store, viewer, &query));
            // A blind viewer cannot know the ids, and may try them all the same.
            let known = snapshots::evidence_list(store, scene.world.owner, &query).unwrap();
            for row in known.rows {
                told.add("evidence_show", snapshots::evidence_show(store, viewer, row.id));
                told.add("conversation_show", snapshots::conversation(store, viewer, row.id, 0, 50));
                told.add("tree_list", snapshots::tree_list(store, viewer, row.id, ""));
            }
        }
    }
}

/// Writes that answer with a role, each given what stands there already.
fn told_of_roles(scene: &Scene, viewer: Viewer, told: &mut Told) {
    let store = &scene.world.store;
    for role in scene.pairs().map(|(role, _)| role) {
        let now = roles::show(store, scene.world.owner, role).unwrap();
        let named = |one: &roles::RoleStage| RoleStageInput { stage: one.stage, title: one.title.clone() };
        let stages: Vec<_> = now.pipeline.iter().filter(|one| one.used).map(named).collect();
        told.add("role_set_stages", roles::set_stages(store, viewer, at(53), role, &stages));
        let calendar = RoleCalendarInput { days: now.calendar.days, steps: now.calendar.steps.clone() };
        told.add("role_set_calendar", roles::set_calendar(store, viewer, at(53), role, &calendar));
        let (goals, competencies) = (now.goals.clone(), now.competencies.clone());
        let RoleInput { title, seniority, specialisation, .. } = new_role().role;
        let input = RoleInput { title, seniority, specialisation, goals, competencies };
        told.add("role_update", roles::update(store, viewer, at(53), role, &input));
        told.add("role_set_open", roles::set_open(store, viewer, at(53), role, true));
        let plan: Vec<PlanAssessmentInput> = now.plan.assessments.iter().map(Into::into).collect();
        told.add("plan_update", plans::update(store, viewer, at(53), role, &plan, ""));
        let panel = |one: &panels::Panel| PanelInput {
            assessment_id: one.assessment_id,
            raters: one.raters,
            people: one.people.iter().map(|person| person.id).collect(),
        };
        let panels: Vec<_> = now.panels.iter().map(panel).collect();
        told.add("panel_set", panels::set(store, viewer, at(53), role, &panels));
    }
}

/// Writes of which the answer, or the refusal, is about the candidate. They leave things as they were, or refuse.
pub fn written(scene: &Scene, viewer: Viewer) -> Vec<(String, String)> {
    let store = &scene.world.store;
    let mut told = Told(Vec::new());
    let assessment = scene.role().plan.assessments[1].id;
    let new = new_interview(scene.application, assessment, scene.world.owner);
    if let Some(done) = told.add("interview_assign", interviews::assign(store, viewer, at(51), &new)) {
        let time = InterviewTime { starts_local: "2026-03-02T10:00".into(), zone: "Europe/Berlin".into() };
        told.add("interview_reschedule", interviews::reschedule(store, viewer, at(51), done.value.id, &time));
        told.add("interview_cancel", interviews::cancel(store, viewer, at(51), done.value.id, "not needed"));
        told.add("journal_undo", journal::undo(store, viewer, at(51), None));
        told.add("journal_undo", journal::undo(store, viewer, at(51), None));
    }
    let moved = applications::move_to(store, viewer, at(52), scene.application, Stage::Interviewing, "");
    if told.add("application_move", moved).is_some() {
        told.add("journal_undo", journal::undo(store, viewer, at(52), None));
    }
    told.add(
        "application_add",
        applications::add(store, viewer, at(53), scene.hidden, scene.role().summary.id),
    );
    let elsewhere = roles::create(store, scene.world.owner, at(53), &new_role()).unwrap().value.summary.id;
    let added = applications::add(store, viewer, at(53), scene.hidden, elsewhere);
    if told.add("application_add", added).is_some() {
        told.add("journal_undo", journal::undo(store, viewer, at(53), None));
    }
    told.add("question_add", questions::add(store, viewer, at(53), scene.application, "Which load?"));
    told_of_roles(scene, viewer, &mut told);
    let list = "name,email\nNina Sample,zqmail@zqhost.example\n";
    let terms = provenance("");
    told.add("candidate_add_list", candidates::add_list(store, viewer, at(53), list, &terms, None));
    let outcome = OutcomeInput {
        application_id: scene.application,
        month: 3,
        goals: vec![],
        manager_rating: Some(3),
        note: String::new(),
        ahead: true,
    };
    told.add("outcome_keep", outcomes::keep(store, viewer, at(54), &outcome));
    let decision = DecisionInput {
        application_id: scene.application,
        kind: DecisionKind::Hold,
        reason: "not yet".into(),
        scorecard_ids: vec![],
        record: DecisionRecord::default(),
    };
    told.add("decision_make", decisions::make(store, viewer, at(55), &decision));
    if let Some(done) = told
        .add("candidate_may_contact", candidates::may_contact(store, viewer, at(56), scene.hidden, "asked"))
    {
        assert_eq!(done.value.id, scene.hidden);
    }
    told.0
}
