//! An order that turns no two who cannot be compared.

use crate::words::listed;

/// For each of so many rows the lowest of those that it is linked with, directly or through others.
pub fn components(count: usize, links: impl IntoIterator<Item = (usize, usize)>) -> Vec<usize> {
    let mut first: Vec<usize> = (0..count).collect();
    for (a, b) in links {
        let (a, b) = (first[a], first[b]);
        if a != b {
            first.iter_mut().filter(|one| **one == a.max(b)).for_each(|one| *one = a.min(b));
        }
    }
    first
}

/// The order by `totals` as far as it can be told: the one by `plain`, in which somebody moves up past whoever stands just above
/// only where both can be compared and the total is the greater one. So a pair that cannot be compared stands as `plain` has it,
/// every pair that is turned can be compared and is turned by its totals, and of neighbours who can be compared the greater total
/// is ahead. Equal ones keep their order.
///
/// Who can be compared need not go through others: A with B and B with C, and not A with C. By pairs alone that could be a circle;
/// there is none here, since candidates are put in one after another, best plain score first, and nobody goes around somebody
/// who is in the way. What that costs: two who can be compared stay as `plain` has them, whatever their totals, where one stands
/// between them whom either cannot pass.
pub fn where_comparable(
    plain: &[f64],
    totals: &[f64],
    comparable: impl Fn(usize, usize) -> bool,
) -> Vec<usize> {
    let mut by_plain: Vec<usize> = (0..plain.len()).collect();
    by_plain.sort_by(|a, b| plain[*b].total_cmp(&plain[*a]));
    let mut order: Vec<usize> = Vec::with_capacity(plain.len());
    for one in by_plain {
        let passes = |above: &&usize| comparable(**above, one) && totals[one] > totals[**above];
        let passed = order.iter().rev().take_while(passes).count();
        order.insert(order.len() - passed, one);
    }
    order
}

/// Who cannot be compared with whom, in a sentence; `None` where everybody can. Takes names, and whether two can be compared.
pub fn untold(names: &[String], comparable: impl Fn(usize, usize) -> bool) -> Option<String> {
    let pairs = || (0..names.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    let apart: Vec<(usize, usize)> = pairs().filter(|(a, b)| !comparable(*a, *b)).collect();
    if apart.is_empty() {
        return None;
    }
    let set = components(names.len(), pairs().filter(|(a, b)| comparable(*a, *b)));
    let named = |of: &dyn Fn(usize) -> bool| {
        listed(&(0..names.len()).filter(|at| of(*at)).map(|at| names[at].clone()).collect::<Vec<_>>())
    };
    let heads: Vec<usize> = (0..names.len()).filter(|at| set[*at] == *at).collect();
    let who = if apart.iter().all(|(a, b)| set[*a] != set[*b]) {
        let sets: Vec<String> = heads.iter().map(|head| named(&|at| set[at] == *head)).collect();
        format!("No rater links these to each other: {}.", sets.join("; "))
    } else {
        let shown = apart.iter().take(NAMED).map(|(a, b)| format!("{} and {}", names[*a], names[*b]));
        let more = match apart.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!("; and {more} more pairs"),
        };
        format!("No rater links {}{more}.", shown.collect::<Vec<_>>().join("; "))
    };
    Some(format!("{who} Between them the order goes by plain scores alone, and does not say who is better."))
}

/// So many pairs are named.
const NAMED: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn who_stands_apart_keeps_the_place_and_is_passed_by_nobody() {
        // The third stands apart, on the second place of the plain order.
        let (plain, totals) = ([4.0, 3.0, 3.5, 2.0], [3.2, 3.8, 3.5, 2.5]);
        let all = where_comparable(&plain, &totals, |_, _| true);
        assert_eq!(all, [1, 2, 0, 3], "by the totals where everybody can be compared");
        // The second is above the first by its total, but the third stands between, and stood behind the first.
        assert_eq!(where_comparable(&plain, &totals, |a, b| a != 2 && b != 2), [0, 2, 1, 3]);
        let totals = [3.2, 3.8, 3.5, 3.9];
        assert_eq!(where_comparable(&plain, &totals, |_, _| true), [3, 1, 2, 0]);
        assert_eq!(where_comparable(&plain, &totals, |a, b| a != 2 && b != 2), [0, 2, 3, 1]);
        assert_eq!(where_comparable(&plain, &totals, |_, _| false), [0, 2, 1, 3], "nobody can be compared");
        assert!(where_comparable(&[], &[], |_, _| true).is_empty());
    }

    #[test]
    fn a_third_who_can_be_compared_with_both_orders_no_two_who_cannot() {
        // By their totals the last is first; it can be compared with the second alone.
        let (plain, totals) = ([4.0, 3.0, 2.0], [1.0, 2.0, 3.0]);
        assert_eq!(where_comparable(&plain, &totals, |a, b| a + b != 2), [1, 0, 2]);
    }

    proptest! {
        #[test]
        fn no_pair_is_turned_that_cannot_be_compared(
            (plain, totals, bits) in (0_usize..9).prop_flat_map(|count| (
                prop::collection::vec((0_u8..6).prop_map(f64::from), count),
                prop::collection::vec((0_u8..6).prop_map(f64::from), count),
                prop::collection::vec(any::<bool>(), count * count),
            ))
        ) {
            let count = plain.len();
            let comparable = |a: usize, b: usize| bits[a.min(b) * count + a.max(b)];
            let place = |order: &[usize], one| order.iter().position(|other| *other == one);
            let before = where_comparable(&plain, &plain, |_, _| true);
            let found = where_comparable(&plain, &totals, comparable);
            prop_assert_eq!(found.len(), count);
            for (at, ahead) in before.iter().enumerate() {
                for behind in &before[at + 1..] {
                    let turned = place(&found, *behind) < place(&found, *ahead);
                    prop_assert!(!turned || comparable(*ahead, *behind) && totals[*behind] > totals[*ahead]);
                }
            }
            for pair in found.windows(2).filter(|pair| comparable(pair[0], pair[1])) {
                prop_assert!(totals[pair[0]] >= totals[pair[1]], "{:?}", found);
            }
            let all = where_comparable(&plain, &totals, |_, _| true);
            prop_assert!(all.windows(2).all(|pair| totals[pair[0]] >= totals[pair[1]]));
        }
    }

    #[test]
    fn who_cannot_be_compared_is_named_by_sets_or_by_pairs() {
        let names = ["Ana", "Bea", "Cai"].map(str::to_owned);
        assert_eq!(untold(&names, |_, _| true), None);
        let sets = untold(&names, |a, b| a != 2 && b != 2).unwrap();
        assert!(
            sets.starts_with("No rater links these to each other: Ana and Bea; Cai. Between them"),
            "{sets}"
        );
        let pairs = untold(&names, |a, b| a + b != 2).unwrap();
        assert!(
            pairs.starts_with("No rater links Ana and Cai. Between them the order goes by plain"),
            "{pairs}"
        );
    }

    #[test]
    fn links_go_through_others() {
        assert_eq!(components(5, [(3, 1), (4, 3)]), [0, 1, 2, 1, 1]);
    }
}
