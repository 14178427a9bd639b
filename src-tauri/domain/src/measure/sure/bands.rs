//! Groups of candidates that are not told apart.

/// Groups over `count` rows such that two rows share a band exactly where `alike` says that they are not told apart:
/// a cover of the graph of `alike` by cliques, grown greedily in the order of the rows (Kellerman, *IBM Technical
/// Disclosure Bulletin* 16, 1973). Where all rows are equally sure these are the maximal runs of neighbours.
///
/// Gives for each row the numbers of its bands, ascending; a row told apart from all others has one of its own.
pub fn bands(count: usize, alike: impl Fn(usize, usize) -> bool) -> Vec<Vec<u32>> {
    let mut memberships = vec![Vec::new(); count];
    let mut next = 0;
    for first in 0..count {
        for last in (first..count).rev() {
            if shared(&memberships, first, last) || (first != last && !alike(first, last)) {
                continue;
            }
            if first == last && !memberships[first].is_empty() {
                continue;
            }
            for member in grow(count, first, last, &alike) {
                memberships[member].push(next);
            }
            next += 1;
        }
    }
    in_order(memberships, next)
}

/// The bands renumbered by their members, so that a band with better rows has a smaller number.
fn in_order(mut memberships: Vec<Vec<u32>>, count: u32) -> Vec<Vec<u32>> {
    let members = |band: u32| -> Vec<usize> {
        (0..memberships.len()).filter(|row| memberships[*row].contains(&band)).collect()
    };
    let mut order: Vec<u32> = (0..count).collect();
    order.sort_by_key(|band| members(*band));
    let mut number = vec![0; order.len()];
    for (new, old) in (0..).zip(&order) {
        number[*old as usize] = new;
    }
    for bands in &mut memberships {
        for band in bands.iter_mut() {
            *band = number[*band as usize];
        }
        bands.sort_unstable();
    }
    memberships
}

fn shared(memberships: &[Vec<u32>], a: usize, b: usize) -> bool {
    a != b && memberships[a].iter().any(|band| memberships[b].contains(band))
}

fn grow(count: usize, first: usize, last: usize, alike: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut members = vec![first];
    if last != first {
        members.push(last);
    }
    for other in (0..count).filter(|other| *other != first && *other != last) {
        if members.iter().all(|member| alike(*member, other)) {
            members.push(other);
        }
    }
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_overlap() {
        // Positions 0, 1, 2, 3, 9 on a line; alike within a distance of 2.
        let at = [0_i32, 1, 2, 3, 9];
        let found = bands(5, |a, b| (at[a] - at[b]).abs() <= 2);
        assert_eq!(found, [vec![0], vec![0, 1], vec![0, 1], vec![1], vec![2]]);
    }

    #[test]
    fn a_pair_that_is_not_neighbours_still_shares_a_group() {
        // The last is so unsure that it is like everybody; the first two are told apart.
        let found = bands(3, |a, b| a.max(b) == 2);
        assert_eq!(found, [vec![0], vec![1], vec![0, 1]]);
    }

    #[test]
    fn nobody_and_one() {
        assert!(bands(0, |_, _| true).is_empty());
        assert_eq!(bands(1, |_, _| true), [vec![0]]);
    }

    #[test]
    fn sharing_a_group_is_being_alike_for_every_graph_of_five() {
        let pairs: Vec<(usize, usize)> = (0..5).flat_map(|a| (a + 1..5).map(move |b| (a, b))).collect();
        for graph in 0_u32..1 << pairs.len() {
            let alike = |a: usize, b: usize| {
                pairs
                    .iter()
                    .position(|pair| *pair == (a.min(b), a.max(b)))
                    .is_some_and(|bit| graph >> bit & 1 == 1)
            };
            let found = bands(5, alike);
            let firsts: Vec<u32> = found.iter().map(|bands| bands[0]).collect();
            assert!(firsts[0] == 0, "the best row is in the first band: {found:?}");
            assert!(found.iter().all(|bands| !bands.is_empty()));
            for (a, b) in &pairs {
                assert_eq!(shared(&found, *a, *b), alike(*a, *b), "graph {graph}, pair {a} {b}");
            }
        }
    }
}
