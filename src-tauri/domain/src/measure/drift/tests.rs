use super::super::random::Draws;
use super::super::ratings::{Rating, Ratings};
use super::*;

/// Interviews of (unit, rater, score, held).
fn held(rows: &[(usize, usize, f64, i64)]) -> Vec<Held> {
    let one = |(unit, rater, score, at): &(usize, usize, f64, i64)| Held {
        unit: format!("C{unit:02}"),
        rater: format!("R{rater}"),
        score: *score,
        held: Some(*at),
        ..Held::default()
    };
    rows.iter().map(one).collect()
}

fn of(found: &Drifts, rater: usize) -> &Drift {
    &found.raters.iter().find(|(name, _)| *name == format!("R{rater}")).unwrap().1
}

#[test]
fn a_common_slope_by_hand() {
    // Two raters in opposite orders: their differences 0, 1, 1, 2, 3 go with the distances -4, -2, 0, 2, 4 of their places, at
    // half of the slope 0.7, with half of the error sqrt(0.1 / 10), and t(3) = 3.182.
    let rows: Vec<_> = [0.0, 1.0, 1.0, 2.0, 3.0]
        .iter()
        .zip(0..)
        .flat_map(|(apart, at)| [(at as usize, 0, 3.0 + apart, at), (at as usize, 1, 3.0, 4 - at)])
        .collect();
    let found = drift(&held(&rows));
    let order = found.all.over_order.unwrap();
    assert!((order.estimate - 0.35).abs() < 1e-9, "{order:?}");
    assert!(
        (order.ci95.1 - order.estimate - 3.182_446 * 0.05).abs() < 1e-5 && order.interviews == 10,
        "{order:?}"
    );
    assert!(order.p < 0.01 && found.all.sentence.contains("severity moved over the interviews"), "{found:?}");
    // Only the sum of both slopes is told.
    assert_eq!((of(&found, 0).over_order, &of(&found, 0).untold), (None, &vec![Way::OverOrder]));
    assert!(
        of(&found, 1)
            .sentence
            .contains("one of the two raters moved over the interviews, and the data cannot tell which")
    );
}

/// One grows stricter beside a steady one, in one order: neither is named.
#[test]
fn of_two_in_one_order_the_data_cannot_tell_who_moved() {
    let base = [3.0, 4.0, 3.0, 2.0, 4.0, 3.0, 4.0, 3.0, 4.0, 3.0, 4.0, 3.0];
    let rows: Vec<_> = base
        .iter()
        .zip(0..)
        .flat_map(|(base, at)| {
            let slip = if at % 5 == 2 { 0.3 } else { 0.0 };
            [(at as usize, 0, base - slip, at), (at as usize, 1, base + 1.0 - 0.2 * at as f64, at)]
        })
        .collect();
    let found = drift(&held(&rows));
    assert!(found.all.over_order.is_none() && found.all.untold.contains(&Way::OverOrder), "{found:?}");
    for one in [&found.all, of(&found, 0), of(&found, 1)] {
        assert!(
            one.sentence
                .starts_with("Look again: one of the two raters moved over the interviews, and the data"),
            "{one:?}"
        );
        assert!(!one.sentence.contains("severity moved"), "{one:?}");
    }
}

/// Raters of a round: candidate c by raters c and c + 1, each in an order of their own.
fn round(draws: &mut Draws, raters: usize, per: usize, drift: impl Fn(usize, usize) -> f64) -> Vec<Held> {
    let candidates = raters * per / 2;
    let mut slots = vec![Vec::new(); raters];
    (0..candidates)
        .for_each(|c| [c % raters, (c + 1) % raters].iter().for_each(|rater| slots[*rater].push(c)));
    let levels: Vec<f64> = (0..candidates).map(|_| 0.7 * draws.normal()).collect();
    let mut rows = Vec::new();
    for (rater, slot) in slots.iter_mut().enumerate() {
        (1..slot.len()).rev().for_each(|at| slot.swap(at, draws.below(at + 1)));
        let leniency = 0.4 * draws.normal();
        for (place, candidate) in slot.iter().enumerate() {
            let score = 3.0 + levels[*candidate] + leniency + 0.5 * draws.normal() + drift(rater, place);
            rows.push((*candidate, rater, score, place as i64));
        }
    }
    held(&rows)
}

