use assay_domain::ids::InterviewId;
use chrono::TimeDelta;

use super::{begin, consistency, form, open, save_draft, stop, submit};
use crate::bench::{Bench, at};
use crate::{EngineError, debriefs, journal, scorecards, search};

/// Bo's submitted interviews of two candidates, at level 3 and 4.
fn marked(bench: &Bench) -> Vec<InterviewId> {
    let mark = |(name, level): (&str, u8)| {
        let held = bench.assign(bench.application(name), 0, bench.bo);
        scorecards::submit(&bench.store, bench.bo, at(5), held.id, bench.card(0, level)).unwrap();
        held.id
    };
    [("Eda Fixture", 3), ("Finn Fixture", 4)].map(mark).to_vec()
}

#[test]
fn what_is_marked_again_is_blind_and_never_counts() {
    let bench = Bench::new();
    let held = marked(&bench);
    let later = at(10) + TimeDelta::days(7);
    let (store, bo) = (&bench.store, bench.bo);
    let score = || debriefs::role(store, bench.owner, later, bench.role_id(), None).unwrap().rows[0].score;
    let before = score();
    assert!(before.is_some());
    assert!(matches!(begin(store, bo, at(10), 5), Err(EngineError::Conflict { .. })), "too fresh");
    assert_eq!(consistency(store, bo, later).unwrap().can_begin, 2);
    let taken = begin(store, bo, later, 5).unwrap().value;
    assert_eq!(taken.iter().map(|one| one.position).collect::<Vec<_>>(), [1, 2]);
    assert!(begin(store, bo, later, 5).is_err(), "these first");
    assert!(
        matches!(scorecards::show(store, bo, later, held[0]), Err(EngineError::ClosedToViewer)),
        "the first marking is closed to its own rater"
    );
    assert!(
        debriefs::role(store, bo, later, bench.role_id(), None).unwrap().rows.iter().all(|row| row.closed)
    );
    assert!(search::all(store, bo, later, "zanzibar").unwrap().is_empty());
    let blank = form(store, bo, held[0]).unwrap().draft;
    assert!(blank.ratings.iter().all(|one| one.level.is_none() && one.note.is_empty()));
    assert!(matches!(form(store, bench.cy, held[0]), Err(EngineError::Conflict { .. })));
    assert_eq!(submit(store, bo, later, held[0], bench.card(0, 5)).unwrap().value.len(), 1);
    let found = consistency(store, bo, later).unwrap();
    assert_eq!((found.scorecards, found.open, found.all.within_one), (1, 1, Some(0.0)), "levels 3 and 5");
    assert_eq!(found.all.shift, Some(2.0));
    assert_eq!(submit(store, bo, later, held[1], bench.card(0, 4)).unwrap().value.len(), 0);
    assert_eq!(consistency(store, bo, later).unwrap().all.same, Some(0.5));
    assert_eq!(score(), before, "a second marking never counts");
    let shown = scorecards::show(store, bo, later, held[0]).unwrap();
    assert_eq!(shown.len(), 1, "and stands beside no first one");
    assert!(matches!(begin(store, bo, later, 5), Err(EngineError::Conflict { .. })), "each once");
    assert!(
        journal::list(store, bo, 0, 50).unwrap().rows.iter().any(|row| row.what.starts_with("Marked again"))
    );
    assert!(store.verify().unwrap().ok);
}

#[test]
fn a_draft_is_kept_and_nobody_is_named() {
    let bench = Bench::new();
    let held = marked(&bench);
    let later = at(10) + TimeDelta::days(8);
    let (store, bo) = (&bench.store, bench.bo);
    assert!(save_draft(store, bo, later, held[0], bench.card(0, 5)).is_err(), "not taken yet");
    let taken = begin(store, bo, later, 5).unwrap().value;
    let names: Vec<&str> = taken.iter().map(|one| one.interview.candidate_name.as_str()).collect();
    assert_eq!(names, ["Candidate 1", "Candidate 2"]);
    assert!(form(store, bo, held[0]).unwrap().interview.candidate_name.starts_with("Candidate "));
    bench.evidence(held[0], true);
    assert!(form(store, bo, held[0]).unwrap().snapshots.is_empty(), "a login would say whose it is");
    assert_eq!(save_draft(store, bo, later, held[0], bench.card(0, 5)).unwrap(), later);
    assert!(matches!(
        save_draft(store, bench.cy, later, held[0], bench.card(0, 1)),
        Err(EngineError::Conflict { .. })
    ));
    let kept = form(store, bo, held[0]).unwrap().draft;
    assert_eq!((kept.ratings[0].level, kept.saved_at), (Some(5), Some(later)));
    assert_eq!(form(store, bo, held[1]).unwrap().draft.ratings[0].level, None, "of this one only");
    assert_eq!(scorecards::show(store, bench.owner, later, held[0]).unwrap()[0].ratings[0].level, Some(3));
    stop(store, bo, later).unwrap();
    begin(store, bo, later, 5).unwrap();
    assert_eq!(form(store, bo, held[0]).unwrap().draft.saved_at, None, "given up with its draft");
    save_draft(store, bo, later, held[0], bench.card(0, 5)).unwrap();
    submit(store, bo, later, held[0], bench.card(0, 4)).unwrap();
    let drafts: u32 =
        store.look(|conn| Ok(conn.query_row("SELECT count(*) FROM draft", [], |row| row.get(0))?)).unwrap();
    assert_eq!(drafts, 0, "submitted, and done with");
}

#[test]
fn stopping_opens_what_was_closed() {
    let bench = Bench::new();
    let held = marked(&bench);
    let later = at(10) + TimeDelta::days(8);
    begin(&bench.store, bench.bo, later, 1).unwrap();
    assert_eq!(open(&bench.store, bench.bo).unwrap().len(), 1);
    assert!(open(&bench.store, bench.cy).unwrap().is_empty(), "nobody else's");
    assert_eq!(stop(&bench.store, bench.bo, later).unwrap().value, 1);
    for id in held {
        assert_eq!(scorecards::show(&bench.store, bench.bo, later, id).unwrap().len(), 1);
    }
    assert_eq!(consistency(&bench.store, bench.bo, later).unwrap().can_begin, 2);
}

#[test]
fn what_is_closed_for_another_reason_is_not_taken() {
    let bench = Bench::new();
    let held = marked(&bench);
    let application = bench.application("Gil Fixture");
    let first = bench.assign(application, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(5), first.id, bench.card(0, 2)).unwrap();
    bench.assign(application, 1, bench.bo);
    let later = at(10) + TimeDelta::days(8);
    assert_eq!(consistency(&bench.store, bench.bo, later).unwrap().can_begin, 2);
    let taken = begin(&bench.store, bench.bo, later, 5).unwrap().value;
    assert_eq!(taken.len(), 2);
    assert!(taken.iter().all(|one| held.contains(&one.interview.id)));
}
