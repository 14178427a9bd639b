//! Ratings as the statistics take them: candidate, rater, criterion, score.

use std::collections::BTreeSet;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// Why numbers cannot be worked with.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum MeasureError {
    /// A score that is not a number on the scale.
    #[error("{candidate} by {rater} on {criterion}: {} is not on the scale from {low} to {high}", short(*score))]
    OffScale {
        /// Whose score.
        candidate: String,
        /// Who gave it.
        rater: String,
        /// On what.
        criterion: String,
        /// The score.
        score: f64,
        /// Lowest score.
        low: f64,
        /// Highest score.
        high: f64,
    },
    /// Two scores of one rater for one criterion of one candidate.
    #[error(
        "{rater} rated {candidate} twice on {criterion}: keep one of the two (another marking is another occasion)"
    )]
    Twice {
        /// Whose scores.
        candidate: String,
        /// Who gave them.
        rater: String,
        /// On what.
        criterion: String,
    },
    /// Input that does not fit together.
    #[error("{0}")]
    Unfit(String),
}

/// One score.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    /// Whose.
    pub candidate: String,
    /// By whom.
    pub rater: String,
    /// On what.
    pub criterion: String,
    /// On the rubric's scale.
    pub score: f64,
}

/// Names with their numbers, written as a JSON object in this order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keyed(pub Vec<(String, f64)>);

impl Keyed {
    /// Pairs names with numbers.
    pub fn new(names: &[String], values: impl IntoIterator<Item = f64>) -> Keyed {
        Keyed(names.iter().cloned().zip(values).collect())
    }

    /// The number of one name.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
    }
}

impl Serialize for Keyed {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// A score by positions in the lists of [`Ratings`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    /// Position of the candidate.
    pub candidate: usize,
    /// Position of the rater.
    pub rater: usize,
    /// Position of the criterion.
    pub criterion: usize,
    /// On the rubric's scale.
    pub score: f64,
}

/// Checked ratings of one assessment of a role. Cells stand in the order of candidate, criterion, rater, whatever the order
/// of the input.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratings {
    /// Names of the candidates.
    pub candidates: Vec<String>,
    /// Names of the raters.
    pub raters: Vec<String>,
    /// Names of the criteria.
    pub criteria: Vec<String>,
    /// Weights of the criteria, summing to one.
    pub weights: Vec<f64>,
    /// Lowest and highest score of the scale.
    pub scale: (f64, f64),
    /// The scores.
    pub cells: Vec<Cell>,
}

impl Ratings {
    /// Checks ratings. `criteria` are names with weights (any unit); empty means all that occur, with equal weights.
    /// Candidates and raters stand in the order of their names.
    ///
    /// # Errors
    /// Where a score is off the scale or given twice, a criterion is unknown, or no weight is positive.
    pub fn new(
        rows: &[Rating],
        criteria: &[(String, f64)],
        scale: (f64, f64),
    ) -> Result<Ratings, MeasureError> {
        if !(scale.0.is_finite() && scale.1.is_finite() && scale.0 < scale.1) {
            return Err(unfit(format!("the scale from {} to {} has no width", scale.0, scale.1)));
        }
        let (names, weights) = weighted(rows, criteria)?;
        let candidates = distinct(rows.iter().map(|row| &row.candidate));
        let raters = distinct(rows.iter().map(|row| &row.rater));
        let mut cells = Vec::with_capacity(rows.len());
        for row in rows {
            cells.push(Cell {
                candidate: position(&candidates, &row.candidate)?,
                rater: position(&raters, &row.rater)?,
                criterion: position(&names, &row.criterion)?,
                score: on_scale(row, scale)?,
            });
        }
        cells.sort_by_key(|cell| (cell.candidate, cell.criterion, cell.rater));
        let ratings = Ratings { candidates, raters, criteria: names, weights, scale, cells };
        ratings.once()?;
        Ok(ratings)
    }

    /// A score on the common scale of 1 to 5: `1 + 4 (y - low) / (high - low)`.
    pub fn common(&self, score: f64) -> f64 {
        1.0 + 4.0 * (score - self.scale.0) / (self.scale.1 - self.scale.0)
    }

    /// Points of the ratings' own scale that one point of the common scale makes.
    pub fn point(&self) -> f64 {
        (self.scale.1 - self.scale.0) / 4.0
    }

    /// A score on the common scale as it is on the ratings' own: [`Ratings::common`] the other way round.
    pub fn own(&self, common: f64) -> f64 {
        common * self.point() + (self.scale.0 - self.point())
    }

    /// Plain scores on the common scale, uncorrected: for each candidate the mean over its raters of each rater's weighted
    /// mean of what it rated, and the share of weight that somebody rated.
    pub fn raw(&self) -> Vec<(f64, f64)> {
        (0..self.candidates.len()).map(|candidate| self.raw_one(candidate)).collect()
    }

