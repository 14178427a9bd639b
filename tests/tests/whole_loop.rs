//! One whole loop: 12 candidates, 5 interviewers, 4 assessments, from the role to what is handed on.
//!
//! Everybody rates by a true ability of each candidate, with a severity of their own, so that what comes out can be held
//! against what went in: the strongest are decided on, the weakest are last, two who were made alike are not told apart.
#![allow(clippy::unwrap_used, reason = "a proof fails by panicking")]

mod whole_loop {
    pub mod held;
}

use std::collections::BTreeSet;

use assay_domain::decision::{DecisionKind, DecisionRecord};
use assay_domain::document::markdown;
use assay_domain::stage::Stage;
use assay_engine::decisions::{self, DecisionInput};
use assay_engine::dossiers::{DossierRequest, FeedbackOptions};
use assay_engine::interviews::{Interview, InterviewQuery, InterviewState};
use assay_engine::{
    EngineError, Viewer, applications, candidates, debriefs, figures, interviews, journal, submissions,
};
use assay_report::Fonts;
use assay_tests::journey::at;
use whole_loop::held::{ABILITY, Loop, PEOPLE};

#[test]
fn twelve_candidates_five_interviewers_four_assessments() {
    let mut one = Loop::open();
    one.candidates_come_in();
    one.panels_are_named();
    one.panels_are_assigned();
    all_hand_in(&one);
    the_load_is_even(&one);
    nobody_reads_before_they_have_rated(&one);
    one.interviews_are_held();
    the_rooms_are_kept(&one);
    the_debrief_tells_who_differs(&one);
    the_order_is_that_of_the_abilities(&one);
    who_is_hired_and_why(&one);
    the_figures_count_everybody(&one);
    the_dossier_holds_it_all(&one);
    a_candidate_is_told_what_was_seen_and_nothing_of_others(&one);
    a_restart_changes_nothing(one);
}

/// Everybody hands in something of their own for the first assessment.
fn all_hand_in(one: &Loop) {
    for (place, application) in one.applications.iter().enumerate() {
        let text = format!("What I would measure first, number {place}.");
        one.world.handed_in(*application, one.role.plan.assessments[0].id, &text);
    }
    let all = submissions::list(&one.world.store, one.world.owner, None, Some(one.role.summary.id)).unwrap();
    assert_eq!(all.len(), 12);
}

/// 12 candidates, 4 assessments with 2 raters each are 96 interviews. Panels even out by minutes: no interview could go from
/// whoever has most to whoever has least and leave the two nearer to each other.
fn the_load_is_even(one: &Loop) {
    let held = |person: &Viewer| {
        let query = InterviewQuery { person_id: Some(person.0), ..InterviewQuery::default() };
        interviews::list(&one.world.store, one.world.owner, &query).unwrap()
    };
    let held: Vec<Vec<Interview>> = one.people.iter().map(held).collect();
    assert_eq!(held.iter().map(Vec::len).sum::<usize>(), 96);
    let minutes = |all: &Vec<Interview>| all.iter().map(|it| it.minutes).sum::<u32>();
    let (least, most) = (
        held.iter().min_by_key(|it| minutes(it)).unwrap(),
        held.iter().max_by_key(|it| minutes(it)).unwrap(),
    );
    let shortest = most.iter().map(|it| it.minutes).min().unwrap();
    let apart = minutes(most) - minutes(least);
    assert!(apart <= shortest, "{:?}", held.iter().map(minutes).collect::<Vec<_>>());
    let planned: u32 = one.role.plan.assessments.iter().map(|it| it.minutes * 2).sum();
    assert_eq!(held.iter().map(minutes).sum::<u32>(), 12 * planned, "each as long as the plan says");
    for application in &one.applications {
        let pairs: BTreeSet<_> =
            one.interviews_of(*application).iter().map(|it| (it.assessment_id, it.person_id)).collect();
        assert_eq!(pairs.len(), 8, "nobody holds one assessment twice");
    }
}

/// Law 4, owner included: where somebody holds an open interview, nothing is to be read.
fn nobody_reads_before_they_have_rated(one: &Loop) {
    for person in &one.people {
        let debrief = debriefs::role(&one.world.store, *person, at(50), one.role.summary.id, None).unwrap();
        for row in &debrief.rows {
            let holds = one.interviews_of(row.application_id).iter().any(|it| it.person_id == person.0);
            assert_eq!(row.closed, holds, "{}", row.candidate_name);
        }
    }
}

