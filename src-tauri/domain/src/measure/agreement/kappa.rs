//! Cohen's kappa, plain and weighted, and Fleiss' kappa.

use serde::Serialize;

use super::table::{Value, distinct};

/// How much a disagreement counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weighting {
    /// Every disagreement the same.
    Unweighted,
    /// By the distance of the levels.
    Linear,
    /// By its square.
    Quadratic,
}

impl Weighting {
    /// Disagreement between two levels; the unit of the scale does not matter.
    pub fn disagreement(self, a: f64, b: f64) -> f64 {
        let apart = (a - b).abs();
        match self {
            Weighting::Unweighted => f64::from(u8::from(apart > 0.0)),
            Weighting::Linear => apart,
            Weighting::Quadratic => apart * apart,
        }
    }
}

/// A kappa with the variance of its estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kappa {
    /// The coefficient.
    pub kappa: f64,
    /// Large-sample variance.
    pub variance: f64,
}

const EQUAL: &str = "both gave one and the same score throughout";

/// Cohen's kappa of a square table of counts (or proportions with `n` cases), for any disagreement weights:
/// `1 - sum v o / sum v e` (Cohen, *Psychological Bulletin* 70, 1968), with the variance of Fleiss, Cohen and Everitt,
/// *Psychological Bulletin* 72 (1969), eq. 13.
///
/// # Errors
/// Why it cannot be computed.
pub fn cohen(
    counts: &[Vec<f64>],
    disagreement: impl Fn(usize, usize) -> f64,
    n: f64,
) -> Result<Kappa, &'static str> {
    let size = counts.len();
    let all: f64 = counts.iter().flatten().sum();
    if all <= 0.0 {
        return Err("nothing was rated by both");
    }
    let p = |i: usize, j: usize| counts[i][j] / all;
    let rows: Vec<f64> = (0..size).map(|i| (0..size).map(|j| p(i, j)).sum()).collect();
    let cols: Vec<f64> = (0..size).map(|j| (0..size).map(|i| p(i, j)).sum()).collect();
    let cells = || (0..size).flat_map(|i| (0..size).map(move |j| (i, j)));
    let largest = cells().map(|(i, j)| disagreement(i, j)).fold(0.0, f64::max);
    let expected: f64 = cells().map(|(i, j)| disagreement(i, j) * rows[i] * cols[j]).sum();
    if expected <= 0.0 {
        return Err(EQUAL);
    }
    let kappa = 1.0 - cells().map(|(i, j)| disagreement(i, j) * p(i, j)).sum::<f64>() / expected;
    let weight = |i: usize, j: usize| 1.0 - disagreement(i, j) / largest;
    let by_row: Vec<f64> = (0..size).map(|i| (0..size).map(|j| cols[j] * weight(i, j)).sum()).collect();
    let by_col: Vec<f64> = (0..size).map(|j| (0..size).map(|i| rows[i] * weight(i, j)).sum()).collect();
    let chance: f64 = cells().map(|(i, j)| weight(i, j) * rows[i] * cols[j]).sum();
    let spread: f64 = cells()
        .map(|(i, j)| {
            let term = weight(i, j) - (by_row[i] + by_col[j]) * (1.0 - kappa);
            p(i, j) * term * term
        })
        .sum();
    let centre = kappa - chance * (1.0 - kappa);
    let variance = (spread - centre * centre).max(0.0) / (n * (1.0 - chance) * (1.0 - chance));
    Ok(Kappa { kappa, variance })
}

/// Cohen's kappa of the scores that two raters gave to the same units. Weights go by the distance on the scale, so that a
/// level that nobody used still counts as a step.
pub fn of_pairs(pairs: &[(f64, f64)], weighting: Weighting) -> Value {
    if pairs.len() == 1 {
        return Value::Undefined("there is one common rating only");
    }
    let levels = distinct(pairs.iter().flat_map(|(a, b)| [*a, *b]));
    let place = |score: f64| levels.iter().position(|one| *one == score);
    let mut counts = vec![vec![0.0; levels.len()]; levels.len()];
    for (a, b) in pairs {
        if let (Some(a), Some(b)) = (place(*a + 0.0), place(*b + 0.0)) {
            counts[a][b] += 1.0;
        }
    }
    match cohen(&counts, |a, b| weighting.disagreement(levels[a], levels[b]), pairs.len() as f64) {
        Ok(found) => Value::Known(found.kappa),
        Err(why) => Value::Undefined(why),
    }
}

/// Fleiss' kappa with its test against chance.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fleiss {
    /// The coefficient.
    pub kappa: f64,
    /// In standard errors under chance.
    pub z: f64,
}

/// Fleiss' kappa of counts by subject and category, every subject with the same number of ratings (Fleiss, *Psychological
/// Bulletin* 76, 1971; standard error under chance: Fleiss, Nee and Landis, *Psychological Bulletin* 86, 1979).
///
/// # Errors
/// Why it cannot be computed.
pub fn fleiss(counts: &[Vec<f64>]) -> Result<Fleiss, &'static str> {
    let subjects = counts.len() as f64;
    let raters: f64 = counts.first().map_or(0.0, |row| row.iter().sum());
    if raters < 2.0 || counts.iter().any(|row| row.iter().sum::<f64>() != raters) {
        return Err("not every subject has the same number of ratings, two or more");
    }
    let categories = counts.iter().map(Vec::len).max().unwrap_or(0);
    let share = |k: usize| {
        counts.iter().map(|row| row.get(k).copied().unwrap_or(0.0)).sum::<f64>() / (subjects * raters)
    };
    let shares: Vec<f64> = (0..categories).map(share).collect();
    let within = |row: &Vec<f64>| row.iter().map(|count| count * (count - 1.0)).sum::<f64>();
    let observed = counts.iter().map(within).sum::<f64>() / (subjects * raters * (raters - 1.0));
    let chance: f64 = shares.iter().map(|p| p * p).sum();
    if 1.0 - chance <= 1e-15 {
        return Err("every score is equal");
    }
    let kappa = (observed - chance) / (1.0 - chance);
    let spread: f64 = shares.iter().map(|p| p * (1.0 - p)).sum();
    let skew: f64 = shares.iter().map(|p| p * (1.0 - p) * (1.0 - 2.0 * p)).sum();
    let variance = 2.0 / (subjects * raters * (raters - 1.0)) * (spread * spread - skew) / (spread * spread);
    Ok(Fleiss { kappa, z: kappa / libm::sqrt(variance) })
}
