//! Robustness to weights of one set of scores: shares of weightings (Lahdelma, Hokkanen and Salminen, *European Journal of
//! Operational Research* 106, 1998), intervals of one weight, dominance (Keeney and Raiffa, *Decisions with Multiple Objectives*,
//! 1976, ch. 3).

use serde::Serialize;

use super::super::ratings::{MeasureError, shares, unfit};
use super::draws::{Drawn, over, uniform, weighted_sum};
use super::simplex::{share_ahead, share_all, share_places};
use super::stability::{best, intervals, leader, levels, ranking};
use crate::words::listed;

/// Candidates with a score on every criterion (or assessment), on one scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidates {
    /// Names.
    pub names: Vec<String>,
    /// Scores by candidate and criterion.
    pub scores: Vec<Vec<f64>>,
    /// Weights of the criteria, any unit.
    pub weights: Vec<f64>,
}

/// What is drawn, and how near is near.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    /// Seed.
    pub seed: u64,
    /// Draws.
    pub draws: usize,
    /// Share of the weight that may be given otherwise: weightings `(1 - share) chosen + share any`.
    pub share: f64,
}

impl Default for Near {
    fn default() -> Near {
        Near { seed: 1, draws: 10_000, share: 0.2 }
    }
}

/// Shares over a set of weightings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shares {
    /// Exact share in which each candidate is first (equal sums share the place); `None` where the geometry is too large.
    pub exact_first_rank_acceptability: Vec<Option<f64>>,
    /// Exact share in which the row's candidate is above the column's; `None` where both are always equal.
    pub exact_pairwise_winning: Vec<Vec<Option<f64>>>,
    /// For each candidate the exact share in which it is first, second, …, as in the draws; `None` where the geometry is too
    /// large.
    pub exact_rank_acceptability: Option<Vec<Vec<f64>>>,
    /// Every place, from seeded draws.
    pub drawn: Drawn,
}

/// Robustness to weights.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Robustness {
    /// Names: the order of every list.
    pub candidates: Vec<String>,
    /// Weights, summing to one.
    pub normalised_weights: Vec<f64>,
    /// Weighted means under the chosen weights.
    pub weighted_sum: Vec<f64>,
    /// The first of the highest.
    pub winner_index: Option<usize>,
    /// Whether the row's candidate is at least as high on every criterion and higher on one.
    pub dominates: Vec<Vec<bool>>,
    /// Interval of each weight in which nobody but the winner is first; of several winners, in which nobody else overtakes one of them,
    /// whoever of them leads.
    pub one_weight_stability_interval: Vec<(f64, f64)>,
    /// Interval of each weight in which the ranking stays, its ties too: no two change places, and no two who are equal are told
    /// apart. At its ends two may draw level. Where two are equal at the chosen weights only it is the chosen weight alone.
    pub one_weight_order_interval: Vec<(f64, f64)>,
    /// Under all weights.
    pub uniform: Shares,
    /// Under weights near the chosen ones.
    pub near: Shares,
}

impl Robustness {
    /// Who shares every place with whom, in a sentence for each, then who is level at the chosen weights only; empty where nobody
    /// is. Shares of first places count each of them, so that together they are more than all.
    pub fn ties(&self) -> String {
        let same = |a: usize, b: usize| self.uniform.exact_pairwise_winning[a][b].is_none();
        let first = |a: usize| (0..a).find(|b| same(a, *b)).unwrap_or(a);
        let count = self.candidates.len();
        let named =
            |all: &[usize]| listed(&all.iter().map(|at| self.candidates[*at].clone()).collect::<Vec<_>>());
        let tied = (0..count).filter_map(|head| {
            let all: Vec<usize> = (head..count).filter(|at| first(*at) == head).collect();
            (all.len() > 1).then(|| {
                format!(
                    "{} are equal whatever the weights: they share a place, and each is counted in it.",
                    named(&all)
                )
            })
        });
        let level = levels(&self.weighted_sum).into_iter().filter_map(|mut all| {
            all.sort_unstable();
            all.iter().any(|at| first(*at) != first(all[0])).then(|| {
                format!(
                    "{} are level under the chosen weights and not under others: any change that breaks the tie is a change of the order.",
                    named(&all)
                )
            })
        });
        tied.chain(level).collect::<Vec<_>>().join(" ")
    }
}

