//! Tests of the order: worked examples and properties.

use proptest::prelude::*;

use super::super::aggregate::{Criterion, Sheet};
use super::*;

/// One assessment with one criterion, rated by some.
fn rated(weight: f64, levels: &[u8]) -> Assessed {
    let sheet = |level: &u8| Sheet { levels: [("c".to_owned(), Some(*level))].into() };
    let criteria = vec![Criterion { id: "c".to_owned(), weight: 1.0 }];
    Assessed { weight, levels: 5, criteria, sheets: levels.iter().map(sheet).collect() }
}

fn single(levels: &[u8]) -> Vec<Assessed> {
    vec![rated(1.0, levels)]
}

fn indexes(order: &Order) -> Vec<usize> {
    order.rows.iter().map(|row| row.index).collect()
}

fn groups_of(order: &Order) -> Vec<Vec<u32>> {
    order.rows.iter().map(|row| row.groups.clone()).collect()
}

#[test]
fn the_variance_is_pooled_within_cells() {
    // Deviations: 0.5 twice; 1, 0, 1: (0.5 + 2) / (1 + 2).
    let found = rater_variance(&[single(&[2, 3]), single(&[1, 2, 3]), single(&[5])]).unwrap();
    assert_eq!((found.variance, found.degrees), (2.5 / 3.0, 3.0));
}

#[test]
fn the_standard_error_follows_the_formula() {
    let plan = vec![rated(0.3, &[2, 3]), rated(0.3, &[4]), rated(0.4, &[])];
    let result = application(&plan);
    let expected = (0.25 * 0.5 / 2.0 + 0.25 * 0.5 + 0.16 * 16.0 / 12.0_f64).sqrt();
    assert!((standard_error(&plan, &result, 0.5) - expected).abs() < 1e-12);
}

#[test]
fn the_probability_is_that_of_the_difference() {
    let many: Vec<_> = (0..200).map(|_| single(&[2, 3])).chain([single(&[4, 4]), single(&[5, 4])]).collect();
    let order = Order::of(&many);
    let estimate = order.rater_variance.unwrap();
    let error = (estimate.variance / 2.0 * 2.0).sqrt();
    let found = order.probability_ahead(0, 1).unwrap();
    assert!((found - phi(0.5 / error)).abs() < 2e-3, "{found}");
    assert!((found + order.probability_ahead(1, 0).unwrap() - 1.0).abs() < 1e-12);
    assert_eq!(order.probability_ahead(0, 999), None);
}

#[test]
fn without_two_raters_everybody_is_one_group() {
    let order = Order::of(&[single(&[1]), single(&[5]), single(&[3])]);
    assert_eq!((order.note, order.rater_variance), (OrderNote::TooFewRaters, None));
    assert_eq!(indexes(&order), [1, 2, 0]);
    assert_eq!(groups_of(&order), [[0], [0], [0]]);
    assert!(order.rows.iter().all(|row| row.interval.is_none() && row.standard_error.is_none()));
}

#[test]
fn raters_who_always_agree_do_not_make_the_order_certain() {
    let order = Order::of(&[single(&[3, 3]), single(&[3, 3]), single(&[4, 4])]);
    assert_eq!(order.note, OrderNote::NoDisagreement);
    assert_eq!(groups_of(&order), [[0], [0], [0]]);
}

#[test]
fn nobody_and_nothing_scored() {
    assert_eq!(Order::of(&[]).note, OrderNote::NothingScored);
    let order = Order::of(&[single(&[]), vec![]]);
    assert_eq!(order.note, OrderNote::NothingScored);
    assert_eq!(groups_of(&order), [vec![], Vec::<u32>::new()]);
}

#[test]
fn whoever_has_no_score_comes_last_and_in_no_group() {
    let order = Order::of(&[single(&[]), single(&[2, 3]), single(&[4, 5])]);
    assert_eq!(indexes(&order), [2, 1, 0]);
    assert!(order.rows[2].groups.is_empty() && order.rows[2].interval.is_none());
}