#[test]
fn the_one_who_moves_is_named_and_nobody_else() {
    let mut draws = Draws::new(4);
    let found =
        drift(&round(&mut draws, 3, 12, |rater, place| if rater == 1 { -0.3 * place as f64 } else { 0.0 }));
    assert!(
        of(&found, 1).sentence.starts_with("Look again: severity moved over the interviews"),
        "{found:?}"
    );
    let order = of(&found, 1).over_order.unwrap();
    assert!(order.ci95.0 < -0.3 && -0.3 < order.ci95.1, "{order:?}");
    for steady in [0, 2] {
        assert!(of(&found, steady).sentence.starts_with("No drift"), "{:?}", of(&found, steady));
    }
}

#[test]
fn where_nobody_moves_an_alarm_is_rare() {
    let mut draws = Draws::new(9);
    let (mut all, mut any) = (0, 0);
    for _ in 0..200 {
        let found = drift(&round(&mut draws, 4, 10, |_, _| 0.0));
        all += usize::from(found.all.sentence.starts_with("Look again"));
        any += usize::from(found.raters.iter().any(|(_, one)| one.sentence.starts_with("Look again")));
    }
    assert!(all <= 16 && any <= 18, "{all} and {any} of 200");
}

#[test]
fn a_strict_rater_who_comes_late_is_no_drift() {
    let mut draws = Draws::new(2);
    let mut rows = Vec::new();
    for unit in 0..8_usize {
        let (level, at) = (2.0 + (unit % 3) as f64, unit as i64);
        rows.push((unit, 0, level + 0.1 * draws.normal(), at));
        rows.push((unit, 1, level - 1.0 + 0.1 * draws.normal(), 17 - at));
    }
    let found = drift(&held(&rows)).all.over_order.unwrap();
    assert!(found.estimate.abs() < 0.1 && found.p > 0.05, "{found:?}");
}

#[test]
fn too_few_or_constant_say_nothing() {
    assert_eq!(drift(&[]).all.over_order, None);
    assert!(drift(&held(&[(0, 0, 3.0, 0), (0, 1, 4.0, 0)])).all.sentence.starts_with("Too few"));
    let flat: Vec<_> = (0..8).flat_map(|at| [(at, 0, 3.0, at as i64), (at, 1, 3.0, 8 - at as i64)]).collect();
    let flat = drift(&held(&flat));
    assert_eq!((flat.all.over_order, flat.all.interviews), (None, 16));
    let alone: Vec<_> = (0..8).map(|at| (at, 0, 3.0, at as i64)).collect();
    assert_eq!(drift(&held(&alone)).all.interviews, 0, "nobody else saw them");
}

#[test]
fn scores_are_of_what_others_rated_too() {
    let row = |candidate: &str, rater: &str, criterion: &str, score: f64| Rating {
        candidate: candidate.into(),
        rater: rater.into(),
        criterion: criterion.into(),
        score,
    };
    let rows = [
        row("A", "R", "K", 5.0),
        row("A", "R", "L", 1.0),
        row("A", "S", "K", 3.0),
        row("A", "S", "L", 2.0),
        row("A", "T", "K", 4.0),
        row("B", "R", "K", 2.0),
    ];
    let ratings = Ratings::new(&rows, &[("K".into(), 3.0), ("L".into(), 1.0)], (1.0, 5.0)).unwrap();
    let found = shared(&ratings);
    assert_eq!(found.len(), 3, "nobody else saw B: {found:?}");
    // K has the mean 3.5, L 1.5, all 17 / 6.
    let near = |at: usize, expected: f64| {
        assert!((found[at].score - 17.0 / 6.0 - expected).abs() < 1e-12, "{found:?}")
    };
    near(0, 0.75 * 1.5 - 0.25 * 0.5);
    near(1, -0.75 * 0.5 + 0.25 * 0.5);
    near(2, 0.5);
}

