use assay_domain::ids::ApplicationId;
use chrono::{Months, TimeDelta};

use super::{GoalMet, OutcomeInput, follow_ups, keep, list, predictions};
use crate::bench::{Bench, at};
use crate::{Ask, EngineError, Instant, scorecards, today};

/// A hire, scored at a level.
fn hired(bench: &Bench, name: &str, level: u8) -> ApplicationId {
    let application = bench.application(name);
    let held = bench.assign(application, 0, bench.bo);
    scorecards::submit(&bench.store, bench.bo, at(5), held.id, bench.card(0, level)).unwrap();
    stage(bench, application, "hired");
    application
}

fn stage(bench: &Bench, application: ApplicationId, to: &str) {
    let sql = "UPDATE application SET stage = ?2, since = ?3 WHERE id = ?1";
    bench.store.scratch(|tx| Ok(tx.execute(sql, rusqlite::params![application.0, to, at(6)])?)).unwrap();
}

fn told(
    application_id: ApplicationId,
    month: u8,
    met: [Option<bool>; 2],
    rating: Option<u8>,
) -> OutcomeInput {
    let goal = |(goal, met): (&str, Option<bool>)| GoalMet { goal: goal.into(), met };
    let goals = [("Owns the ledger", met[0]), ("Halves the pages", met[1])].map(goal).to_vec();
    let note = " late start ".into();
    OutcomeInput { application_id, month, goals, manager_rating: rating, note, ahead: false }
}

fn after(months: u32) -> Instant {
    at(6).checked_add_months(Months::new(months)).unwrap()
}

#[test]
fn it_asks_at_three_and_six_months() {
    let bench = Bench::new();
    let eda = hired(&bench, "Eda Fixture", 4);
    let months = |at| -> Vec<u8> {
        follow_ups(&bench.store, bench.owner, at).unwrap().iter().map(|one| one.month).collect()
    };
    assert_eq!((months(after(2)), months(after(3)), months(after(7))), (vec![], vec![3], vec![6]));
    let asked = today::today(&bench.store, bench.owner, after(3)).unwrap().to_follow_up;
    assert_eq!((asked[0].who.name.as_str(), asked[0].application_id), ("Eda Fixture", eda));
    assert!(!asked[0].goals.is_empty(), "with the role's goals");
    keep(&bench.store, bench.owner, after(3), &told(eda, 3, [Some(true), None], None)).unwrap();
    assert_eq!((months(after(4)), months(after(6))), (vec![], vec![6]));
    keep(&bench.store, bench.owner, after(6), &told(eda, 6, [Some(true), Some(false)], Some(4))).unwrap();
    assert!(months(after(9)).is_empty());
    let kept = list(&bench.store, bench.owner, Some(bench.role_id())).unwrap();
    assert_eq!(kept.iter().map(|one| one.month).collect::<Vec<_>>(), [6, 3]);
    assert_eq!(
        (kept[0].note.as_str(), kept[0].manager_rating, kept[1].goals[1].met),
        ("late start", Some(4), None)
    );
    keep(&bench.store, bench.owner, after(7), &told(eda, 6, [None, None], Some(2))).unwrap();
    assert_eq!(list(&bench.store, bench.owner, None).unwrap()[0].manager_rating, Some(2), "set right");
    assert!(bench.store.verify().unwrap().ok);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let bench = Bench::new();
    let (eda, finn) = (hired(&bench, "Eda Fixture", 4), bench.application("Finn Fixture"));
    let refused =
        |input: &OutcomeInput| keep(&bench.store, bench.owner, after(3), input).unwrap_err().to_string();
    assert!(refused(&told(eda, 4, [Some(true), None], None)).contains("after 3 and after 6"));
    assert!(refused(&told(eda, 3, [None, None], Some(6))).contains("rating is 6"));
    assert!(refused(&told(eda, 3, [None, None], None)).contains("says nothing"));
    assert!(refused(&told(finn, 3, [Some(true), None], None)).contains("not hired"));
}

#[test]
fn scores_are_set_against_outcomes_by_law_4() {
    let bench = Bench::new();
    for (index, level) in [2, 3, 3, 4, 5].into_iter().enumerate() {
        let one = hired(&bench, &format!("Hire {index} Fixture"), level);
        keep(
            &bench.store,
            bench.owner,
            after(6),
            &told(one, 6, [Some(level > 3), Some(level > 2)], Some(level)),
        )
        .unwrap();
    }
    let seen = |viewer| predictions(&bench.store, viewer, after(7), Some(bench.role_id())).unwrap();
    let found = seen(bench.owner);
    assert_eq!((found.hires, found.followed_up, found.closed), (5, 5, 0));
    let whole = &found.rows[0];
    assert_eq!((whole.criterion.as_deref(), whole.manager_rating.n), (None, 5));
    assert_eq!(whole.manager_rating.correlation, Some(1.0));
    assert!(whole.goals_met.correlation.unwrap() > 0.8 && found.note.contains("restriction of range"));
    let ends = (whole.goals_met.low, whole.goals_met.high);
    assert!(ends.0.is_some_and(|low| low < 0.5) && ends.1.is_some_and(|high| high > 0.8), "{ends:?}");
    assert_eq!(found.rows.len(), 1 + bench.rubric(0).criteria.len());
    let open = list(&bench.store, bench.owner, None).unwrap()[0].application_id;
    stage(&bench, open, "interviewing");
    bench.assign(open, 1, bench.cy);
    stage(&bench, open, "hired");
    let found = seen(bench.cy);
    assert_eq!((found.hires, found.closed, found.rows[0].manager_rating.n), (4, 1, 4));
}

#[test]
fn an_outcome_told_ahead_has_to_be_meant_and_can_be_told_from_the_day_that_it_is_asked() {
    let bench = Bench::new();
    let eda = hired(&bench, "Eda Fixture", 4);
    let keep = |at, ahead| {
        let input = OutcomeInput { ahead, ..told(eda, 3, [Some(true), None], None) };
        keep(&bench.store, bench.owner, at, &input)
    };
    let asked = keep(after(2), false);
    assert!(matches!(&asked, Err(EngineError::Asks { asks, .. }) if *asks == [Ask::Ahead]), "{asked:?}");
    assert!(asked.unwrap_err().to_string().contains("3 months are over only on"));
    // Where the day begins first it has come already, the evening before by UTC: asking and keeping agree on that.
    let first = after(3).date_naive().and_hms_opt(0, 0, 0).unwrap().and_utc();
    for (hours, over) in [(15, false), (13, true)] {
        let then = first - TimeDelta::hours(hours);
        let due = !follow_ups(&bench.store, bench.owner, then).unwrap().is_empty();
        assert_eq!((due, keep(then, false).is_ok()), (over, over), "{hours} hours before");
    }
    assert!(keep(after(1), true).is_ok(), "meant");
}