#[test]
fn clear_differences_are_told_apart_and_near_ones_overlap() {
    let strong = vec![5, 5, 5, 4, 5, 5];
    let middle = vec![4, 4, 5, 4, 4, 5];
    let lower = vec![4, 4, 4, 5, 4, 4];
    let weak = vec![1, 2, 1, 1, 1, 1];
    let order = Order::of(&[single(&weak), single(&lower), single(&middle), single(&strong)]);
    assert_eq!(indexes(&order), [3, 2, 1, 0]);
    assert_eq!(order.note, OrderNote::Estimated);
    let found = groups_of(&order);
    assert!(found[3].iter().all(|group| !found[2].contains(group)), "the weakest stands alone: {found:?}");
    assert!(!order.told_apart(1, 2) && found[1].iter().any(|group| found[2].contains(group)));
}

#[test]
fn few_degrees_of_freedom_widen_and_the_scale_clips() {
    let few = Order::of(&[single(&[4, 5]), single(&[2])]);
    assert_eq!(few.rows[0].interval, Some((1.0, 5.0)), "one pair of raters says almost nothing");
    let many: Vec<_> = (0..100).map(|_| single(&[2, 3])).collect();
    let (low, high) = Order::of(&many).rows[0].interval.unwrap();
    assert!((2.5 - low - 1.96 * 0.5).abs() < 0.02 && (high - 2.5 - 1.96 * 0.5).abs() < 0.02, "{low} {high}");
}

#[test]
fn less_coverage_is_less_sure() {
    let order = Order::of(&[
        vec![rated(1.0, &[3, 4]), rated(1.0, &[])],
        vec![rated(1.0, &[3, 4]), rated(1.0, &[4, 3])],
    ]);
    assert_eq!(order.rows[0].result.score, order.rows[1].result.score);
    assert!(order.rows[0].standard_error > order.rows[1].standard_error);
}

fn any_role() -> impl Strategy<Value = Vec<Vec<Assessed>>> {
    let ratings = || prop::collection::vec(1_u8..=5, 0..4);
    let plan = (ratings(), ratings()).prop_map(|(one, two)| vec![rated(60.0, &one), rated(40.0, &two)]);
    prop::collection::vec(plan, 0..9)
}

proptest! {
    #[test]
    fn two_share_a_group_exactly_where_they_are_not_told_apart(role in any_role()) {
        let order = Order::of(&role);
        let scored = order.rows.iter().filter(|row| row.result.score.is_some()).count();
        for a in 0..scored {
            prop_assert!(!order.rows[a].groups.is_empty());
            for b in a + 1..scored {
                let share = order.rows[a].groups.iter().any(|group| order.rows[b].groups.contains(group));
                prop_assert_eq!(share, !order.told_apart(a, b));
            }
        }
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(role in any_role()) {
        let mut turned = role.clone();
        turned.reverse();
        let (one, other) = (Order::of(&role), Order::of(&turned));
        prop_assert_eq!(one.note, other.note);
        for row in &one.rows {
            let twin = other.rows.iter().find(|twin| twin.index == role.len() - 1 - row.index).unwrap();
            prop_assert_eq!(row.result.score.map(f64::to_bits), twin.result.score.map(f64::to_bits));
            prop_assert_eq!(row.interval, twin.interval);
        }
    }

    #[test]
    fn adding_a_weak_candidate_swaps_nobody(role in any_role()) {
        let before = Order::of(&role);
        let mut more = role.clone();
        more.push(vec![rated(60.0, &[1, 1]), rated(40.0, &[1])]);
        let after: Vec<usize> = indexes(&Order::of(&more)).into_iter().filter(|index| *index < role.len()).collect();
        prop_assert_eq!(indexes(&before), after);
    }

    #[test]
    fn intervals_hold_the_score_and_lie_on_the_scale(role in any_role()) {
        for row in Order::of(&role).rows {
            if let (Some((low, high)), Some(score)) = (row.interval, row.result.score) {
                prop_assert!(SCALE.0 <= low && low <= score + 1e-12 && score <= high + 1e-12 && high <= SCALE.1);
            }
        }
    }

    #[test]
    fn equal_scores_are_never_told_apart(levels in prop::collection::vec(1_u8..=5, 2..5), many in 2_usize..6) {
        let order = Order::of(&vec![single(&levels); many]);
        prop_assert!(groups_of(&order).iter().all(|groups| *groups == [0]));
    }
}
