//! Shares over a list of weightings: rank acceptabilities and central weights (Lahdelma and Salminen, *Operations Research* 49,
//! 2001).

use serde::{Serialize, Serializer};

use super::super::random::Draws;

/// What a list of weightings says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drawn {
    /// Number of weightings.
    pub n_draws: usize,
    /// For each candidate the share in which it is first, second, …; equal sums share the better place.
    pub rank_acceptability: Vec<Vec<f64>>,
    /// Share in which the row's candidate is above the column's.
    pub pairwise_winning: Vec<Vec<f64>>,
    /// For each candidate the mean of the weightings that make it first; `None` where none does, written as a row of nulls.
    #[serde(serialize_with = "rows_of_nulls")]
    pub central_weights: Vec<Option<Vec<f64>>>,
}

/// A row for every candidate: without weights as many nulls as the others have weights.
fn rows_of_nulls<S: Serializer>(rows: &[Option<Vec<f64>>], serializer: S) -> Result<S::Ok, S::Error> {
    let wide = rows.iter().flatten().map(Vec::len).max().unwrap_or(0);
    let full = |row: &Option<Vec<f64>>| match row {
        Some(weights) => weights.iter().copied().map(Some).collect(),
        None => vec![None; wide],
    };
    serializer.collect_seq(rows.iter().map(full))
}

/// Weighted sums of one candidate's scores.
pub fn weighted_sum(scores: &[f64], weights: &[f64]) -> f64 {
    scores.iter().zip(weights).map(|(score, weight)| score * weight).sum()
}

/// Counts places over weightings.
pub fn over(scores: &[Vec<f64>], weightings: &[Vec<f64>]) -> Drawn {
    let (count, criteria) = (scores.len(), scores.first().map_or(0, Vec::len));
    let mut ranks = vec![vec![0_usize; count]; count];
    let mut wins = vec![vec![0_usize; count]; count];
    let mut centres = vec![vec![0.0; criteria]; count];
    for weights in weightings {
        let sums: Vec<f64> = scores.iter().map(|row| weighted_sum(row, weights)).collect();
        for (a, sum) in sums.iter().enumerate() {
            let place = sums.iter().filter(|other| *other > sum).count();
            ranks[a][place] += 1;
            if place == 0 {
                centres[a].iter_mut().zip(weights).for_each(|(cell, weight)| *cell += weight);
            }
            for (b, other) in sums.iter().enumerate() {
                wins[a][b] += usize::from(sum > other);
            }
        }
    }
    let share = |number: usize| number as f64 / weightings.len() as f64;
    let central = |a: usize| {
        let first = ranks[a].first().copied().filter(|first| *first > 0)? as f64;
        Some(centres[a].iter().map(|sum| sum / first).collect())
    };
    Drawn {
        n_draws: weightings.len(),
        central_weights: (0..count).map(central).collect(),
        rank_acceptability: ranks.iter().map(|row| row.iter().copied().map(share).collect()).collect(),
        pairwise_winning: wins.iter().map(|row| row.iter().copied().map(share).collect()).collect(),
    }
}

/// Weightings drawn uniformly from a seed.
pub fn uniform(criteria: usize, draws: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut random = Draws::new(seed);
    (0..draws).map(|_| random.weights(criteria)).collect()
}
