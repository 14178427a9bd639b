//! Do-not-contact: what the mark forbids, and what is left of it after an erasure.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use assay_domain::contact::DoNotContactInput;
use assay_domain::import::AccountKind;
use assay_domain::stage::Stage;
use assay_engine::candidates::{self, CandidateQuery};
use assay_engine::{EngineError, accounts, applications, erasure, journal};
use common::people::{EMAIL, assign, candidate, show};
use common::*;

#[test]
fn nobody_is_asked_to_interview_who_is_not_to_be_contacted() {
    let bench = Bench::new();
    let ada = candidate(&bench, "Ada Fixture", EMAIL);
    let role = new_role(&bench);
    let application = applications::add(&bench.store, bench.owner, at(4), ada, role).unwrap().value.id;
    let mark = DoNotContactInput { reason: "asked by mail".into(), request: String::new() };
    candidates::do_not_contact(&bench.store, bench.owner, at(6), ada, mark).unwrap();
    assert!(matches!(assign(&bench, role, application), Err(EngineError::Conflict { .. })));
    let to = Stage::Interviewing;
    applications::move_despite(&bench.store, bench.owner, at(7), application, to, "", "they wrote again")
        .unwrap();
    assert!(assign(&bench, role, application).is_ok(), "it was said why");
}

#[test]
fn the_do_not_contact_mark_is_obeyed_undone_and_survives_an_erasure_nameless() {
    let bench = Bench::new();
    let user = || vec![("user.json", vec![subject(1, "ada", AccountKind::User, "2025-05-01T00:00:00Z")])];
    let report = bench.import(vec![fake("ada", 40, user())]);
    let ada = report.candidates[0].id;
    let role = new_role(&bench);
    let mark = || DoNotContactInput { reason: "asked by mail".into(), request: "their own mail".into() };
    let marked = || show(&bench, ada).do_not_contact;
    candidates::do_not_contact(&bench.store, bench.owner, at(6), ada, mark()).unwrap();
    assert_eq!(marked().unwrap().reason, "asked by mail");
    journal::undo(&bench.store, bench.owner, at(7), None).unwrap();
    assert_eq!(marked(), None);
    candidates::do_not_contact(&bench.store, bench.owner, at(8), ada, mark()).unwrap();
    let only = |yes| CandidateQuery { do_not_contact: Some(yes), limit: 9, ..Default::default() };
    let total = |yes| candidates::list(&bench.store, bench.owner, &only(yes)).unwrap().total;
    assert_eq!((total(true), total(false)), (1, 0));
    let refused = applications::add(&bench.store, bench.owner, at(9), ada, role);
    assert!(matches!(refused, Err(EngineError::Conflict { .. })), "{refused:?}");
    let added = applications::add_despite(&bench.store, bench.owner, at(9), ada, role, "they wrote to us")
        .unwrap()
        .value;
    assert!(added.do_not_contact && added.history[0].reason.contains("they wrote to us"));
    let moved = applications::move_to(&bench.store, bench.owner, at(9), added.id, Stage::Screening, "");
    assert!(matches!(moved, Err(EngineError::Conflict { .. })));
    applications::move_to(&bench.store, bench.owner, at(9), added.id, Stage::Rejected, "as they asked")
        .unwrap();
    let again = bench.import(vec![fake("again", 41, user())]);
    assert!(again.notes.iter().any(|note| note.contains("not to be contacted")), "{:?}", again.notes);
    erasure::erase(&bench.store, bench.owner, at(10), ada, "asked").unwrap();
    let back = bench.import(vec![fake("back", 42, user())]);
    assert_eq!(back.totals.candidates, 0, "nobody is made a candidate who asked not to be contacted");
    assert!(back.notes.iter().any(|note| note.contains("was erased here since")), "{:?}", back.notes);
    let account = back.snapshots_unlinked[0].account.as_ref().unwrap().id;
    let made = accounts::make_candidate(&bench.store, bench.owner, at(11), account).unwrap().value;
    assert_eq!(made.do_not_contact.map(|mark| mark.by), Some(None));
    bench.journal();
}

#[test]
fn on_a_list_too_somebody_erased_with_the_mark_is_recognised_and_is_up_for_nothing() {
    let bench = Bench::new();
    let ada = candidate(&bench, "Ada Fixture", EMAIL);
    let mark = DoNotContactInput { reason: "asked by mail".into(), request: String::new() };
    candidates::do_not_contact(&bench.store, bench.owner, at(4), ada, mark).unwrap();
    erasure::erase(&bench.store, bench.owner, at(5), ada, "asked").unwrap();
    let role = new_role(&bench);
    let list = format!("name,email\nAda Fixture,{EMAIL}\nBo Fixture,bo@fixture.example\n");
    let report =
        candidates::add_list(&bench.store, bench.owner, at(6), &list, &provenance(), Some(role)).unwrap();
    assert_eq!((report.value.added, report.value.problems.len()), (2, 1));
    assert!(report.value.problems[0].reason.contains("asked not to be contacted"));
    let up: Vec<String> = applications::list(&bench.store, bench.owner, role)
        .unwrap()
        .into_iter()
        .map(|one| one.candidate_name)
        .collect();
    assert_eq!(up, ["Bo Fixture"]);
}
