//! What can be told apart from the ratings alone, without any prior.
//!
//! A difference between two candidates (raters, criteria) is estimable exactly where its contrast is orthogonal to the null
//! space of the design `[candidate | rater | criterion]` (Searle, *Linear Models*, 1971, ch. 5). Connectedness of the graph
//! of candidates and raters is not enough: raters who never share a criterion are confounded with its difficulty.

use serde::Serialize;

use super::super::ratings::Ratings;

/// What can be compared with what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Estimability {
    /// Columns of the design: candidates, raters and criteria.
    pub columns: usize,
    /// Its rank.
    pub rank: usize,
    /// Columns less rank; 2 where everything can be compared.
    pub deficiency: usize,
    /// Groups of candidates whose differences the ratings can tell.
    pub comparable_candidates: Vec<Vec<String>>,
    /// Groups of raters whose severity can be compared.
    pub comparable_raters: Vec<Vec<String>>,
    /// Groups of criteria whose difficulty can be compared.
    pub comparable_criteria: Vec<Vec<String>>,
    /// For each candidate the number of its group, from 0.
    #[serde(skip)]
    pub candidate_group: Vec<usize>,
    /// For each rater the number of theirs, likewise.
    #[serde(skip)]
    pub rater_group: Vec<usize>,
}

/// Smaller than this is zero: entries are small quotients of whole numbers.
const ZERO: f64 = 1e-9;

/// Finds what can be compared. A null vector is fixed by its part on raters and criteria, as
/// `v_c = -(v_r + v_k)` for every rating of candidate c; so the null space is that of the differences within candidates.
pub fn estimability(ratings: &Ratings) -> Estimability {
    let (raters, criteria) = (ratings.raters.len(), ratings.criteria.len());
    let mut first: Vec<Option<(usize, usize)>> = vec![None; ratings.candidates.len()];
    let mut space = Rows::default();
    for cell in &ratings.cells {
        let (rater, criterion) = first[cell.candidate].get_or_insert((cell.rater, raters + cell.criterion));
        let mut row = vec![0.0; raters + criteria];
        row[cell.rater] += 1.0;
        row[raters + cell.criterion] += 1.0;
        row[*rater] -= 1.0;
        row[*criterion] -= 1.0;
        space.add(row);
    }
    let null = space.null(raters + criteria);
    let of_candidate = |cell: &Option<(usize, usize)>| -> Vec<f64> {
        cell.map_or_else(Vec::new, |(r, k)| null.iter().map(|vector| -vector[r] - vector[k]).collect())
    };
    let of_column = |column: usize| -> Vec<f64> { null.iter().map(|vector| vector[column]).collect() };
    let candidates: Vec<Vec<f64>> = first.iter().map(of_candidate).collect();
    let rater_keys: Vec<Vec<f64>> = (0..raters).map(of_column).collect();
    let criterion_keys: Vec<Vec<f64>> = (raters..raters + criteria).map(of_column).collect();
    let columns = ratings.candidates.len() + raters + criteria;
    Estimability {
        columns,
        rank: columns - null.len(),
        deficiency: null.len(),
        comparable_candidates: named(&classes(&candidates), &ratings.candidates),
        comparable_raters: named(&classes(&rater_keys), &ratings.raters),
        comparable_criteria: named(&classes(&criterion_keys), &ratings.criteria),
        candidate_group: classes(&candidates),
        rater_group: classes(&rater_keys),
    }
}

/// For each key the number of its class, in the order of first appearance.
fn classes(keys: &[Vec<f64>]) -> Vec<usize> {
    let same = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(x, y)| (x - y).abs() < ZERO);
    let mut found: Vec<&[f64]> = Vec::new();
    let mut out = Vec::with_capacity(keys.len());
    for key in keys {
        let class = found.iter().position(|one| same(one, key));
        out.push(class.unwrap_or(found.len()));
        if class.is_none() {
            found.push(key);
        }
    }
    out
}

fn named(classes: &[usize], names: &[String]) -> Vec<Vec<String>> {
    let mut out = vec![Vec::new(); classes.iter().max().map_or(0, |last| last + 1)];
    classes.iter().zip(names).for_each(|(class, name)| out[*class].push(name.clone()));
    out
}

/// Rows in reduced echelon form, with their pivots.
#[derive(Default)]
struct Rows(Vec<(usize, Vec<f64>)>);

impl Rows {
    fn add(&mut self, mut row: Vec<f64>) {
        for (pivot, other) in &self.0 {
            subtract(&mut row, *pivot, other);
        }
        let largest = (0..row.len()).max_by(|a, b| row[*a].abs().total_cmp(&row[*b].abs()));
        let Some(pivot) = largest.filter(|column| row[*column].abs() > ZERO) else { return };
        let scale = row[pivot];
        row.iter_mut().for_each(|cell| *cell = if cell.abs() < ZERO { 0.0 } else { *cell / scale });
        for (_, other) in &mut self.0 {
            subtract(other, pivot, &row);
        }
        self.0.push((pivot, row));
    }

    /// A basis of the vectors that are orthogonal to every row.
    fn null(&self, columns: usize) -> Vec<Vec<f64>> {
        let free = (0..columns).filter(|column| self.0.iter().all(|(pivot, _)| pivot != column));
        let vector = |column: usize| {
            let mut out = vec![0.0; columns];
            out[column] = 1.0;
            self.0.iter().for_each(|(pivot, row)| out[*pivot] = -row[column]);
            out
        };
        free.map(vector).collect()
    }
}

fn subtract(row: &mut [f64], pivot: usize, other: &[f64]) {
    let factor = row[pivot];
    if factor != 0.0 {
        row.iter_mut().zip(other).for_each(|(cell, value)| *cell -= factor * value);
        row[pivot] = 0.0;
    }
}
