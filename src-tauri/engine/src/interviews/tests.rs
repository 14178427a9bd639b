use super::{
    Interview, InterviewQuery, InterviewState, InterviewTime, NewInterview, assign, cancel, list, reassign,
    reschedule,
};
use crate::bench::{Bench, at};
use crate::{EngineError, independence, journal};

fn new(bench: &Bench, application: assay_domain::ids::ApplicationId) -> NewInterview {
    NewInterview {
        application_id: application,
        assessment_id: bench.assessment(0),
        person_id: bench.bo.0,
        starts_local: Some("2026-03-05T14:30".into()),
        zone: Some("Europe/Berlin".into()),
    }
}

fn state(bench: &Bench, one: &Interview) -> (InterviewState, bool) {
    let now = bench.interview(bench.bo, one.id);
    (now.state, now.independent)
}

#[test]
fn the_first_by_the_instant_comes_first_however_its_time_was_typed() {
    let bench = Bench::new();
    let time = |starts: &str, zone: &str| InterviewTime { starts_local: starts.into(), zone: zone.into() };
    let times = [("2026-3-3T9:00", "America/New_York"), ("2026-03-03T10:00", "Asia/Tokyo")];
    let made = [0, 1].map(|index| bench.assign(bench.application("Eda Fixture"), index, bench.bo).id);
    for (id, (starts, zone)) in made.iter().zip(times) {
        reschedule(&bench.store, bench.owner, at(5), *id, &time(starts, zone)).unwrap();
    }
    let listed = list(&bench.store, bench.bo, &InterviewQuery::default()).unwrap();
    assert_eq!(listed.iter().map(|one| one.id).collect::<Vec<_>>(), [made[1], made[0]]);
    assert_eq!(listed[1].starts_local.as_deref(), Some("2026-03-03T09:00"));
    let again = reschedule(&bench.store, bench.owner, at(6), made[0], &time("2026-03-3T09:00", times[0].1));
    assert!(again.unwrap().changed.is_empty(), "the same time, typed otherwise");
    let due = crate::today::today(&bench.store, bench.bo, at(7)).unwrap().to_score;
    assert_eq!(due.iter().map(|one| one.id).collect::<Vec<_>>(), [made[1], made[0]]);
}

#[test]
fn an_interview_is_assigned_once() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    let input = new(&bench, application);
    let made = assign(&bench.store, bench.owner, at(5), &input).unwrap().value;
    assert_eq!((made.state, made.independent, made.mine), (InterviewState::Open, true, false));
    assert_eq!((made.assessment_title.as_str(), made.minutes), ("Code review", 45));
    let twice = assign(&bench.store, bench.owner, at(6), &input);
    assert!(matches!(twice, Err(EngineError::Conflict { .. })));
    cancel(&bench.store, bench.owner, at(7), made.id, "ill").unwrap();
    assign(&bench.store, bench.owner, at(8), &input).unwrap();

    let query = InterviewQuery { person_id: Some(bench.bo.0), ..InterviewQuery::default() };
    let mine = list(&bench.store, bench.bo, &query).unwrap();
    assert_eq!(
        mine.iter().map(|one| one.state).collect::<Vec<_>>(),
        [InterviewState::Open, InterviewState::Cancelled]
    );
    assert!(mine.iter().all(|one| one.mine));
    let none = InterviewQuery { state: Some(InterviewState::Submitted), ..query };
    assert!(list(&bench.store, bench.bo, &none).unwrap().is_empty());
}

#[test]
fn what_cannot_be_assigned_is_refused() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    let mut input = new(&bench, application);
    input.zone = Some("Europe/Atlantis".into());
    assert!(matches!(assign(&bench.store, bench.owner, at(5), &input), Err(EngineError::Invalid { .. })));
    let mut input = new(&bench, application);
    input.assessment_id = assay_domain::ids::AssessmentId(uuid::Uuid::now_v7());
    assert!(matches!(assign(&bench.store, bench.owner, at(5), &input), Err(EngineError::Invalid { .. })));
    crate::people::archive(&bench.store, bench.owner, at(6), bench.bo.0).unwrap();
    let gone = assign(&bench.store, bench.owner, at(7), &new(&bench, application));
    assert!(matches!(gone, Err(EngineError::Conflict { .. })));
    let ended = bench.application("Finn Fixture");
    bench
        .store
        .scratch(|tx| Ok(tx.execute("UPDATE application SET stage = 'rejected' WHERE id = ?1", [ended.0])?))
        .unwrap();
    let mut input = new(&bench, ended);
    input.person_id = bench.cy.0;
    assert!(matches!(assign(&bench.store, bench.owner, at(8), &input), Err(EngineError::Conflict { .. })));
}

#[test]
fn whoever_has_read_ratings_is_not_independent() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    independence::expose(&bench.store, bench.bo, at(4), [application]).unwrap();
    let made = assign(&bench.store, bench.owner, at(5), &new(&bench, application)).unwrap().value;
    assert!(!made.independent);
    let on = reassign(&bench.store, bench.owner, at(6), made.id, bench.cy.0).unwrap().value;
    assert!(on.independent && on.person_id == bench.cy.0);
}

#[test]
fn assigning_handing_on_and_cancelling_can_be_taken_back() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    let made = assign(&bench.store, bench.owner, at(5), &new(&bench, application)).unwrap().value;
    let undo = |minute| journal::undo(&bench.store, bench.owner, at(minute), None).unwrap();
    reassign(&bench.store, bench.owner, at(6), made.id, bench.cy.0).unwrap();
    undo(7);
    assert_eq!(bench.interview(bench.bo, made.id), Interview { mine: true, ..made.clone() });
    cancel(&bench.store, bench.owner, at(8), made.id, "ill").unwrap();
    independence::expose(&bench.store, bench.bo, at(9), [application]).unwrap();
    undo(10);
    assert_eq!(state(&bench, &made), (InterviewState::Open, false), "has read ratings meanwhile");
    undo(11);
    assert_eq!(state(&bench, &made).0, InterviewState::Cancelled);
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn a_cancelling_needs_a_reason_and_an_open_interview() {
    let bench = Bench::new();
    let made = bench.assign(bench.application("Eda Fixture"), 0, bench.bo);
    assert!(matches!(
        cancel(&bench.store, bench.owner, at(5), made.id, " "),
        Err(EngineError::Invalid { .. })
    ));
    let done = cancel(&bench.store, bench.owner, at(6), made.id, " ill ").unwrap().value;
    assert_eq!(done.cancelled_reason.as_deref(), Some("ill"));
    let again = cancel(&bench.store, bench.owner, at(7), made.id, "ill");
    assert!(matches!(again, Err(EngineError::Conflict { .. })));
}