fn the_rooms_are_kept(one: &Loop) {
    let store = &one.world.store;
    let all = interviews::list(store, one.world.owner, &InterviewQuery::default()).unwrap();
    assert!(
        all.iter().all(|it| it.state == InterviewState::Submitted && it.independent),
        "nobody had read before"
    );
    let explained = debriefs::explain(store, one.world.owner, at(400), one.applications[0], None).unwrap();
    let logs: Vec<usize> =
        explained.parts.iter().flat_map(|part| &part.scorecards).map(|card| card.log.len()).collect();
    assert_eq!(logs, vec![2; 8], "a section begun and a note in each of eight rooms");
}

/// The lenient and the severe rater differ by two levels where they meet.
fn the_debrief_tells_who_differs(one: &Loop) {
    let debrief =
        debriefs::role(&one.world.store, one.world.owner, at(400), one.role.summary.id, None).unwrap();
    assert_eq!(debrief.rows.len(), 12);
    assert!(
        debrief
            .rows
            .iter()
            .all(|row| row.coverage == Some(1.0) && row.cells.iter().all(|cell| cell.raters.len() == 2))
    );
    let gaps = debrief.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.gap == Some(true)).count();
    assert!(gaps > 0, "some disagree by two levels or more");
    assert!(debrief.rows.iter().any(|row| row.flags == Some(1)), "the red flag is there");
}

fn the_order_is_that_of_the_abilities(one: &Loop) {
    let debrief =
        debriefs::role(&one.world.store, one.world.owner, at(401), one.role.summary.id, None).unwrap();
    let names: Vec<&str> = debrief.rows.iter().map(|row| row.candidate_name.as_str()).collect();
    let strongest: BTreeSet<&str> = names[..3].iter().copied().collect();
    assert!(strongest.contains(ABILITY[0].0), "{names:?}");
    let weakest: BTreeSet<&str> = names[9..].iter().copied().collect();
    assert!(weakest.contains(ABILITY[11].0), "{names:?}");
    let bands = |name: &str| -> BTreeSet<u32> {
        debrief.rows.iter().find(|row| row.candidate_name == name).unwrap().bands.iter().copied().collect()
    };
    let alike = !bands(ABILITY[5].0).is_disjoint(&bands(ABILITY[6].0));
    assert!(alike, "two made alike are not told apart");
    let apart = bands(ABILITY[0].0).is_disjoint(&bands(ABILITY[11].0));
    assert!(apart, "the strongest and the weakest are");
}

/// By the order of the debrief: the first is hired, the last three are rejected, the others held; each with a reason, resting on all eight scorecards.
fn who_is_hired_and_why(one: &Loop) {
    let (store, owner) = (&one.world.store, one.world.owner);
    let debrief = debriefs::role(store, owner, at(409), one.role.summary.id, None).unwrap();
    for (place, row) in debrief.rows.iter().enumerate() {
        let application = &row.application_id;
        let explained = debriefs::explain(store, owner, at(410), *application, None).unwrap();
        let scorecard_ids: Vec<_> =
            explained.parts.iter().flat_map(|part| &part.scorecards).map(|card| card.id).collect();
        assert_eq!(scorecard_ids.len(), 8);
        let kind = match place {
            0 => DecisionKind::Hire,
            9.. => DecisionKind::Reject,
            _ => DecisionKind::Hold,
        };
        let reason = format!("Eight scorecards, and what they say: {}", explained.sentence);
        let input = DecisionInput {
            application_id: *application,
            kind,
            reason,
            scorecard_ids,
            record: DecisionRecord::default(),
        };
        decisions::make(store, owner, at(411), &input).unwrap();
    }
    let stages: Vec<Stage> =
        applications::list(store, owner, one.role.summary.id).unwrap().iter().map(|it| it.stage).collect();
    let count = |stage| stages.iter().filter(|one| **one == stage).count();
    assert_eq!((count(Stage::Hired), count(Stage::Rejected), stages.len()), (1, 3, 12));
    let hired = candidates::show(store, owner, at(412), debrief.rows[0].candidate_id).unwrap();
    assert_eq!(hired.name, ABILITY[0].0, "the strongest");
    assert_eq!((hired.decisions[0].rests_on.len(), hired.decisions[0].plan_version), (8, 1));
    let late = interviews::assign(
        store,
        owner,
        at(413),
        &assay_tests::journey::new_interview(
            one.applications[11],
            one.role.plan.assessments[0].id,
            Viewer(one.people[4].0),
        ),
    );
    assert!(matches!(late, Err(EngineError::Conflict { .. })), "the application has ended");
}