/// What exact volumes may cost together: cuts times the numbers that a cut looks at.
const BUDGET: usize = 200_000_000;
/// Cuts that one exact volume may take at most.
const CUTS: usize = 100_000;
/// As [`BUDGET`], for the shares of all places.
const PLACES_BUDGET: usize = 20_000_000;

/// Computes robustness.
///
/// # Errors
/// Where rows have different lengths, a score is not finite or the weights are no weights.
pub fn robustness(input: &Candidates, near: &Near) -> Result<Robustness, MeasureError> {
    let weights = shares(&input.weights)?;
    let fits = |row: &Vec<f64>| row.len() == weights.len() && row.iter().all(|score| score.is_finite());
    if input.scores.len() != input.names.len() || !input.scores.iter().all(fits) {
        return Err(unfit("every candidate needs one finite score for each weight".to_owned()));
    }
    if !(0.0..=1.0).contains(&near.share) || near.draws == 0 {
        return Err(unfit("near weights need a share from 0 to 1 and at least one draw".to_owned()));
    }
    let scores = &input.scores;
    let given = shares_or_sum(scores, &input.weights);
    let drawn = uniform(weights.len(), near.draws, near.seed);
    let close: Vec<Vec<f64>> = drawn.iter().map(|one| mixed(&weights, one, near.share)).collect();
    // Near the chosen weights the simplex is a smaller one, with its own scores at the vertices.
    let drawn_in: Vec<Vec<f64>> = scores.iter().map(|row| vertices(row, &weights, near.share)).collect();
    Ok(Robustness {
        candidates: input.names.clone(),
        winner_index: best(&given),
        dominates: matrix(scores, dominates),
        one_weight_stability_interval: intervals(scores, &weights, &leader(&given)),
        one_weight_order_interval: intervals(scores, &weights, &ranking(&given)),
        uniform: exact(scores, over(scores, &drawn)),
        near: exact(&drawn_in, over(scores, &close)),
        weighted_sum: given,
        normalised_weights: weights,
    })
}

/// Weighted means with the division last, so that round weights give round sums.
fn shares_or_sum(scores: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
    let all: f64 = weights.iter().sum();
    scores.iter().map(|row| weighted_sum(row, weights) / all).collect()
}

fn mixed(weights: &[f64], other: &[f64], share: f64) -> Vec<f64> {
    weights.iter().zip(other).map(|(chosen, any)| (1.0 - share) * chosen + share * any).collect()
}

fn vertices(row: &[f64], weights: &[f64], share: f64) -> Vec<f64> {
    let centre = (1.0 - share) * weighted_sum(row, weights);
    row.iter().map(|score| centre + share * score).collect()
}

fn exact(scores: &[Vec<f64>], drawn: Drawn) -> Shares {
    let count = scores.len();
    let looked_at = scores.first().map_or(0, Vec::len) * count;
    let cuts = |budget: usize| (budget / (count * looked_at).max(1)).min(CUTS);
    let to_others = |a: usize| {
        let others = || scores.iter().enumerate().filter(move |(b, _)| *b != a);
        let vertex = |i: usize| others().map(|(_, row)| scores[a][i] - row[i]).collect();
        (0..scores[a].len()).map(vertex).collect::<Vec<Vec<f64>>>()
    };
    let places = (0..count).map(|a| share_places(&to_others(a), cuts(PLACES_BUDGET)));
    let places: Option<Vec<Vec<f64>>> = places.collect();
    // Who is first can be told of more candidates than every place: what cannot be first any more is cut no further.
    let first = |a: usize| match &places {
        Some(places) => places[a].first().copied(),
        None => share_all(&to_others(a), cuts(BUDGET)),
    };
    let ahead =
        |a: &[f64], b: &[f64]| share_ahead(&a.iter().zip(b).map(|(x, y)| x - y).collect::<Vec<f64>>());
    Shares {
        exact_first_rank_acceptability: (0..count).map(first).collect(),
        exact_rank_acceptability: places,
        exact_pairwise_winning: matrix(scores, ahead),
        drawn,
    }
}

fn dominates(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(x, y)| x >= y) && a.iter().zip(b).any(|(x, y)| x > y)
}

fn matrix<T>(scores: &[Vec<f64>], value: impl Fn(&[f64], &[f64]) -> T) -> Vec<Vec<T>> {
    scores.iter().map(|a| scores.iter().map(|b| value(a, b)).collect()).collect()
}
