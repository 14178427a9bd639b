//! Tests of scores over several versions of a rubric.

use super::{explain, role, standing};
use crate::bench::{Bench, at};
use crate::{Viewer, scorecards};
use assay_domain::ids::ApplicationId;

/// In version 2 the last criterion has another id and the weight of the first is greater.
fn move_on(bench: &Bench) {
    bench.move_on(0, |next| {
        next.criteria.last_mut().unwrap().id = "voice".into();
        next.criteria[0].weight += 10;
    });
}

/// Submits a scorecard with these levels, the last for the last criterion and the first for all others.
fn give(bench: &Bench, who: Viewer, application: ApplicationId, levels: Option<(u8, u8)>) {
    let interview = bench.assign(application, 0, who);
    let form = scorecards::form(&bench.store, who, interview.id).unwrap();
    let mut card = bench.card(0, 3);
    let last = form.rubric.criteria.len() - 1;
    for (index, (rating, criterion)) in card.ratings.iter_mut().zip(&form.rubric.criteria).enumerate() {
        rating.criterion = criterion.id.clone();
        let level = levels.map(|(all, own)| if index == last { own } else { all });
        rating.level = Some(level.unwrap_or(0));
    }
    scorecards::submit(&bench.store, who, at(14), interview.id, card).unwrap();
}

#[test]
fn scorecards_stay_on_the_version_that_they_were_rated_by() {
    let bench = Bench::new();
    let eda = bench.application("Eda Fixture");
    give(&bench, bench.bo, eda, Some((4, 1)));
    let weights: Vec<u32> = bench.rubric(0).criteria.iter().map(|one| one.weight).collect();
    let (all, tone) = (f64::from(weights.iter().sum::<u32>()), f64::from(*weights.last().unwrap()));
    let bo = (4.0 * (all - tone) + tone) / all;
    let read = || {
        let conn = |conn: &rusqlite::Connection| standing(conn, bench.owner, eda);
        let found = bench.store.read(bench.owner, conn).unwrap();
        let row = role(&bench.store, bench.owner, at(20), bench.role_id(), None).unwrap().rows.remove(0);
        assert_eq!(
            (found.score, found.coverage),
            (row.score, row.coverage.unwrap()),
            "one number everywhere"
        );
        (row.score.unwrap(), row.coverage.unwrap())
    };
    let before = read();
    assert!((before.0 - bo).abs() < 1e-12);
    move_on(&bench);
    assert_eq!(read(), before, "a move alone changes nothing");
    give(&bench, bench.cy, eda, None);
    assert_eq!(read(), before, "nor does a scorecard that assesses nothing");

    let third =
        Viewer(crate::people::add(&bench.store, bench.owner, at(15), "Dan Fixture", "").unwrap().value.id);
    give(&bench, third, eda, Some((2, 5)));
    let dan = (2.0 * (all + 10.0 - tone) + 5.0 * tone) / (all + 10.0);
    assert!(
        (read().0 - f64::midpoint(bo, dan)).abs() < 1e-12,
        "{} is not the mean of {bo} and {dan}",
        read().0
    );
    assert!((read().1 - before.1).abs() < 1e-12, "both versions were assessed whole");

    let opened = explain(&bench.store, bench.owner, at(21), eda, None).unwrap();
    let part = &opened.parts[0];
    assert!(part.versions.contains("Bo Fixture by version 1"), "{}", part.versions);
    let tone = part.criteria.last().unwrap();
    assert_eq!((tone.version, tone.mean, tone.ratings.len()), (Some(1), Some(1.0), 1));
    assert_eq!(
        (part.criteria[0].ratings[0].weight + 10, part.criteria[0].weight),
        (weights[0] + 10, weights[0] + 10)
    );
}
