//! Who rated whom on what, with candidates of one pattern taken together.

use std::collections::{BTreeMap, BTreeSet};

use super::super::ratings::Ratings;
use super::space::Space;

/// Candidates that were rated by the same raters on the same criteria: they share every matrix of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Pattern {
    /// Number of ratings of each candidate.
    pub ratings: usize,
    /// Raters that occur, ascending.
    pub raters: Vec<usize>,
    /// The candidates.
    pub members: Vec<usize>,
    /// Their scores on the common scale.
    pub space: Space,
    /// Criteria that nobody rated.
    pub unrated: usize,
    /// The weights of the criteria that somebody rated, squared and summed.
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
            rows[cell.candidate].0.push((cell.criterion, cell.rater));
            rows[cell.candidate].1.push(ratings.common(cell.score));
        }
        let mut by_cells: BTreeMap<Cells, (Vec<usize>, Vec<Vec<f64>>)> = BTreeMap::new();
        for (candidate, (cells, scores)) in rows.into_iter().enumerate() {
            let alike = by_cells.entry(cells).or_default();
            alike.0.push(candidate);
            alike.1.push(scores);
        }
        let one = |(cells, (members, scores)): (Cells, (Vec<usize>, Vec<Vec<f64>>))| {
            pattern(&cells, members, &scores, &ratings.weights)
        };
        let patterns: Vec<Pattern> = by_cells.into_iter().map(one).collect();
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
        self.patterns.iter().map(|pattern| pattern.ratings * pattern.members.len()).sum()
    }

    /// Criterion and candidate pairs that nobody rated.
    pub fn unrated(&self) -> usize {
        self.patterns.iter().map(|pattern| pattern.unrated * pattern.members.len()).sum()
    }
}

/// Criterion and rater of each rating.
type Cells = Vec<(usize, usize)>;

fn pattern(cells: &[(usize, usize)], members: Vec<usize>, scores: &[Vec<f64>], weights: &[f64]) -> Pattern {
    let raters: Vec<usize> = cells.iter().map(|cell| cell.1).collect::<BTreeSet<_>>().into_iter().collect();
    let place = |rater: usize| raters.partition_point(|one| *one < rater);
    let local: Cells = cells.iter().map(|(criterion, rater)| (*criterion, place(*rater))).collect();
    let (mut unrated, mut squares) = (0, [0.0; 2]);
    for (criterion, weight) in weights.iter().enumerate() {
        let seen = cells.iter().any(|cell| cell.0 == criterion);
        squares[usize::from(seen)] += weight * weight;
        unrated += usize::from(!seen);
    }
    Pattern {
        ratings: cells.len(),
        space: Space::of(&local, weights, raters.len(), scores),
        raters,
        members,
        unrated,
        rated_weight_squares: squares[1],
        unrated_weight_squares: squares[0],
    }
}
