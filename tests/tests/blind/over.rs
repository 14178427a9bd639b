//! What a blind viewer read as `[hidden]` and gives back is not stored over the words that stood there.

use assay_domain::blind::HIDDEN;
use assay_domain::candidate::CandidateInput;
use assay_domain::contact::DoNotContactInput;
use assay_domain::plan::CalendarStep;
use assay_domain::scorecard::{CitationInput, RaisedFlagInput, RatingInput, Recommendation, ScorecardInput};
use assay_domain::stage::Stage;
use assay_engine::outcomes::{self, GoalMet, OutcomeInput};
use assay_engine::roles::RoleCalendarInput;
use assay_engine::scorecards::{self, Scorecard};
use assay_engine::{EngineError, Viewer, applications, candidates, roles};
use assay_tests::journey::{at, provenance};

use crate::scene::{SAYS, Scene};

/// A candidate as the viewer reads them, to be given back.
fn read(scene: &Scene, viewer: Viewer) -> CandidateInput {
    let detail = candidates::show(&scene.world.store, viewer, at(60), scene.other).unwrap();
    CandidateInput {
        name: detail.name,
        email: detail.email,
        location: detail.location,
        headline: detail.headline,
        notes: detail.notes,
        provenance: provenance(&detail.provenance.permission),
    }
}

#[test]
fn what_is_said_of_another_candidate_stays() {
    let scene = Scene::new();
    let (store, owner, cy) = (&scene.world.store, scene.world.owner, scene.cy);
    let stored = CandidateInput { location: "Zqport".into(), ..read(&scene, owner) };
    candidates::update(store, owner, at(60), scene.other, stored.clone()).unwrap();
    let given = CandidateInput { headline: "Kettles".into(), ..read(&scene, cy) };
    assert!(given.notes.contains(HIDDEN) && given.location == HIDDEN, "or this proves nothing: {given:?}");
    candidates::update(store, cy, at(61), scene.other, given.clone()).unwrap();
    assert_eq!(read(&scene, owner), CandidateInput { headline: "Kettles".into(), ..stored.clone() });
    let more = CandidateInput { notes: format!("{} Called.", given.notes), ..given };
    let refused = candidates::update(store, cy, at(62), scene.other, more).unwrap_err();
    assert!(
        matches!(refused, EngineError::Invalid { .. }) && refused.to_string().contains(HIDDEN),
        "{refused}"
    );
    assert_eq!(read(&scene, owner).notes, stored.notes);
}

#[test]
fn why_somebody_is_not_to_be_contacted_stays() {
    let scene = Scene::new();
    let (store, owner, cy) = (&scene.world.store, scene.world.owner, scene.cy);
    let mark = |viewer, reason: String, request: &str| {
        let input = DoNotContactInput { reason, request: request.into() };
        candidates::do_not_contact(store, viewer, at(60), scene.other, input)
    };
    let marked =
        |viewer| candidates::show(store, viewer, at(61), scene.other).unwrap().do_not_contact.unwrap();
    mark(owner, SAYS.into(), "").unwrap();
    mark(cy, marked(cy).reason, "by mail").unwrap();
    assert_eq!((marked(owner).reason.as_str(), marked(owner).request.as_str()), (SAYS, "by mail"));
    assert!(mark(cy, format!("{} Twice.", marked(cy).reason), "").is_err());
    let input = || DoNotContactInput { reason: "asked".into(), request: String::new() };
    candidates::do_not_contact(store, owner, at(62), scene.hidden, input()).unwrap();
    let over = candidates::do_not_contact(store, cy, at(63), scene.hidden, input());
    assert!(matches!(over, Err(EngineError::Conflict { .. })), "its words are hidden altogether");
}

#[test]
fn an_outcome_stays() {
    let scene = Scene::new();
    let (store, owner, cy) = (&scene.world.store, scene.world.owner, scene.cy);
    applications::move_to(store, owner, at(60), scene.other_application, Stage::Hired, "signed").unwrap();
    let kept = |viewer| outcomes::list(store, viewer, None).unwrap().remove(0);
    let given = |goals: Vec<GoalMet>, note: String, rating| OutcomeInput {
        application_id: scene.other_application,
        month: 3,
        goals,
        manager_rating: Some(rating),
        note,
        ahead: true,
    };
    let goals = [SAYS, "Owns the ledger"].map(|goal| GoalMet { goal: goal.into(), met: Some(true) });
    outcomes::keep(store, owner, at(61), &given(goals.to_vec(), SAYS.into(), 3)).unwrap();
    let mut read = kept(cy);
    assert!(read.note.contains(HIDDEN) && read.goals[0].goal.contains(HIDDEN));
    read.goals.reverse();
    outcomes::keep(store, cy, at(62), &given(read.goals.clone(), read.note.clone(), 5)).unwrap();
    let now = kept(owner);
    assert_eq!((now.note.as_str(), now.goals[1].goal.as_str(), now.manager_rating), (SAYS, SAYS, Some(5)));
    let more = given(read.goals, format!("{} Left.", read.note), 5);
    assert!(matches!(outcomes::keep(store, cy, at(63), &more), Err(EngineError::Invalid { .. })));
}