/// Two raters see the candidates in orders that differ by one exchange; the second differs from the first by so much of a slip.
fn nearly_one_order(slip: f64) -> Vec<(usize, usize, f64, i64)> {
    let score = [3.0, 4.0, 2.0, 4.0, 3.0, 2.0, 3.0, 4.0];
    let slips = [0.5, 0.0, -0.5, 0.0, 1.0, 0.0, 0.0, -0.5];
    let order = [0, 1, 2, 3, 4, 5, 7, 6];
    (0..8)
        .flat_map(|at| [(at, 0, score[at], at as i64), (at, 1, score[at] + slip * slips[at], order[at])])
        .collect()
}

/// A common slope is nearly the candidates' own.
#[test]
fn of_nearly_one_order_no_common_slope_is_said() {
    let found = drift(&held(&nearly_one_order(1.0))).all;
    assert_eq!((found.over_order, &found.untold, &found.too_wide), (None, &vec![], &vec![Way::OverOrder]));
    assert!(!found.sentence.contains("Too few"), "{}", found.sentence);
    assert_eq!(
        Way::OverOrder.unknown(&found.unordered, &found.untold, &found.too_wide),
        "too uncertain to say"
    );
    // The same scores in opposite orders say something.
    let rows = nearly_one_order(1.0).into_iter();
    let rows: Vec<_> = rows.map(|(c, r, y, at)| (c, r, y, if r == 0 { at } else { 7 - at })).collect();
    let wide = drift(&held(&rows)).all.over_order.unwrap();
    assert!(wide.ci95.1 - wide.ci95.0 < 1.0, "{wide:?}");
}

/// Over the seven steps from the first interview to the last: what is as wide as the scale from end to end is said, what is wider
/// is not, though no half of it is.
#[test]
fn an_interval_wider_than_the_scale_is_not_said() {
    let said = drift(&held(&nearly_one_order(0.3))).all;
    let width = said.over_order.map(|one| 7.0 * (one.ci95.1 - one.ci95.0)).unwrap();
    assert!((3.0..4.0).contains(&width) && said.too_wide.is_empty(), "{said:?}");
    // A slip of a third more is a third wider: 5.0, each half of it 2.5.
    let wide = drift(&held(&nearly_one_order(0.4))).all;
    assert_eq!((wide.over_order, wide.too_wide), (None, vec![Way::OverOrder]));
}

/// A drift that is found is one, though by how much cannot be said.
#[test]
fn a_drift_too_wide_to_say_how_much_is_no_lack_of_interviews() {
    let order = [0, 1, 2, 3, 5, 4];
    let second = [3.25, 3.0, 2.75, 3.25, 4.0, 2.0];
    let rows: Vec<_> = (0..6).flat_map(|c| [(c, 0, 3.0, c as i64), (c, 1, second[c], order[c])]).collect();
    let found = drift(&held(&rows));
    assert_eq!((found.all.over_order, &found.all.untold), (None, &vec![]));
    assert!(found.all.sentence.starts_with("Look again: one of the two raters moved"), "{found:?}");
    for rater in [0, 1] {
        let one = of(&found, rater);
        assert_eq!((one.over_order, &one.too_wide), (None, &vec![Way::OverOrder]));
        assert_eq!(
            one.sentence,
            "Look again: severity moved over the interviews, by how much cannot be said."
        );
    }
}

/// Two raters on days of two interviews each, in opposite orders; the second grows stricter by so much a day.
fn by_days(names: &[usize], slope: f64) -> Vec<Held> {
    let score = [3.0, 4.0, 2.0, 4.0, 3.0, 2.0, 3.0, 4.0];
    let mut rows: Vec<_> = (0..8)
        .flat_map(|at| {
            let (day, slip) = (at as i64 / 2, if at % 3 == 0 { 0.3 } else { 0.0 });
            [
                (names[at], 0, score[at], day),
                (names[at], 1, score[at] + slip - slope * (3 - day) as f64, 3 - day),
            ]
        })
        .collect();
    // As they come from ratings: by name.
    rows.sort_by_key(|row| row.0);
    held(&rows)
}

