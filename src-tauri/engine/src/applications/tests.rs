use assay_domain::candidate::{Basis, ProvenanceInput, SourceKind};
use assay_domain::contact::DoNotContactInput;
use assay_domain::ending::EndReason;
use assay_domain::stage::Stage;

use super::{MoveInput, move_many, show};
use crate::bench::{Bench, at};
use crate::digests::Digests;
use crate::interviews::InterviewState;
use crate::{Ask, EngineError, candidates, journal};

fn provenance() -> ProvenanceInput {
    ProvenanceInput {
        source: SourceKind::Applied,
        basis: Basis::Application,
        permission: String::new(),
        given_on: None,
        until: None,
    }
}

fn to(stage: Stage) -> MoveInput {
    MoveInput { to: stage, why: None, reason: String::new(), despite: None }
}

#[test]
fn several_are_moved_as_one_and_taken_back_as_one() {
    let bench = Bench::new();
    let ids = ["Eda Fixture", "Finn Fixture", "Gil Fixture"].map(|name| bench.application(name));
    let open = bench.assign(ids[1], 0, bench.bo);
    let input = MoveInput { why: Some(EndReason::RoleClosed), ..to(Stage::Rejected) };
    let done =
        move_many(&bench.store, bench.owner, at(5), &[ids[0], ids[1], ids[2], ids[0]], &input).unwrap();
    assert_eq!((done.value.moved.len(), done.value.stayed.len()), (3, 0));
    let last = done.value.moved[0].history.last().unwrap();
    assert_eq!((last.why, last.reason.as_str()), (Some(EndReason::RoleClosed), ""));
    assert_eq!(bench.interview(bench.bo, open.id).state, InterviewState::Cancelled);
    let back = journal::undo(&bench.store, bench.owner, at(6), None).unwrap().value;
    assert!(back.sentence.ends_with("role-closed, and 2 more"), "{}", back.sentence);
    for id in ids {
        assert_eq!(show(&bench.store, bench.owner, id).unwrap().stage, Stage::Interviewing);
    }
    assert_eq!(bench.interview(bench.bo, open.id).state, InterviewState::Open);
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn what_a_rule_keeps_stays_and_says_why_the_others_go() {
    let bench = Bench::new();
    let [eda, finn] = ["Eda Fixture", "Finn Fixture"].map(|name| bench.application(name));
    let marked = show(&bench.store, bench.owner, finn).unwrap().candidate_id;
    let mark = DoNotContactInput { reason: "asked us not to".into(), request: String::new() };
    candidates::do_not_contact(&bench.store, bench.owner, at(4), marked, mark).unwrap();
    let done = move_many(&bench.store, bench.owner, at(5), &[eda, finn], &to(Stage::Offer)).unwrap().value;
    assert_eq!(done.moved.iter().map(|one| one.id).collect::<Vec<_>>(), [eda]);
    assert_eq!(done.stayed[0].candidate_name, "Finn Fixture");
    let all_stay = move_many(&bench.store, bench.owner, at(6), &[finn], &to(Stage::Offer));
    assert!(matches!(&all_stay, Err(EngineError::Asks { asks, .. }) if *asks == [Ask::DespiteMark]));
    let all_stay = move_many(&bench.store, bench.owner, at(6), &[finn], &to(Stage::Rejected));
    assert!(
        matches!(&all_stay, Err(EngineError::Asks { asks, .. }) if matches!(asks[..], [Ask::Reason { .. }]))
    );
    let input = MoveInput { despite: Some("they wrote to us".into()), ..to(Stage::Offer) };
    let done = move_many(&bench.store, bench.owner, at(7), &[eda, finn], &input).unwrap().value;
    assert_eq!(
        (done.moved[0].id, done.stayed[0].application_id),
        (finn, eda),
        "who stands there already stays"
    );
    assert!(done.moved[0].history.last().unwrap().reason.contains("they wrote to us"));
}

#[test]
fn an_end_needs_a_reason_of_the_list_or_words() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    let end = |to, why, reason: &str| {
        let input = MoveInput { to, why, reason: reason.into(), despite: None };
        move_many(&bench.store, bench.owner, at(5), &[eda], &input).map(|done| done.value.moved.len())
    };
    for (stage, why, reason) in [
        (Stage::Rejected, None, " "),
        (Stage::Rejected, Some(EndReason::Other), ""),
        (Stage::Rejected, Some(EndReason::OtherOffer), "x"),
        (Stage::Offer, Some(EndReason::Pay), "x"),
    ] {
        let asked = matches!(why, None | Some(EndReason::Other));
        match end(stage, why, reason) {
            Err(EngineError::Asks { asks, .. }) if asked => {
                let [Ask::Reason { kinds }] = &asks[..] else { panic!("{asks:?}") };
                assert!(kinds.iter().all(|why| why.fits(stage)) && kinds.contains(&EndReason::Pay));
            }
            Err(EngineError::Invalid { .. }) if !asked => {}
            other => panic!("{stage} {why:?}: {other:?}"),
        }
    }
    assert_eq!(end(Stage::Withdrawn, Some(EndReason::OtherOffer), "").unwrap(), 1);
    assert!(move_many(&bench.store, bench.owner, at(6), &[], &to(Stage::Offer)).is_err());
}

/// An application that was counted and is taken back afterwards leaves no trace of that (law 8).
#[test]
fn what_is_taken_back_is_no_longer_marked_as_counted() {
    let bench = Bench::new();
    let list = candidates::add_list(
        &bench.store,
        bench.owner,
        at(4),
        "Ana Fixture",
        &provenance(),
        Some(bench.role_id()),
    );
    let ana = list.unwrap().value.candidate_ids[0];
    let application = candidates::show(&bench.store, bench.owner, at(4), ana).unwrap().applications[0].id;
    let counted = |sql: &str| -> u32 {
        bench
            .store
            .scratch(|tx| {
                tx.execute_batch(sql)?;
                Ok(tx.query_row("SELECT count(*) FROM voluntary_counted", [], |row| row.get(0))?)
            })
            .unwrap()
    };
    let subject = bench.store.look(|conn| Ok(Digests::of(conn)?.counted(application.0))).unwrap();
    let mark = format!("INSERT INTO voluntary_counted VALUES (x'{}', 'origin')", crate::store::hex(&subject));
    assert_eq!(counted(&mark), 1);
    journal::undo(&bench.store, bench.owner, at(5), None).unwrap();
    assert_eq!(counted(""), 0);
}
