use assay_domain::measure::drift::{Held, Way, drift as by_hand};
use assay_domain::stage::Stage;

use super::panel::Panel;
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
fn of_two_in_one_order_nobody_is_charged() {
    let panel = growing_strict();
    let found = read(&panel);
    let held: Vec<Held> = [5.0, 5.0, 4.0, 3.0, 3.0, 1.0]
        .iter()
        .zip(0_i64..)
        .flat_map(|(level, at)| [("Bo", *level, at), ("Cy", 3.0, at)])
        .map(|(rater, score, at)| Held {
            unit: format!("{} {}", at / 4, at % 4),
            rater: rater.into(),
            part: (at / 4).to_string(),
            score,
            held: Some(at),
            marked: Some(at),
            after_debrief: Some(false),
        })
        .collect();
    let (own, expected) = (found.own.unwrap(), by_hand(&held));
    assert_eq!((own.interviews, found.all.interviews), (6, 12));
    assert_eq!((&own.sentence, &own.untold), (&expected.raters[0].1.sentence, &expected.raters[0].1.untold));
    // Both saw everybody on the same days: who of the two moved cannot be told, so nobody is charged with it.
    assert!(own.untold.contains(&Way::OverOrder) && found.all.untold.contains(&Way::OverOrder), "{own:?}");
    assert_eq!((own.over_order, found.all.over_order, own.after_debrief), (None, None, None));
    assert!(!own.sentence.contains("severity moved") && !found.all.sentence.contains("severity moved"));
    assert!(found.basis.contains("No scorecard was submitted or amended after"), "{}", found.basis);
}

/// Bo grows stricter over a week that Cy saw backwards, and Di in another order.
#[test]
fn own_movement_is_own_where_others_came_in_other_orders() {
    let panel = Panel::new(&[]);
    let levels: [&'static [u8]; 8] = [&[5], &[5], &[4], &[4], &[3], &[3], &[2], &[2]];
    for (index, level) in (0_usize..).zip(levels) {
        let (application, assessment) = (index % 4, index / 4);
        let day = |place: usize| 3 + i64::try_from(place).unwrap();
        panel.give_at((0, application, assessment, level), day(index), 90);
        panel.give_at((1, application, assessment, &[3]), day(7 - index), 60);
        panel.give_at((2, application, assessment, &[3]), day((3 * index) % 8), 30);
    }
    let found = read(&panel);
    let own = found.own.unwrap();
    assert!(
        own.over_order.as_ref().is_some_and(|one| one.estimate < -0.3) && own.untold.is_empty(),
        "{own:?}"
    );
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
