//! Variance components of units and raters by restricted maximum likelihood, for tables with holes too.
//!
//! `y_ur = m + u_u + r_r + e_ur`, all effects normal (Patterson and Thompson, *Biometrika* 58, 1971). With the ratios
//! `g = s_u / s_e` and `h = s_r / s_e` the residual variance and the mean have closed forms (Bates and others, *Journal of
//! Statistical Software* 67(1), 2015, eq. 39 to 42); the units are eliminated first, so that matrices are as large as the
//! number of raters.

use serde::Serialize;

use super::super::linear::{Matrix, dot};
use super::table::Table;

/// Variance components, and the reliabilities that follow from them.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Components {
    /// Variance between units.
    pub unit: f64,
    /// Variance between raters (severity).
    pub rater: f64,
    /// Variance of the rest.
    pub residual: f64,
    /// Mean.
    pub mean: f64,
    /// Minus twice the restricted log likelihood.
    pub reml_criterion: f64,
    /// Harmonic mean of the ratings per unit.
    pub k_harmonic: f64,
    /// Absolute agreement of one rater.
    #[serde(rename = "ICC_A_1")]
    pub absolute: f64,
    /// Consistency of one rater.
    #[serde(rename = "ICC_C_1")]
    pub consistent: f64,
    /// Absolute agreement of the mean over `k_harmonic` raters.
    #[serde(rename = "ICC_A_khat")]
    pub absolute_mean: f64,
    /// Consistency of the mean over `k_harmonic` raters.
    #[serde(rename = "ICC_C_khat")]
    pub consistent_mean: f64,
}

/// One evaluation of the profiled criterion.
#[derive(Clone, Copy)]
struct Profile {
    criterion: f64,
    residual: f64,
    mean: f64,
}

/// Estimates the components; `None` where fewer than two units, raters or pairs of ratings, or where nothing varies.
pub fn components(table: &Table) -> Option<Components> {
    let rated: Vec<usize> = (0..table.units()).filter(|unit| !table.unit(*unit).is_empty()).collect();
    let counts: Vec<f64> = rated.iter().map(|unit| table.unit(*unit).len() as f64).collect();
    let all: f64 = counts.iter().sum();
    if rated.len() < 2 || table.rows.len() < 2 || table.pairable() == 0 || table.values().len() < 2 {
        return None;
    }
    let criterion =
        |ratios: &[f64; 2]| profile(table, &rated, all, ratios).map_or(f64::INFINITY, |p| p.criterion);
    let starts = [[1.0, 0.5], [0.1, 0.1], [0.5, 2.0]];
    let best = starts
        .iter()
        .map(|start| descend(&criterion, *start))
        .min_by(|a, b| criterion(a).total_cmp(&criterion(b)))?;
    let found = profile(table, &rated, all, &best)?;
    let unit = best[0] * best[0] * found.residual;
    let rater = best[1] * best[1] * found.residual;
    let k_harmonic = counts.len() as f64 / counts.iter().map(|count| 1.0 / count).sum::<f64>();
    Some(Components {
        unit,
        rater,
        residual: found.residual,
        mean: found.mean,
        reml_criterion: found.criterion,
        k_harmonic,
        absolute: unit / (unit + rater + found.residual),
        consistent: unit / (unit + found.residual),
        absolute_mean: unit / (unit + (rater + found.residual) / k_harmonic),
        consistent_mean: unit / (unit + found.residual / k_harmonic),
    })
}

