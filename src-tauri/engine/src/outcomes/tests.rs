use assay_domain::ids::ApplicationId;
use chrono::Months;

use super::{GoalMet, OutcomeInput, early, follow_ups, keep, list, predictions};
use crate::bench::{Bench, at};
use crate::{Instant, scorecards, today};

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
    OutcomeInput { application_id, month, goals, manager_rating: rating, note: " late start ".into() }
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
fn an_outcome_that_would_be_told_ahead_is_known_by_the_stages() {
    let bench = Bench::new();
    let (eda, finn) = (hired(&bench, "Eda Fixture", 4), bench.application("Finn Fixture"));
    let early = |who, month, at| early(&bench.store, bench.owner, at, who, month).unwrap();
    assert_eq!(early(eda, 6, after(3)), Some(after(6).date_naive()));
    assert_eq!(
        (early(eda, 3, after(3)), early(eda, 6, after(6)), early(finn, 6, after(1))),
        (None, None, None)
    );
}