/// All twelve stand in the funnel: one hired, three rejected, eight under way.
fn the_figures_count_everybody(one: &Loop) {
    let found = figures::role(&one.world.store, one.world.owner, at(414), one.role.summary.id).unwrap();
    let sum = |count: fn(&assay_domain::figures::StageFigures) -> u32| found.funnel.iter().map(count).sum();
    let (rejected, under_way): (u32, u32) = (sum(|one| one.rejected), sum(|one| one.under_way));
    assert_eq!((found.applications, found.funnel[0].reached, rejected), (12, 12, 3));
    assert_eq!(under_way + rejected, 11, "all but the one who was hired: {:?}", found.funnel);
    let hired = found.funnel.iter().find(|one| one.stage == Stage::Hired).unwrap();
    assert_eq!(hired.reached, 1);
}

/// The role's dossier names everybody with their score, every decision's reason, the plan, and the head of the journal.
fn the_dossier_holds_it_all(one: &Loop) {
    let (store, owner, role_id) = (&one.world.store, one.world.owner, one.role.summary.id);
    let made = DossierRequest::Role { role_id }.make(store, owner, at(415)).unwrap();
    let head = store.verify().unwrap().head;
    assert!(made.document.footer.contains(&head), "{} has not {head}", made.document.footer);
    let text = markdown(&made.document);
    let debrief = debriefs::role(store, owner, at(416), role_id, None).unwrap();
    for row in &debrief.rows {
        assert!(text.contains(&row.candidate_name), "{} is not in it", row.candidate_name);
        let score = format!("{:.1}", row.score.unwrap());
        assert!(text.contains(&score), "{score} of {} is not in it", row.candidate_name);
    }
    for assessment in &one.role.plan.assessments {
        assert!(text.contains(&assessment.title), "{} is not in it", assessment.title);
    }
    assert!(text.matches("Eight scorecards, and what they say").count() >= 12, "a reason for each decision");
}

/// The weakest's own dossier holds every note and the flag; the feedback made for them names no interviewer and nobody else.
/// Both come out as PDF.
fn a_candidate_is_told_what_was_seen_and_nothing_of_others(one: &Loop) {
    let (store, owner, application_id) = (&one.world.store, one.world.owner, one.applications[11]);
    let of_candidate = DossierRequest::Candidate { application_id }.make(store, owner, at(417)).unwrap();
    let text = markdown(&of_candidate.document);
    assert!(text.matches("Said what makes it a").count() >= 8 && text.contains("the database went down"));
    let options = FeedbackOptions { with_notes: true, ..FeedbackOptions::default() };
    let feedback = DossierRequest::Feedback { application_id, options }.make(store, owner, at(418)).unwrap();
    let told = markdown(&feedback.document);
    assert!(
        told.contains(ABILITY[11].0) && told.contains("Said what makes it a"),
        "it is for them, with notes"
    );
    for name in ABILITY[..11].iter().map(|(name, _)| *name).chain(PEOPLE) {
        assert!(!told.contains(name), "{name} is in another's feedback");
    }
    for made in [of_candidate, feedback] {
        let pdf = assay_report::pdf(&made.document, &Fonts::built_in()).unwrap();
        assert!(pdf.bytes.starts_with(b"%PDF-") && pdf.pages >= 1 && pdf.without_font.is_empty());
    }
}

fn a_restart_changes_nothing(one: Loop) {
    let role = one.role.summary.id;
    let owner = one.world.owner;
    let before =
        serde_json::to_value(debriefs::role(&one.world.store, owner, at(420), role, None).unwrap()).unwrap();
    let entries = journal::list(&one.world.store, owner, 0, 1).unwrap().total;
    let world = one.world.restarted();
    let after =
        serde_json::to_value(debriefs::role(&world.store, owner, at(421), role, None).unwrap()).unwrap();
    assert_eq!(before, after);
    let report = world.store.verify().unwrap();
    assert!(report.ok && entries > 96 * 2, "{report:?}");
}
