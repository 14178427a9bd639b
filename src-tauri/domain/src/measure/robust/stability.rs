//! How far one weight can move, the others keeping their proportions, before the order changes: weight stability intervals
//! (Mareschal, *European Journal of Operational Research* 33, 1988). The order is a ranking with its ties: it changes where two pass
//! each other, and where two who are equal no longer are. So where two are equal at the chosen weights only, there is no room.

/// For each criterion the interval of its weight, around the chosen one, in which no pair of `keep` (first is at least as
/// high as second) turns. Weights sum to one.
///
/// With the weight at t the others are `(1 - t) w_j / (1 - w_i)`, and a difference of two sums is linear in t.
pub fn intervals(scores: &[Vec<f64>], weights: &[f64], keep: &[(usize, usize)]) -> Vec<(f64, f64)> {
    (0..weights.len()).map(|criterion| interval(scores, weights, keep, criterion)).collect()
}

fn interval(scores: &[Vec<f64>], weights: &[f64], keep: &[(usize, usize)], criterion: usize) -> (f64, f64) {
    let chosen = weights[criterion];
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    for (first, second) in keep {
        let difference = |i: usize| scores[*first][i] - scores[*second][i];
        let rest = rest(weights, criterion, difference);
        let slope = difference(criterion) - rest;
        if slope.abs() <= ROUNDING {
            // As far apart at every weight of this criterion.
            continue;
        }
        let turn = -rest / slope;
        // Where the pair is equal by now, the turn is here, but for rounding.
        if slope > 0.0 && turn > low {
            low = turn.min(chosen);
        } else if slope < 0.0 && turn < high {
            high = turn.max(chosen);
        }
    }
    (low, high)
}

/// Slopes this flat are none but for rounding: scores are of the order of one.
const ROUNDING: f64 = 1e-12;

/// The difference with this weight at 0: over the others in proportion, or equally where they have no weight.
fn rest(weights: &[f64], criterion: usize, difference: impl Fn(usize) -> f64) -> f64 {
    let others = || (0..weights.len()).filter(|i| *i != criterion);
    let all: f64 = others().map(|i| weights[i]).sum();
    if all > 0.0 {
        others().map(|i| weights[i] * difference(i)).sum::<f64>() / all
    } else {
        others().map(&difference).sum::<f64>() / others().count().max(1) as f64
    }
}

/// Pairs of the leader with everybody else. Who has equal sums leads together, and each of them with those beneath is a pair.
pub fn leader(sums: &[f64]) -> Vec<(usize, usize)> {
    let Some(first) = best(sums) else { return Vec::new() };
    let leads = |one: &usize| equal(sums[first], sums[*one]);
    let beneath = || (0..sums.len()).filter(|one| !leads(one));
    (0..sums.len()).filter(leads).flat_map(|one| beneath().map(move |other| (one, other))).collect()
}

/// What makes the ranking: everybody with those of the next lower sum, and of those with equal sums each with the next both ways
/// round, since neither may pass the other.
pub fn ranking(sums: &[f64]) -> Vec<(usize, usize)> {
    let ties = levels(sums);
    let pairs = |pair: &[Vec<usize>]| -> Vec<(usize, usize)> {
        pair[0].iter().flat_map(|first| pair[1].iter().map(move |second| (*first, *second))).collect()
    };
    let level = |tie: &Vec<usize>| -> Vec<(usize, usize)> {
        tie.windows(2).flat_map(|pair| [(pair[0], pair[1]), (pair[1], pair[0])]).collect()
    };
    ties.windows(2).flat_map(pairs).chain(ties.iter().flat_map(level)).collect()
}

/// Best first, those together whose sums are equal but for rounding.
pub fn levels(sums: &[f64]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..sums.len()).collect();
    order.sort_by(|a, b| sums[*b].total_cmp(&sums[*a]));
    order.chunk_by(|a, b| equal(sums[*a], sums[*b])).map(<[usize]>::to_vec).collect()
}

/// Equal but for the rounding of the sums.
fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(1.0)
}

/// The first of the highest.
pub fn best(sums: &[f64]) -> Option<usize> {
    (0..sums.len()).reduce(|best, one| if sums[one] > sums[best] { one } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leads_together_turns_no_order_of_their_own() {
        let (scores, weights) = ([vec![3.0, 4.0], vec![2.0, 5.0], vec![1.0, 2.0]], [0.5, 0.5]);
        let sums = [3.5, 3.5, 1.5];
        assert_eq!(leader(&sums), [(0, 2), (1, 2)]);
        assert_eq!(intervals(&scores, &weights, &leader(&sums)), [(0.0, 1.0), (0.0, 1.0)]);
    }

    #[test]
    fn a_tie_that_is_broken_is_a_change() {
        // The second and the third are level at 3.5, and nowhere else on the way of any weight.
        let scores =
            [[5.0, 4.0, 4.0], [1.0, 5.0, 4.0], [2.0, 2.0, 5.0], [4.0, 4.0, 2.0]].map(|row| row.to_vec());
        let (sums, weights) = ([4.25, 3.5, 3.5, 3.0], [0.25, 0.25, 0.5]);
        assert_eq!(ranking(&sums), [(0, 1), (0, 2), (1, 3), (2, 3), (1, 2), (2, 1)]);
        for ((low, high), weight) in intervals(&scores, &weights, &ranking(&sums)).into_iter().zip(weights) {
            assert!((low - weight).abs() < 1e-12 && (high - weight).abs() < 1e-12, "{low} to {high}");
        }
        // By themselves, without the tie: the third is overtaken by the last at a weight of 5/14.
        let found = intervals(&scores, &weights, &[(0, 1), (0, 2), (1, 3), (2, 3)]);
        assert!((found[0].1 - 5.0 / 14.0).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn a_tie_that_no_weight_breaks_leaves_room() {
        let scores = [vec![4.0, 3.0], vec![4.0, 3.0], vec![2.0, 4.0]];
        let sums = [3.5, 3.5, 3.0];
        let found = intervals(&scores, &[0.5, 0.5], &ranking(&sums));
        // The last is level with both at a weight of a third.
        assert!((found[0].0 - 1.0 / 3.0).abs() < 1e-12 && found[0].1 == 1.0, "{found:?}");
        // Of three criteria, a tie in two leaves room for the weight of the third, which moves both alike.
        let scores = [vec![4.0, 3.0, 3.0], vec![3.0, 4.0, 3.0]];
        let found = intervals(&scores, &[0.3, 0.3, 0.4], &ranking(&[3.3, 3.3]));
        assert_eq!(found[2], (0.0, 1.0));
        assert!((found[0].0 - 0.3).abs() < 1e-12 && (found[0].1 - 0.3).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn rounding_makes_no_order() {
        assert_eq!(ranking(&[3.6, 0.1 + 3.5, 2.0]), [(0, 2), (1, 2), (0, 1), (1, 0)]);
    }
}
