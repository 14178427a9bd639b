//! Scorecard scores of candidates whom two or more rated.

use super::super::ratings::{Cell, Ratings};

/// One rater's score of one candidate, over what others rated too.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The candidate.
    pub candidate: String,
    /// The rater.
    pub rater: String,
    /// Weighted mean on the common scale over the criteria that others rated too. Each criterion counts as its distance from
    /// its own mean over all ratings, so that who left out a hard one is not lenient for it.
    pub score: f64,
}

/// The shared scores; interviews that nobody else shared are left out.
pub fn shared(ratings: &Ratings) -> Vec<Shared> {
    let means: Vec<f64> =
        (0..ratings.criteria.len()).map(|one| mean(ratings, |cell| cell.criterion == one)).collect();
    let middle = mean(ratings, |_| true);
    let mut out = Vec::new();
    for candidate in 0..ratings.candidates.len() {
        let cells: Vec<&Cell> = ratings.cells.iter().filter(|cell| cell.candidate == candidate).collect();
        let both = |criterion: usize| cells.iter().filter(|cell| cell.criterion == criterion).count() > 1;
        for rater in 0..ratings.raters.len() {
            let (mut sum, mut weight) = (0.0, 0.0);
            for cell in cells.iter().filter(|cell| cell.rater == rater && both(cell.criterion)) {
                let w = ratings.weights[cell.criterion];
                sum += w * (ratings.common(cell.score) - means[cell.criterion]);
                weight += w;
            }
            if weight > 0.0 {
                out.push(Shared {
                    candidate: ratings.candidates[candidate].clone(),
                    rater: ratings.raters[rater].clone(),
                    score: middle + sum / weight,
                });
            }
        }
    }
    out
}

fn mean(ratings: &Ratings, of: impl Fn(&Cell) -> bool) -> f64 {
    let scores: Vec<f64> =
        ratings.cells.iter().filter(|cell| of(cell)).map(|cell| ratings.common(cell.score)).collect();
    scores.iter().sum::<f64>() / (scores.len() as f64).max(1.0)
}