/// With `W = I + g^2 Z_u Z_u'` inverted unit by unit, and the raters' block by Cholesky.
fn profile(table: &Table, rated: &[usize], all: f64, [g, h]: &[f64; 2]) -> Option<Profile> {
    let raters = table.rows.len();
    let mut block = Matrix::zeros(raters, raters);
    // Columns: the ones, and the scores, each against ones, scores and raters, in the metric of W^-1.
    let (mut one_one, mut one_y, mut y_y, mut log_det) = (0.0, 0.0, 0.0, 0.0);
    let (mut r_one, mut r_y) = (vec![0.0; raters], vec![0.0; raters]);
    for unit in rated {
        let scores: Vec<(usize, f64)> =
            (0..raters).filter_map(|rater| Some((rater, table.rows[rater][*unit]?))).collect();
        let count = scores.len() as f64;
        let shrink = g * g / (1.0 + count * g * g);
        log_det += libm::log1p(count * g * g);
        let sum: f64 = scores.iter().map(|(_, y)| y).sum();
        one_one += count - shrink * count * count;
        one_y += sum - shrink * count * sum;
        y_y += scores.iter().map(|(_, y)| y * y).sum::<f64>() - shrink * sum * sum;
        for (rater, y) in &scores {
            r_one[*rater] += h * (1.0 - shrink * count);
            r_y[*rater] += h * (y - shrink * sum);
            block[(*rater, *rater)] += h * h;
            scores.iter().for_each(|(other, _)| block[(*rater, *other)] -= h * h * shrink);
        }
    }
    (0..raters).for_each(|i| block[(i, i)] += 1.0);
    let factor = block.cholesky()?;
    let (half_one, half_y) = (factor.forward_one(&r_one), factor.forward_one(&r_y));
    let information = one_one - dot(&half_one, &half_one);
    let mean = (one_y - dot(&half_one, &half_y)) / information;
    let squares = y_y - dot(&half_y, &half_y) - mean * mean * information;
    let free = all - 1.0;
    let residual = squares / free;
    let criterion = log_det
        + factor.log_det()
        + libm::log(information)
        + free * (1.0 + libm::log(std::f64::consts::TAU * residual));
    (criterion.is_finite() && information > 0.0).then_some(Profile { criterion, residual, mean })
}

/// Downhill by a simplex of three points (Nelder and Mead, *Computer Journal* 7, 1965). The criterion depends on squares
/// only, so that the border at 0 needs no care.
fn descend(criterion: &impl Fn(&[f64; 2]) -> f64, start: [f64; 2]) -> [f64; 2] {
    let mut best = start;
    for size in [0.5, 0.1, 0.02] {
        best = simplex(criterion, best, size);
    }
    best
}

fn simplex(criterion: &impl Fn(&[f64; 2]) -> f64, start: [f64; 2], size: f64) -> [f64; 2] {
    let mut points =
        [start, [start[0] + size, start[1]], [start[0], start[1] + size]].map(|at| (criterion(&at), at));
    for _ in 0..400 {
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        let [first, second, last] = points;
        if (last.1[0] - first.1[0]).abs() + (last.1[1] - first.1[1]).abs() < 1e-10 {
            break;
        }
        let middle = [0.5 * (first.1[0] + second.1[0]), 0.5 * (first.1[1] + second.1[1])];
        let along = |by: f64| {
            let at = [middle[0] + by * (last.1[0] - middle[0]), middle[1] + by * (last.1[1] - middle[1])];
            (criterion(&at), at)
        };
        let reflected = along(-1.0);
        points[2] = if reflected.0 < first.0 {
            let further = along(-2.0);
            if further.0 < reflected.0 { further } else { reflected }
        } else if reflected.0 < second.0 {
            reflected
        } else {
            let nearer = if reflected.0 < last.0 { along(-0.5) } else { along(0.5) };
            if nearer.0 < last.0.min(reflected.0) {
                nearer
            } else {
                let drawn = [0.5 * (first.1[0] + second.1[0]), 0.5 * (first.1[1] + second.1[1])];
                points[1] = (criterion(&drawn), drawn);
                let drawn = [0.5 * (first.1[0] + last.1[0]), 0.5 * (first.1[1] + last.1[1])];
                (criterion(&drawn), drawn)
            }
        };
    }
    points[0].1
}