/// A scorecard as its author reads it, to be given back.
fn as_read(card: &Scorecard) -> ScorecardInput {
    let rating = |one: &assay_domain::scorecard::Rating| RatingInput {
        criterion: one.criterion.clone(),
        level: one.level,
        note: one.note.clone(),
        citations: one.citations.iter().map(cited).collect(),
    };
    let flag = |one: &scorecards::RaisedFlag| RaisedFlagInput {
        flag: one.flag.clone(),
        evidence: one.evidence.clone(),
    };
    ScorecardInput {
        ratings: card.ratings.iter().map(rating).collect(),
        flags: card.flags.iter().map(flag).collect(),
        summary: card.summary.clone(),
        recommendation: Some(card.recommendation),
        log: card.log.clone(),
    }
}

fn cited(one: &assay_domain::scorecard::Citation) -> CitationInput {
    CitationInput { evidence_id: one.evidence_id, address: one.address.clone(), quote: one.quote.clone() }
}

#[test]
fn what_a_scorecard_says_stays_when_it_is_amended() {
    let scene = Scene::new();
    let (store, owner, bo) = (&scene.world.store, scene.world.owner, scene.bo);
    let plan = roles::show(store, owner, scene.pairs()[1].0).unwrap().plan;
    let held = scene.world.interview(scene.other_application, plan.assessments[1].id, bo);
    let mut card = scene.world.card(&held, 4, SAYS);
    let typed =
        |quote: &str| CitationInput { evidence_id: None, address: "kettle@1".into(), quote: quote.into() };
    card.ratings[0].citations = vec![typed("let x"), typed(SAYS)];
    scorecards::submit(store, bo, at(60), held.id, card).unwrap();
    let newest = |viewer| scorecards::show(store, viewer, at(61), held.id).unwrap().remove(0);
    let first = newest(owner);
    let mut given = as_read(&newest(bo));
    assert!(given.summary.contains(HIDDEN) && given.log[0].text.contains(HIDDEN), "{given:?}");
    given.recommendation = Some(Recommendation::No);
    given.ratings[0].citations.remove(0);
    scorecards::amend(store, bo, at(62), held.id, given.clone(), "misread").unwrap();
    let now = newest(owner);
    assert_eq!((now.version, now.recommendation), (2, Recommendation::No));
    assert_eq!((&now.summary, &now.flags, &now.log), (&first.summary, &first.flags, &first.log));
    assert_eq!(now.ratings[1], first.ratings[1]);
    assert_eq!(now.ratings[0].citations, first.ratings[0].citations[1..]);
    let changes: [fn(&mut ScorecardInput); 3] = [
        |card| card.ratings[1].note += " Twice.",
        |card| card.flags[0].evidence += " Twice.",
        |card| card.ratings[0].citations[0].quote += " Twice.",
    ];
    for change in changes {
        let mut changed = given.clone();
        change(&mut changed);
        let refused = scorecards::amend(store, bo, at(63), held.id, changed, "again").unwrap_err();
        assert!(matches!(refused, EngineError::Invalid { .. }), "{refused}");
    }
}

#[test]
fn a_roles_own_words_are_read_as_they_are_so_that_they_stay() {
    let scene = Scene::new();
    let (store, owner) = (&scene.world.store, scene.world.owner);
    let role = scene.role().summary.id;
    let step = |what: &str| CalendarStep { day: 2, what: what.into() };
    let input = |steps| RoleCalendarInput { days: 14, steps };
    roles::set_calendar(store, owner, at(60), role, &input(vec![step("A call to Zqport")])).unwrap();
    let mut steps = roles::show(store, scene.cy, role).unwrap().calendar.steps;
    steps.push(step("A second call"));
    roles::set_calendar(store, scene.cy, at(61), role, &input(steps)).unwrap();
    assert_eq!(scene.role().calendar.steps[0].what, "A call to Zqport");
}
