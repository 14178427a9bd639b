use assay_domain::ids::PersonId;

use super::{PanelInput, seats, set};
use crate::bench::{Bench, at};
use crate::interviews::{self, InterviewQuery, InterviewState, PanelPick};
use crate::{EngineError, independence, journal, people, roles};

fn panel(bench: &Bench, index: usize, raters: u32, people: &[crate::Viewer]) -> PanelInput {
    let people = people.iter().map(|viewer| viewer.0).collect();
    PanelInput { assessment_id: bench.assessment(index), raters, people }
}

fn put(bench: &Bench, inputs: &[PanelInput]) -> crate::Result<crate::Done<roles::RoleDetail>> {
    set(&bench.store, bench.owner, at(5), bench.role_id(), inputs)
}

fn names(bench: &Bench) -> Vec<(u32, Vec<PersonId>)> {
    let role = roles::show(&bench.store, bench.owner, bench.role_id()).unwrap();
    role.panels.iter().map(|one| (one.raters, one.people.iter().map(|person| person.id).collect())).collect()
}

/// Who is suggested for each empty seat, and why.
fn suggested(
    bench: &Bench,
    application: assay_domain::ids::ApplicationId,
) -> Vec<(String, Option<String>, String)> {
    let seats = seats(&bench.store, bench.owner, application).unwrap();
    seats
        .into_iter()
        .map(|one| (one.assessment_title, one.person.map(|person| person.name), one.why))
        .collect()
}

#[test]
fn who_interviews_stands_beside_the_plan_and_makes_no_version() {
    let bench = Bench::new();
    assert_eq!(names(&bench), [(1, vec![]), (1, vec![])]);
    let (bo, cy) = (bench.bo, bench.cy);
    let done = put(&bench, &[panel(&bench, 0, 2, &[cy, bo]), panel(&bench, 1, 1, &[])]).unwrap();
    assert_eq!((done.value.plan.version, done.value.plan_versions.len()), (1, 1));
    assert_eq!(names(&bench), [(2, vec![cy.0, bo.0]), (1, vec![])]);
    assert!(put(&bench, &[panel(&bench, 0, 2, &[cy, bo])]).unwrap().changed.is_empty(), "nothing is new");
    let undone = journal::undo(&bench.store, bench.owner, at(7), None).unwrap();
    assert!(undone.changed.iter().any(|one| one.noun == crate::store::Noun::Role), "{:?}", undone.changed);
    assert_eq!(names(&bench), [(1, vec![]), (1, vec![])]);
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn what_can_be_no_panel_is_refused() {
    let bench = Bench::new();
    for wrong in [
        panel(&bench, 0, 0, &[bench.bo]),
        panel(&bench, 0, 6, &[bench.bo]),
        panel(&bench, 0, 1, &[bench.bo, bench.bo]),
    ] {
        assert!(matches!(put(&bench, &[wrong]), Err(EngineError::Invalid { .. })));
    }
    put(&bench, &[panel(&bench, 0, 1, &[bench.bo])]).unwrap();
    people::archive(&bench.store, bench.owner, at(6), bench.bo.0).unwrap();
    put(&bench, &[panel(&bench, 0, 2, &[bench.bo, bench.cy])]).unwrap();
    let gone = put(&bench, &[panel(&bench, 1, 1, &[bench.bo])]);
    assert!(matches!(gone, Err(EngineError::Conflict { .. })), "archived and not on it before");
}

#[test]
fn empty_seats_are_suggested_by_load_and_assigned_in_one_action() {
    let bench = Bench::new();
    let (busy, application) = (bench.application("Finn Fixture"), bench.application("Eda Fixture"));
    assert_eq!(
        suggested(&bench, application)[0],
        ("Code review".into(), None, "Nobody is named for it in the plan.".into())
    );
    put(&bench, &[panel(&bench, 0, 1, &[bench.bo, bench.cy]), panel(&bench, 1, 2, &[bench.owner, bench.bo])])
        .unwrap();
    bench.assign(busy, 1, bench.bo);
    let expected = [
        ("Code review", "Cy Fixture", "nothing open"),
        ("System design", "Ada Fixture", "nothing open"),
        ("System design", "Bo Fixture", "1 interview open, 45 min"),
    ];
    let expected = expected.map(|(what, who, why)| (what.into(), Some(who.into()), why.into()));
    assert_eq!(suggested(&bench, application), expected);
    let picks: Vec<PanelPick> = seats(&bench.store, bench.owner, application)
        .unwrap()
        .into_iter()
        .filter_map(|one| Some(PanelPick { assessment_id: one.assessment_id, person_id: one.person?.id }))
        .collect();
    let done = interviews::assign_panel(&bench.store, bench.owner, at(8), application, &picks).unwrap();
    assert_eq!(done.value.len(), 3);
    assert!(suggested(&bench, application).is_empty(), "all seats are taken");
    journal::undo(&bench.store, bench.owner, at(9), None).unwrap();
    let query = InterviewQuery { application_id: Some(application), ..InterviewQuery::default() };
    let all = interviews::list(&bench.store, bench.owner, &query).unwrap();
    assert!(all.len() == 3 && all.iter().all(|one| one.state == InterviewState::Cancelled), "{all:?}");
    assert_eq!(suggested(&bench, application).len(), 3, "empty again");
}

#[test]
fn a_panel_is_assigned_whole_or_not_at_all() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    let pick = |index, person: crate::Viewer| PanelPick {
        assessment_id: bench.assessment(index),
        person_id: person.0,
    };
    let twice = [pick(0, bench.bo), pick(1, bench.cy), pick(0, bench.bo)];
    let refused = interviews::assign_panel(&bench.store, bench.owner, at(5), application, &twice);
    assert!(matches!(refused, Err(EngineError::Conflict { .. })));
    assert!(interviews::list(&bench.store, bench.owner, &InterviewQuery::default()).unwrap().is_empty());
    let none = interviews::assign_panel(&bench.store, bench.owner, at(5), application, &[]);
    assert!(matches!(none, Err(EngineError::Invalid { .. })));
}

