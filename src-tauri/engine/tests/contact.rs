//! Do-not-contact: what the mark forbids, and what is left of it after an erasure.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use assay_domain::contact::DoNotContactInput;
use assay_domain::import::{AccountKind, Record};
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
    let input = applications::MoveInput {
        to: Stage::Interviewing,
        why: None,
        reason: String::new(),
        despite: Some("they wrote again".into()),
    };
    applications::move_many(&bench.store, bench.owner, at(7), &[application], &input).unwrap();
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
    assert!(matches!(refused, Err(EngineError::Asks { .. })), "{refused:?}");
    let added = applications::add_despite(&bench.store, bench.owner, at(9), ada, role, "they wrote to us")
        .unwrap()
        .value;
    assert!(added.do_not_contact && added.history[0].reason.contains("they wrote to us"));
    let moved = applications::move_to(&bench.store, bench.owner, at(9), added.id, Stage::Screening, "");
    assert!(matches!(moved, Err(EngineError::Asks { .. })));
    applications::move_to(&bench.store, bench.owner, at(9), added.id, Stage::Rejected, "as they asked")
        .unwrap();
    let again = bench.import(vec![fake("again", 41, user())]);
    assert!(again.notes.iter().any(|note| note.contains("not to be contacted")), "{:?}", again.notes);
    erasure::erase(&bench.store, bench.owner, at(10), ada, &erasure::ErasureInput::because("asked")).unwrap();
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
    erasure::erase(&bench.store, bench.owner, at(5), ada, &erasure::ErasureInput::because("asked")).unwrap();
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

/// A subject that the source knows by its login only, as an account export does.
fn login_only(login: &str) -> Record {
    let Record::Subject(mut profile) = subject(0, login, AccountKind::User, "2025-05-01T00:00:00Z") else {
        unreachable!("a subject is a subject");
    };
    profile.account.id = None;
    Record::Subject(profile)
}

#[test]
fn somebody_erased_with_the_mark_is_recognised_by_login_but_not_whoever_has_it_now() {
    let bench = Bench::new();
    let user = |id, login, updated| vec![("user.json", vec![subject(id, login, AccountKind::User, updated)])];
    let ada = bench.import(vec![fake("old", 40, user(1, "ada", "2024-05-01T00:00:00Z"))]).candidates[0].id;
    bench.import(vec![fake("renamed", 41, user(1, "ada-renamed", "2025-05-01T00:00:00Z"))]);
    let bo = bench.import(vec![fake("bo", 42, vec![("x", vec![login_only("bo")])])]).candidates[0].id;
    for one in [ada, bo] {
        let mark = DoNotContactInput { reason: "asked by mail".into(), request: String::new() };
        candidates::do_not_contact(&bench.store, bench.owner, at(4), one, mark).unwrap();
        erasure::erase(&bench.store, bench.owner, at(5), one, &erasure::ErasureInput::because("asked"))
            .unwrap();
    }
    let mut digest = 50;
    let mut made = |record| {
        digest += 1;
        let report = bench.import(vec![fake("back", digest, vec![("user.json", vec![record])])]);
        (report.totals.candidates, report.notes.join(" ").contains("is the login of somebody who asked"))
    };
    assert_eq!(made(login_only("ada")), (0, true), "a login of earlier, where no number is told");
    assert_eq!(made(login_only("Ada-Renamed")), (0, true));
    assert_eq!(made(login_only("bo")), (0, true));
    let with = |id, login| subject(id, login, AccountKind::User, "2025-06-01T00:00:00Z");
    assert_eq!(made(with(3, "bo")), (0, true), "known here by the login only");
    assert_eq!(made(with(1, "ada-again")).0, 0, "the number");
    assert_eq!(made(with(2, "ada")), (1, false), "the login passed to somebody else");
    let found = accounts::unlinked(&bench.store, bench.owner, "bo").unwrap();
    let account = found.iter().find(|one| one.github_id.is_some()).unwrap().id;
    let back = accounts::make_candidate(&bench.store, bench.owner, at(9), account).unwrap().value;
    assert!(back.do_not_contact.unwrap().reason.contains("take the mark off"));
}
