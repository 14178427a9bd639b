use assay_domain::measure::drift::{Held, drift as by_hand};
use assay_domain::stage::Stage;

use super::panel::{Panel, near};
use crate::applications;
use crate::bench::at;
use crate::measures::{RoleDrift, drift};

fn read(panel: &Panel) -> RoleDrift {
    drift(&panel.bench.store, panel.raters[0], at(60_000), panel.bench.role_id()).unwrap()
}

/// Bo grows stricter from day to day, Cy always says 3; over two assessments of four applications.
fn growing_strict() -> Panel {
    let panel = Panel::new(&[]);
    let levels: [&'static [u8]; 6] = [&[5], &[5], &[4], &[3], &[3], &[1]];
    for (index, level) in levels.into_iter().enumerate() {
        let (application, assessment, day) = (index % 4, index / 4, 3 + i64::try_from(index).unwrap());
        panel.give_at((0, application, assessment, level), day, 90);
        panel.give_at((1, application, assessment, &[3]), day, 400 - 60 * day);
    }
    panel
}

#[test]
fn own_drift_is_that_of_the_domain_fed_by_hand() {
    let panel = growing_strict();
    let found = read(&panel);
    let held: Vec<Held> = [5.0, 5.0, 4.0, 3.0, 3.0, 1.0]
        .iter()
        .zip(0..)
        .map(|(level, at)| Held {
            deviation: level - 3.0,
            score: *level,
            held: Some(at),
            marked: Some(at),
            after_debrief: Some(false),
        })
        .collect();
    let (own, expected) = (found.own.unwrap(), by_hand(&held));
    assert_eq!((own.interviews, found.all.interviews), (6, 12));
    for (mine, theirs) in [
        (own.over_order, expected.over_order),
        (own.contrast, expected.contrast),
        (own.over_marking, expected.over_marking),
    ] {
        near(mine.unwrap().estimate, theirs.unwrap().estimate);
        near(mine.unwrap().interval.0, theirs.unwrap().ci95.0);
    }
    assert!(
        own.over_order.unwrap().estimate < -0.5 && own.sentence.contains("severity moved"),
        "{}",
        own.sentence
    );
    assert_eq!(own.after_debrief, None, "nothing was submitted after one");
    assert!(found.basis.contains("No scorecard was submitted or amended after"), "{}", found.basis);
    // Cy's deviations are Bo's turned round, so that within raters nothing is left.
    assert!(found.all.over_order.unwrap().estimate.abs() < 1e-9);
}

#[test]
fn what_is_submitted_after_the_debrief_is_told_from_what_was_before() {
    let panel = Panel::new(&[]);
    let (store, owner) = (&panel.bench.store, panel.bench.owner);
    for application in 0..4 {
        let day = 3 + i64::try_from(application).unwrap();
        panel.give_at((1, application, 0, &[3]), day, 60);
        if application > 1 {
            applications::move_to(
                store,
                owner,
                at(20_000),
                panel.applications[application],
                Stage::Debrief,
                "",
            )
            .unwrap();
        }
        panel.give_at((0, application, 0, if application > 1 { &[5] } else { &[3] }), day + 14, 60);
        panel.give_at((2, application, 0, if application > 1 { &[4] } else { &[3] }), day, 60);
    }
    let found = read(&panel);
    assert!(found.basis.contains("2 were submitted or amended after"), "{}", found.basis);
    let effect = found.all.after_debrief.unwrap();
    assert!(effect.estimate > 1.0 && effect.interviews == 12, "{effect:?}");
    assert!(found.own.unwrap().after_debrief.is_none(), "four interviews are too few");
}

#[test]
fn without_times_the_order_of_interviews_is_unknown() {
    let panel = Panel::new(&[(0, 0, 0, &[5]), (1, 0, 0, &[3])]);
    let found = read(&panel);
    assert!(found.basis.contains("2 have no time"), "{}", found.basis);
    assert_eq!(
        (found.all.over_order, found.all.sentence.as_str()),
        (None, "Too few interviews to see any drift.")
    );
}
