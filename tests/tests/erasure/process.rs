//! Interviews, scorecards, decisions and questions, full of marks.

use assay_domain::decision::{ConsideredOption, DecisionKind, DecisionRecord};
use assay_domain::ids::{ApplicationId, CandidateId};
use assay_domain::scorecard::CitationInput;
use assay_domain::stage::Stage;
use assay_engine::blind::{self as review, BlindInput};
use assay_engine::decisions::{self, DecisionInput};
use assay_engine::outcomes::{self, GoalMet, OutcomeInput};
use assay_engine::submissions::{self, NewAnswer, NewSubmission};
use assay_engine::{applications, impact, interviews, journal, questions, roles, scorecards};
use assay_tests::journey::{World, at, new_role};

/// Interviews, scorecards, decisions of both.
pub fn process(world: &World, gone: CandidateId, stays: CandidateId) {
    let (store, owner) = (&world.store, world.owner);
    let (role, bo) = (world.role(), world.person("Bo Fixture"));
    let plan = &role.plan.assessments;
    // Blind, so that the rows of blind review are there too.
    let blind = BlindInput { on: true, coordinators: vec![owner.0] };
    review::switch(store, owner, at(5), role.summary.id, &blind).unwrap();
    let application = world.application(gone, role.summary.id);
    applications::move_to(store, owner, at(5), application, Stage::Interviewing, "zqmovereason").unwrap();
    let held = world.interview(application, plan[0].id, bo);
    let mut card = world.card(&held, 3, "zqrated");
    card.ratings[0].citations.push(CitationInput {
        evidence_id: None,
        address: "zqaddress/kettle@1".into(),
        quote: "zqquote".into(),
    });
    card.log[0].text = "zqroom".into();
    scorecards::submit(store, bo, at(6), held.id, card).unwrap();
    scorecards::amend(store, bo, at(7), held.id, world.amendment(&held, 4, "zqamended"), "zqmisread")
        .unwrap();
    let off = world.interview(application, plan[1].id, owner);
    interviews::cancel(store, owner, at(6), off.id, "zqcancelreason").unwrap();
    decide(world, application, "zqdecided");
    ask(world, application, "zqquestion", "zqanswer");
    taken_back(world, gone, application);
    followed_up(world, gone, application);
    let drafted = world.interview(application, plan[1].id, bo);
    scorecards::save_draft(store, bo, at(7), drafted.id, world.card(&drafted, 2, "zqdraft")).unwrap();
    let application = world.application(stays, role.summary.id);
    world.handed_in(
        application,
        plan[0].id,
        "I talked it through with Zqxname Fixture under evergreen trees.",
    );
    let held = world.interview(application, plan[0].id, bo);
    world.scored(&held, 4, "clearer than Zqxname Fixture, evergreen");
    decide(world, application, "Before zqxmail@fixture.example, by a little.");
    ask(world, application, "As quick as Zqxname Fixture?", "zqxlogin-fixture was quicker, evergreen.");
}

/// A hire for a while, with an outcome; and a group that they gave.
fn followed_up(world: &World, gone: CandidateId, application: ApplicationId) {
    let (store, owner) = (&world.store, world.owner);
    applications::move_to(store, owner, at(7), application, Stage::Hired, "signed").unwrap();
    let input = OutcomeInput {
        application_id: application,
        month: 3,
        goals: vec![GoalMet { goal: "zqgoal".into(), met: Some(true) }],
        manager_rating: Some(3),
        note: "zqoutcome".into(),
        ahead: true,
    };
    outcomes::keep(store, owner, at(7), &input).unwrap();
    applications::move_to(store, owner, at(7), application, Stage::Interviewing, "zqmovereason").unwrap();
    hand_in(world, gone, application);
    impact::give(store, owner, at(7), gone, "handedness", "zqgroup").unwrap();
}

/// An answer, a file, and what was removed again.
fn hand_in(world: &World, gone: CandidateId, application: ApplicationId) {
    let sheets = submissions::of_candidate(&world.store, world.owner, gone).unwrap().sheets;
    let folder = world.beside().join("handed in");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("zqfile.py"), "# zqtaken").unwrap();
    let new = NewSubmission {
        application_id: application,
        assessment_id: sheets[0].assessment_id,
        minutes: Some(40),
        answers: vec![NewAnswer {
            question: String::new(),
            title: "zqasked".into(),
            text: "zqhanded".into(),
        }],
        text: String::new(),
        paths: vec![folder.display().to_string()],
    };
    submissions::add(&world.store, world.owner, at(7), &new).unwrap();
    let removed = world.handed_in(application, sheets[1].assessment_id, "zqremoved");
    submissions::remove(&world.store, world.owner, at(7), removed).unwrap();
}

/// A question that was taken back; and one in an application that was taken back with it. Only the journal tells of them.
fn taken_back(world: &World, gone: CandidateId, application: ApplicationId) {
    let (store, owner) = (&world.store, world.owner);
    let undo = || journal::undo(store, owner, at(7), None).unwrap();
    questions::add(store, owner, at(7), application, "zqtakenback").unwrap();
    undo();
    let other = roles::create(store, owner, at(7), &new_role()).unwrap().value.summary.id;
    let second = world.application(gone, other);
    questions::add(store, owner, at(7), second, "zqtwice").unwrap();
    undo();
    undo();
}

fn decide(world: &World, application: ApplicationId, reason: &str) {
    let record = match reason {
        "zqdecided" => DecisionRecord {
            context: "zqcontext".into(),
            options: vec![ConsideredOption { option: "zqoption".into(), because: "zqbecause".into() }],
            three_months: "zqthree".into(),
            six_months: "zqsix".into(),
            unknown: "zqunknown".into(),
            missing: String::new(),
        },
        _ => DecisionRecord { context: "Not told apart from Zqxname Fixture.".into(), ..Default::default() },
    };
    let input = DecisionInput {
        application_id: application,
        kind: DecisionKind::Hold,
        reason: reason.into(),
        scorecard_ids: vec![],
        record,
    };
    decisions::make(&world.store, world.owner, at(7), &input).unwrap();
}

fn ask(world: &World, application: ApplicationId, question: &str, answer: &str) {
    let asked = questions::add(&world.store, world.owner, at(7), application, question).unwrap().value;
    questions::close(&world.store, world.owner, at(7), asked.id, answer).unwrap();
}
