//! How far one weight can move, the others keeping their proportions, before the order changes: weight stability intervals
//! (Mareschal, *European Journal of Operational Research* 33, 1988).

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

/// Pairs of the leader with everybody else.
pub fn leader(sums: &[f64]) -> Vec<(usize, usize)> {
    let Some(first) = best(sums) else { return Vec::new() };
    (0..sums.len()).filter(|other| *other != first).map(|other| (first, other)).collect()
}

/// Neighbours of the order, those of equal sums left out.
pub fn neighbours(sums: &[f64]) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..sums.len()).collect();
    order.sort_by(|a, b| sums[*b].total_cmp(&sums[*a]));
    order.windows(2).map(|pair| (pair[0], pair[1])).filter(|(a, b)| sums[*a] > sums[*b]).collect()
}

/// The first of the highest.
pub fn best(sums: &[f64]) -> Option<usize> {
    (0..sums.len()).reduce(|best, one| if sums[one] > sums[best] { one } else { best })
}
