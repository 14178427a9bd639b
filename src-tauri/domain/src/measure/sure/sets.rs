//! An order that turns nobody who cannot be compared.

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

/// The order by `totals` as far as it can be told: those who can be compared, directly or through others, share the places
/// that the order by `plain` gives them, and stand on them by their totals. So who cannot be compared with somebody keeps the
/// place that the plain order gave: no total, corrected for what is known of one set only, moves anybody past another set. Equal ones keep their order.
pub fn within_sets(plain: &[f64], totals: &[f64], comparable: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let pairs = (0..plain.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    let set = components(plain.len(), pairs.filter(|(a, b)| comparable(*a, *b)));
    let by = |scores: &[f64]| {
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]));
        order
    };
    let mut left = by(totals);
    let next = |place: usize| {
        let at = left.iter().position(|one| set[*one] == set[place]);
        at.map_or(place, |at| left.remove(at))
    };
    by(plain).into_iter().map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stands_apart_keeps_the_place_and_is_passed_by_nobody() {
        // The third stands apart, on the second place of the plain order.
        let (plain, totals) = ([4.0, 3.0, 3.5, 2.0], [3.2, 3.8, 3.5, 2.5]);
        let all = within_sets(&plain, &totals, |_, _| true);
        assert_eq!(all, [1, 2, 0, 3], "by the totals where everybody can be compared");
        assert_eq!(within_sets(&plain, &totals, |a, b| a != 2 && b != 2), [1, 2, 0, 3]);
        // Its plain score is now between two that are both above it by their totals: it is not passed.
        let totals = [3.2, 3.8, 3.5, 3.6];
        assert_eq!(within_sets(&plain, &totals, |_, _| true), [1, 3, 2, 0]);
        assert_eq!(within_sets(&plain, &totals, |a, b| a != 2 && b != 2), [1, 2, 3, 0]);
        assert_eq!(within_sets(&plain, &totals, |_, _| false), [0, 2, 1, 3], "nobody can be compared");
        assert!(within_sets(&[], &[], |_, _| true).is_empty());
    }

    #[test]
    fn links_go_through_others() {
        assert_eq!(components(5, [(3, 1), (4, 3)]), [0, 1, 2, 1, 1]);
    }
}
