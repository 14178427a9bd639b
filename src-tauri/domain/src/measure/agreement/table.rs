//! Raters against units, with holes.

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use super::super::ratings::{MeasureError, Ratings, unfit};

/// A number, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// The number.
    Known(f64),
    /// Why it cannot be computed.
    Undefined(&'static str),
}

impl Value {
    /// The number, where there is one.
    pub fn known(&self) -> Option<f64> {
        match self {
            Value::Known(value) => Some(*value),
            Value::Undefined(_) => None,
        }
    }

    /// A quotient; `why` where it has no value.
    pub(super) fn quotient(above: f64, below: f64, why: &'static str) -> Value {
        let value = above / below;
        if below != 0.0 && value.is_finite() { Value::Known(value) } else { Value::Undefined(why) }
    }
}

impl Serialize for Value {
    /// A number, or an object with the reason under `undefined`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Known(value) => serializer.serialize_f64(*value),
            Value::Undefined(why) => {
                serializer.collect_map([("undefined", format!("cannot be computed: {why}"))])
            }
        }
    }
}

/// Further out no scale goes; squares of ranks and scores still keep their digits within.
const BEYOND: f64 = 1e9;

/// Scores by rater and unit; a unit is what was rated: a candidate, or a criterion of a candidate.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// One list over the units for each rater; `None` where not rated.
    pub rows: Vec<Vec<Option<f64>>>,
}

impl Table {
    /// Checks a table.
    ///
    /// # Errors
    /// Where the rows are of different length or a score is not finite.
    pub fn new(rows: Vec<Vec<Option<f64>>>) -> Result<Table, MeasureError> {
        let length = rows.first().map_or(0, Vec::len);
        if rows.iter().any(|row| row.len() != length) {
            return Err(unfit("the rows of ratings have different lengths".to_owned()));
        }
        if rows.iter().flatten().flatten().any(|score| !score.is_finite()) {
            return Err(unfit("a rating is not a finite number".to_owned()));
        }
        if rows.iter().flatten().flatten().any(|score| score.abs() > BEYOND) {
            return Err(unfit("a rating is beyond a thousand million, where no scale ends".to_owned()));
        }
        Ok(Table { rows })
    }

    /// The table of an assessment. Units are the candidates' criteria, or one criterion of each candidate.
    pub fn of(ratings: &Ratings, criterion: Option<usize>) -> Table {
        let wide = if criterion.is_some() { 1 } else { ratings.criteria.len() };
        let mut rows = vec![vec![None; ratings.candidates.len() * wide]; ratings.raters.len()];
        for cell in &ratings.cells {
            match criterion {
                None => rows[cell.rater][cell.candidate * wide + cell.criterion] = Some(cell.score),
                Some(one) if one == cell.criterion => rows[cell.rater][cell.candidate] = Some(cell.score),
                Some(_) => {}
            }
        }
        Table { rows }
    }

    /// The scorecards' scores: for each candidate and rater the weighted mean of what the rater gave. Units are the
    /// candidates, so that they are independent of each other.
    pub fn sheets(ratings: &Ratings) -> Table {
        let empty = vec![vec![(0.0, 0.0); ratings.candidates.len()]; ratings.raters.len()];
        let mut sums = ratings.cells.iter().fold(empty, |mut sums, cell| {
            let weight = ratings.weights[cell.criterion];
            let (sum, all) = &mut sums[cell.rater][cell.candidate];
            (*sum, *all) = (*sum + weight * cell.score, *all + weight);
            sums
        });
        // To nine places: equal scorecards must not differ by what adding in another order leaves.
        let mean = |(sum, all): (f64, f64)| (all > 0.0).then(|| libm::round(1e9 * sum / all) / 1e9);
        Table { rows: sums.drain(..).map(|row| row.into_iter().map(mean).collect()).collect() }
    }

    /// Candidates (of `wide` units each, side by side) of whom two raters rated the same unit.
    pub fn shared(&self, wide: usize) -> Vec<usize> {
        let candidates = self.units() / wide.max(1);
        let two = |candidate: &usize| {
            (candidate * wide..(candidate + 1) * wide).any(|unit| self.unit(unit).len() > 1)
        };
        (0..candidates).filter(two).collect()
    }

    /// Two of its raters.
    pub fn two(&self, a: usize, b: usize) -> Table {
        Table { rows: vec![self.rows[a].clone(), self.rows[b].clone()] }
    }

    /// Without units and raters that have no score.
    pub fn filled(&self) -> Table {
        let units: Vec<usize> = (0..self.units()).filter(|unit| !self.unit(*unit).is_empty()).collect();
        let mut rows = self.pick(&units).rows;
        rows.retain(|row| row.iter().any(Option::is_some));
        Table { rows }
    }

    /// Number of units.
    pub fn units(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// The scores of one unit.
    pub fn unit(&self, unit: usize) -> Vec<f64> {
        self.rows.iter().filter_map(|row| row[unit]).collect()
    }

    /// Number of units with two scores or more.
    pub fn pairable(&self) -> usize {
        (0..self.units()).filter(|unit| self.unit(*unit).len() > 1).count()
    }

    /// Whether nothing is missing.
    pub fn complete(&self) -> bool {
        self.rows.iter().flatten().all(Option::is_some)
    }

    /// What two raters both rated.
    pub fn common(&self, a: usize, b: usize) -> Vec<(f64, f64)> {
        self.rows[a].iter().zip(&self.rows[b]).filter_map(|(x, y)| x.zip(*y)).collect()
    }

    /// The same raters over other units, of which some may come more than once.
    pub fn pick(&self, units: &[usize]) -> Table {
        Table { rows: self.rows.iter().map(|row| units.iter().map(|unit| row[*unit]).collect()).collect() }
    }

    /// The distinct scores, ascending.
    pub fn values(&self) -> Vec<f64> {
        distinct(self.rows.iter().flatten().flatten().copied())
    }
}

/// Distinct numbers, ascending.
pub(super) fn distinct(values: impl Iterator<Item = f64>) -> Vec<f64> {
    // Adding 0 turns -0 into 0, which are one score.
    let ordered: BTreeSet<u64> = values.map(|value| order(value + 0.0)).collect();
    ordered.into_iter().map(unorder).collect()
}

/// Bits that stand in the order of the numbers.
fn order(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

fn unorder(bits: u64) -> f64 {
    f64::from_bits(if bits >> 63 == 1 { bits & !(1 << 63) } else { !bits })
}