#[test]
fn of_interviews_of_one_day_no_order_is_made_up() {
    let mut draws = Draws::new(3);
    let mut names: Vec<usize> = (0..8).collect();
    let close = |a: &Option<Effect>, b: &Option<Effect>| match (a, b) {
        (Some(a), Some(b)) => (a.estimate - b.estimate).abs() < 1e-9 && (a.p - b.p).abs() < 1e-9,
        (a, b) => a.is_none() && b.is_none(),
    };
    for slope in [0.0, 0.4] {
        let expected = drift(&by_days(&names, slope));
        assert!(expected.all.over_order.is_some(), "{expected:?}");
        assert_eq!(
            (expected.all.contrast, &expected.all.unordered),
            (None, &vec![Way::Contrast]),
            "who was before"
        );
        for _ in 0..20 {
            (1..8).rev().for_each(|at| names.swap(at, draws.below(at + 1)));
            let found = drift(&by_days(&names, slope));
            assert_eq!(found.all.sentence, expected.all.sentence, "{names:?}");
            assert!(close(&found.all.over_order, &expected.all.over_order), "{found:?} {expected:?}");
            for ((_, one), (_, other)) in found.raters.iter().zip(&expected.raters) {
                assert_eq!(one.sentence, other.sentence, "{names:?}");
                assert!(close(&one.over_order, &other.over_order));
            }
        }
    }
}

#[test]
fn where_all_were_held_at_one_time_the_order_is_not_known() {
    let rows: Vec<_> = (0..8).flat_map(|at| [(at, 0, 3.0 + (at % 2) as f64, 5), (at, 1, 4.0, 5)]).collect();
    let found = drift(&held(&rows));
    for one in [&found.all, of(&found, 0), of(&found, 1)] {
        assert_eq!(
            (one.over_order, one.contrast, &one.unordered),
            (None, None, &vec![Way::OverOrder, Way::Contrast])
        );
        assert_eq!(
            Way::OverOrder.unknown(&one.unordered, &one.untold, &one.too_wide),
            "the order is not known"
        );
        assert!(one.sentence.contains("The order of the interviews is not known"), "{}", one.sentence);
    }
    // Who held one alone has no order to know.
    let one = drift(&held(&[(0, 0, 3.0, 0), (0, 1, 4.0, 0)]));
    assert_eq!(one.all.unordered, []);
}

#[test]
fn places_of_one_time_are_shared_and_who_was_before_is_known_or_not_said() {
    let rows = held(&[(0, 0, 3.0, 1), (1, 0, 3.0, 2), (2, 0, 3.0, 2), (3, 0, 3.0, 4), (4, 0, 3.0, 5)]);
    let found = along(&rows.iter().collect::<Vec<_>>(), &[0; 5], Way::OverOrder);
    let places: Vec<f64> = found.iter().filter_map(|one| one.place).collect();
    assert_eq!(places, [0.0, 1.5, 1.5, 3.0, 4.0]);
    let before: Vec<Option<usize>> = found.iter().map(|one| one.before).collect();
    assert_eq!(before, [None, None, None, None, Some(3)]);
}

#[test]
fn how_often_chance_shows_as_much_is_said_of_whatever_a_verdict_is_given_of() {
    let said = |p, interviews| Effect { estimate: 0.1, ci95: (0.0, 0.2), p, interviews }.chance();
    let found = [0.0004, 0.0012, 0.004, 0.0096, 0.031, 0.42].map(|p| said(p, 40));
    let expected = [
        "less than once in 1000",
        "once in 1000",
        "4 times in 1000",
        "once in 100",
        "3 times in 100",
        "42 times in 100",
    ];
    assert_eq!(found, expected);
    assert_eq!(said(0.031, LEAST), "3 times in 100, as far as so few show");
}