    fn raw_one(&self, candidate: usize) -> (f64, f64) {
        let mine: Vec<&Cell> = self.cells.iter().filter(|cell| cell.candidate == candidate).collect();
        let mut means = Vec::new();
        for rater in 0..self.raters.len() {
            let sheet = mine.iter().filter(|cell| cell.rater == rater);
            let (mut sum, mut weight) = (0.0, 0.0);
            for cell in sheet {
                sum += self.weights[cell.criterion] * self.common(cell.score);
                weight += self.weights[cell.criterion];
            }
            if weight > 0.0 {
                means.push(sum / weight);
            }
        }
        let seen: BTreeSet<usize> = mine.iter().map(|cell| cell.criterion).collect();
        let coverage = seen.iter().map(|criterion| self.weights[*criterion]).sum();
        (means.iter().sum::<f64>() / means.len() as f64, coverage)
    }

    /// The same with one more interview: `rater` (by position; one beyond the last is somebody new) over all criteria of a
    /// candidate, who may be new too. Only who rated what is meant: the scores are the lowest. `None` where the rater has
    /// rated the candidate.
    pub fn with(&self, name: &str, rater: usize) -> Option<Ratings> {
        let mut more = self.clone();
        let candidate = self.candidates.iter().position(|one| one == name).unwrap_or_else(|| {
            more.candidates.push(name.to_owned());
            self.candidates.len()
        });
        if self.cells.iter().any(|cell| (cell.candidate, cell.rater) == (candidate, rater)) {
            return None;
        }
        if rater == more.raters.len() {
            more.raters.push(String::new());
        }
        let score = more.scale.0;
        let added = (0..more.criteria.len()).map(|criterion| Cell { candidate, rater, criterion, score });
        more.cells.extend(added);
        more.cells.sort_by_key(|cell| (cell.candidate, cell.criterion, cell.rater));
        Some(more)
    }

    fn once(&self) -> Result<(), MeasureError> {
        let same =
            |a: &Cell, b: &Cell| (a.candidate, a.criterion, a.rater) == (b.candidate, b.criterion, b.rater);
        let Some(pair) = self.cells.windows(2).find(|pair| same(&pair[0], &pair[1])) else { return Ok(()) };
        Err(MeasureError::Twice {
            candidate: self.candidates[pair[0].candidate].clone(),
            rater: self.raters[pair[0].rater].clone(),
            criterion: self.criteria[pair[0].criterion].clone(),
        })
    }
}

/// Positive weights as shares of their sum.
///
/// # Errors
/// Where one is negative or not finite, or none is positive.
pub fn shares(weights: &[f64]) -> Result<Vec<f64>, MeasureError> {
    let all: f64 = weights.iter().sum();
    if weights.iter().any(|weight| !weight.is_finite() || *weight < 0.0) || all <= 0.0 || !all.is_finite() {
        return Err(unfit("weights must not be negative, and one must be positive".to_owned()));
    }
    Ok(weights.iter().map(|weight| weight / all).collect())
}

fn weighted(rows: &[Rating], criteria: &[(String, f64)]) -> Result<(Vec<String>, Vec<f64>), MeasureError> {
    if rows.is_empty() {
        return Err(unfit("there is no rating".to_owned()));
    }
    let listed: Vec<(String, f64)> = if criteria.is_empty() {
        distinct(rows.iter().map(|row| &row.criterion)).into_iter().map(|name| (name, 1.0)).collect()
    } else {
        criteria.to_vec()
    };
    let (names, weights): (Vec<String>, Vec<f64>) = listed.into_iter().unzip();
    if distinct(names.iter()).len() != names.len() {
        return Err(unfit("a criterion is listed twice".to_owned()));
    }
    Ok((names, shares(&weights)?))
}

fn distinct<'a>(names: impl Iterator<Item = &'a String>) -> Vec<String> {
    names.collect::<BTreeSet<_>>().into_iter().cloned().collect()
}

fn position(names: &[String], name: &str) -> Result<usize, MeasureError> {
    let unknown =
        || unfit(format!("criterion {name} has ratings but no weight; known are {}", names.join(", ")));
    names.iter().position(|one| one == name).ok_or_else(unknown)
}

fn on_scale(row: &Rating, (low, high): (f64, f64)) -> Result<f64, MeasureError> {
    if row.score >= low && row.score <= high {
        return Ok(row.score);
    }
    Err(MeasureError::OffScale {
        candidate: row.candidate.clone(),
        rater: row.rater.clone(),
        criterion: row.criterion.clone(),
        score: row.score,
        low,
        high,
    })
}

/// A number with an exponent where it would run over lines.
fn short(value: f64) -> String {
    if value.abs() < 1e9 { value.to_string() } else { format!("{value:e}") }
}

/// A [`MeasureError::Unfit`].
pub(crate) fn unfit(why: String) -> MeasureError {
    MeasureError::Unfit(why)
}
