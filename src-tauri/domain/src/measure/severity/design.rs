//! Who rated whom on what, with candidates of one pattern taken together.

use std::collections::BTreeMap;

use super::super::ratings::Ratings;

/// Candidates that were rated by the same raters on the same criteria: they share every matrix of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Rater and criterion of each rating, in the order of criterion, then rater.
    pub cells: Vec<(usize, usize)>,
    /// Raters that occur, ascending.
    pub raters: Vec<usize>,
    /// The candidates.
    pub members: Vec<usize>,
    /// Their scores on the common scale: one list in the order of `cells` for each member.
    pub scores: Vec<Vec<f64>>,
    /// Share of the rubric's weight on each criterion that somebody rated, squared and summed.
    pub rated_weight_squares: f64,
    /// The weights of criteria that nobody rated, squared and summed.
    pub unrated_weight_squares: f64,
}

/// The ratings as the model reads them.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// Number of candidates.
    pub candidates: usize,
    /// Number of raters.
    pub raters: usize,
    /// Weights of the criteria, summing to one.
    pub weights: Vec<f64>,
    /// Candidates by pattern.
    pub patterns: Vec<Pattern>,
    /// For each candidate its pattern and its position among the members.
    pub place: Vec<(usize, usize)>,
}

impl Design {
    /// Groups candidates by the cells that were rated.
    pub fn of(ratings: &Ratings) -> Design {
        let mut rows = vec![(Vec::new(), Vec::new()); ratings.candidates.len()];
        for cell in &ratings.cells {
            rows[cell.candidate].0.push((cell.rater, cell.criterion));
            rows[cell.candidate].1.push(ratings.common(cell.score));
        }
        let mut by_cells: BTreeMap<Vec<(usize, usize)>, Pattern> = BTreeMap::new();
        for (candidate, (cells, scores)) in rows.into_iter().enumerate() {
            let fresh = || pattern(&cells, &ratings.weights);
            let pattern = by_cells.entry(cells.clone()).or_insert_with(fresh);
            pattern.members.push(candidate);
            pattern.scores.push(scores);
        }
        let patterns: Vec<Pattern> = by_cells.into_values().collect();
        let mut place = vec![(0, 0); ratings.candidates.len()];
        for (index, pattern) in patterns.iter().enumerate() {
            for (position, member) in pattern.members.iter().enumerate() {
                place[*member] = (index, position);
            }
        }
        Design {
            candidates: ratings.candidates.len(),
            raters: ratings.raters.len(),
            weights: ratings.weights.clone(),
            patterns,
            place,
        }
    }

    /// Number of ratings.
    pub fn ratings(&self) -> usize {
        self.patterns.iter().map(|pattern| pattern.cells.len() * pattern.members.len()).sum()
    }

    /// Criterion and candidate pairs that nobody rated.
    pub fn unrated(&self) -> usize {
        let missing = |pattern: &Pattern| {
            let seen = (0..self.weights.len()).filter(|k| pattern.cells.iter().any(|cell| cell.1 == *k));
            (self.weights.len() - seen.count()) * pattern.members.len()
        };
        self.patterns.iter().map(missing).sum()
    }
}

fn pattern(cells: &[(usize, usize)], weights: &[f64]) -> Pattern {
    let mut raters: Vec<usize> = cells.iter().map(|cell| cell.0).collect();
    raters.sort_unstable();
    raters.dedup();
    let (mut rated, mut unrated) = (0.0, 0.0);
    for (criterion, weight) in weights.iter().enumerate() {
        let seen = cells.iter().any(|cell| cell.1 == criterion);
        *if seen { &mut rated } else { &mut unrated } += weight * weight;
    }
    Pattern {
        cells: cells.to_vec(),
        raters,
        members: Vec::new(),
        scores: Vec::new(),
        rated_weight_squares: rated,
        unrated_weight_squares: unrated,
    }
}