#[test]
fn a_panel_is_taken_back_though_somebody_was_assigned_but_not_under_a_later_one() {
    let bench = Bench::new();
    let newest = || journal::list(&bench.store, bench.owner, 0, 1).unwrap().rows[0].sequence;
    let undo = |sequence| journal::undo(&bench.store, bench.owner, at(9), Some(sequence));
    put(&bench, &[panel(&bench, 0, 2, &[bench.bo])]).unwrap();
    let first = newest();
    put(&bench, &[panel(&bench, 0, 1, &[bench.cy])]).unwrap();
    let second = newest();
    bench.assign(bench.application("Eda Fixture"), 0, bench.cy);
    assert!(matches!(undo(first), Err(EngineError::Conflict { .. })), "the second stands on it");
    undo(second).unwrap();
    let now = roles::show(&bench.store, bench.owner, bench.role_id()).unwrap().panels.remove(0);
    assert_eq!((now.raters, now.people[0].id), (2, bench.bo.0));
    undo(first).unwrap();
}

#[test]
fn whoever_has_read_ratings_or_is_archived_comes_last_or_never() {
    let bench = Bench::new();
    let application = bench.application("Eda Fixture");
    put(&bench, &[panel(&bench, 0, 2, &[bench.bo, bench.cy])]).unwrap();
    independence::expose(&bench.store, bench.bo, at(6), [application]).unwrap();
    assert_eq!(suggested(&bench, application)[0].1.as_deref(), Some("Cy Fixture"));
    people::archive(&bench.store, bench.owner, at(7), bench.cy.0).unwrap();
    let (_, who, why) = suggested(&bench, application).remove(0);
    assert_eq!(who.as_deref(), Some("Bo Fixture"));
    assert!(why.contains("not independent"), "{why}");
    let second = suggested(&bench, application).remove(1);
    assert_eq!((second.1, second.2.as_str()), (None, "Nobody else is named for it in the plan."));
    people::archive(&bench.store, bench.owner, at(8), bench.bo.0).unwrap();
    assert_eq!(
        suggested(&bench, application)[0].2,
        "Everybody named for it holds it already, or is archived."
    );
}
