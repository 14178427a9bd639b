//! How sure an order is, in words: neighbours, groups that are not told apart (law 6).

use serde::Serialize;

use super::order::{SURE, groups};

/// Two neighbours in the order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Neighbours {
    /// The one ahead.
    pub ahead: String,
    /// The one behind.
    pub behind: String,
    /// Probability that they stand in the right order.
    pub probability: f64,
    /// The same in words.
    pub words: String,
    /// Whether the order is sure enough to be shown.
    pub told_apart: bool,
}

/// One candidate in the order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Placed {
    /// Its name.
    pub candidate: String,
    /// Its total.
    pub total: f64,
    /// Groups that it belongs to, from 0 (best); who shares one is not told apart. Groups may overlap.
    pub groups: Vec<u32>,
}

/// An order with how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sureness {
    /// Best first.
    pub order: Vec<Placed>,
    /// Each candidate with the next.
    pub neighbours: Vec<Neighbours>,
    /// Pairs of candidates that are told apart.
    pub pairs_told_apart: usize,
    /// All pairs.
    pub pairs: usize,
}

impl Sureness {
    /// Orders candidates by their totals. `before(a, b)` is the probability that a is truly above b; `comparable(a, b)` whether
    /// the ratings allow the comparison at all.
    pub fn of(
        names: &[String],
        totals: &[f64],
        before: impl Fn(usize, usize) -> f64,
        comparable: impl Fn(usize, usize) -> bool,
    ) -> Sureness {
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by(|a, b| totals[*b].total_cmp(&totals[*a]));
        let apart = |a: usize, b: usize| {
            let p = before(a, b);
            comparable(a, b) && p.max(1.0 - p) >= SURE
        };
        let memberships = groups::groups(order.len(), |a, b| !apart(order[a], order[b]));
        let placed = order.iter().zip(memberships).map(|(row, groups)| Placed {
            candidate: names[*row].clone(),
            total: totals[*row],
            groups,
        });
        let neighbours = order.windows(2).map(|pair| {
            let probability = before(pair[0], pair[1]);
            Neighbours {
                ahead: names[pair[0]].clone(),
                behind: names[pair[1]].clone(),
                probability,
                words: if comparable(pair[0], pair[1]) { words(probability) } else { INCOMPARABLE }
                    .to_owned(),
                told_apart: apart(pair[0], pair[1]),
            }
        });
        let pairs = (0..order.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
        Sureness {
            pairs_told_apart: pairs.clone().filter(|(a, b)| apart(*a, *b)).count(),
            pairs: pairs.count(),
            order: placed.collect(),
            neighbours: neighbours.collect(),
        }
    }
}

const INCOMPARABLE: &str = "cannot be compared: no rater saw both groups";

/// A probability of an order in words.
pub fn words(probability: f64) -> &'static str {
    match probability.max(1.0 - probability) {
        p if p >= 0.99 => "practically certain",
        p if p >= SURE => "sure enough to say",
        p if p >= 0.75 => "likely, but not told apart",
        p if p >= 0.6 => "leaning, not told apart",
        _ => "a coin toss",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        ["A Fixture", "B Fixture", "C Fixture"].map(str::to_owned).to_vec()
    }

    #[test]
    fn groups_overlap_where_neighbours_are_close() {
        let totals = [3.0, 4.0, 3.5];
        let found = Sureness::of(&names(), &totals, |a, b| 0.5 + 0.45 * (totals[a] - totals[b]), |_, _| true);
        let order: Vec<&str> = found.order.iter().map(|one| one.candidate.as_str()).collect();
        assert_eq!(order, ["B Fixture", "C Fixture", "A Fixture"]);
        assert_eq!(found.order[1].groups, [0, 1]);
        assert_eq!((found.pairs_told_apart, found.pairs), (1, 3));
        assert_eq!(found.neighbours[0].words, "leaning, not told apart");
    }

    #[test]
    fn what_cannot_be_compared_is_not_told_apart() {
        let found = Sureness::of(&names(), &[1.0, 5.0, 3.0], |_, _| 0.999, |a, b| a + b != 3);
        assert!(!found.neighbours[0].told_apart && found.neighbours[0].words.starts_with("cannot"));
        assert!(found.neighbours[1].told_apart);
    }
}
