//! Variance components of units and raters by restricted maximum likelihood, for tables with holes too.
//!
//! `y_ur = m + u_u + r_r + e_ur`, all effects normal (Patterson and Thompson, *Biometrika* 58, 1971). With the ratios
//! `g = s_u / s_e` and `h = s_r / s_e` the residual variance and the mean have closed forms (Bates and others, *Journal of
//! Statistical Software* 67(1), 2015, eq. 39 to 42); the units are eliminated first, so that matrices are as large as the
//! number of raters. Without holes all of it has a closed form: the mean squares, pooled where one would make a variance
//! negative (Thompson, *Annals of Mathematical Statistics* 33, 1962).

use serde::Serialize;

use super::super::linear::{Matrix, dot};
use super::icc::Squares;
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
    /// Minus twice the restricted log likelihood; `None` where nothing is left over, and it has no bound.
    pub reml_criterion: Option<f64>,
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

/// Estimates the components; `None` where fewer than two units, raters or pairs of ratings, where nothing varies, or where a
/// table with holes leaves no residual, so that its likelihood has no bound.
pub fn components(table: &Table) -> Option<Components> {
    let table = table.filled();
    if !fit(&table) {
        return None;
    }
    if let Some(squares) = Squares::of(&table) {
        return Some(closed(&squares));
    }
    let best = optimum(&table)?;
    let found = profile(&table, &best.map(ratio))?;
    let [g, h] = best.map(ratio);
    let total = g * g + h * h + 1.0;
    let counts = (0..table.units()).map(|unit| table.unit(unit).len() as f64);
    let k_harmonic = table.units() as f64 / counts.map(|count| 1.0 / count).sum::<f64>();
    let (unit, rater) = (g * g * found.residual, h * h * found.residual);
    (total < GONE)
        .then(|| shares([unit, rater, found.residual], found.mean, Some(found.criterion), k_harmonic))
}

fn fit(table: &Table) -> bool {
    table.units() > 1 && table.rows.len() > 1 && table.pairable() > 0 && table.values().len() > 1
}

/// From here on the residual is nought against the rest.
const GONE: f64 = 1e7;

fn shares(
    [unit, rater, residual]: [f64; 3],
    mean: f64,
    reml_criterion: Option<f64>,
    k_harmonic: f64,
) -> Components {
    // Where all of one kind are nought, so is the share of the units.
    let part = |below: f64| if below > 0.0 { unit / below } else { 0.0 };
    Components {
        unit,
        rater,
        residual,
        mean,
        reml_criterion,
        k_harmonic,
        absolute: part(unit + rater + residual),
        consistent: part(unit + residual),
        absolute_mean: part(unit + (rater + residual) / k_harmonic),
        consistent_mean: part(unit + residual / k_harmonic),
    }
}

/// Without holes: the variances of the three strata are their mean squares, the residual's the least; a stratum below the
/// residual's is pooled with it, the lowest first.
fn closed(s: &Squares) -> Components {
    let (n, k) = (s.n, s.k);
    let mut strata = [(s.units, n - 1.0), (s.raters, k - 1.0)];
    let (mut rest, mut degrees) = (s.rest, (n - 1.0) * (k - 1.0));
    let mut order = [0, 1];
    order.sort_by(|a, b| strata[*a].0.total_cmp(&strata[*b].0));
    let mut pooled = [false; 2];
    for at in order {
        if strata[at].0 < rest {
            rest = (rest * degrees + strata[at].0 * strata[at].1) / (degrees + strata[at].1);
            degrees += strata[at].1;
            pooled[at] = true;
        }
    }
    (0..2).filter(|at| pooled[*at]).for_each(|at| strata[at].0 = rest);
    let all = n * k;
    let logs = strata.map(|(square, df)| df * libm::log(square)).iter().sum::<f64>()
        + (n - 1.0) * (k - 1.0) * libm::log(rest);
    let criterion = (all - 1.0) * (1.0 + libm::log(std::f64::consts::TAU)) + libm::log(all) + logs;
    let components = [(strata[0].0 - rest) / k, (strata[1].0 - rest) / n, rest];
    shares(components, s.mean, criterion.is_finite().then_some(criterion), k)
}

/// A ratio of standard deviations from an angle: so a residual of nought stands at a quarter turn and not at infinity.
fn ratio(angle: f64) -> f64 {
    libm::tan(angle).clamp(-1e4, 1e4)
}

/// The best angles of both ratios: downhill from the best points of a grid.
fn optimum(table: &Table) -> Option<[f64; 2]> {
    let criterion =
        |angles: &[f64; 2]| profile(table, &angles.map(ratio)).map_or(f64::INFINITY, |found| found.criterion);
    let steps = [0.05, 0.35, 0.65, 0.95, 1.25, 1.5];
    let mut grid: Vec<(f64, [f64; 2])> =
        steps.iter().flat_map(|g| steps.map(|h| [*g, h])).map(|at| (criterion(&at), at)).collect();
    grid.sort_by(|a, b| a.0.total_cmp(&b.0));
    let found = grid.iter().take(3).map(|(_, start)| descend(&criterion, *start));
    found.min_by(|a, b| criterion(a).total_cmp(&criterion(b)))
}

/// 95% point of chi-square with one degree of freedom.
const CHI_95: f64 = 3.841_458_820_694_124;

/// 95% interval of ICC(A,1) of a table with holes: the values whose best likelihood is not too far from the best of all
/// (profile likelihood: Venzon and Moolgavkar, *Applied Statistics* 37, 1988). `None` where the components are.
pub fn absolute_interval(table: &Table) -> Option<(f64, f64)> {
    let table = table.filled();
    let found = components(&table)?;
    let bound = found.reml_criterion? + CHI_95;
    let outside = |rho: f64| {
        let along = |angle: f64| {
            let h = ratio(angle);
            let g = libm::sqrt(rho / (1.0 - rho) * (1.0 + h * h));
            profile(&table, &[g, h]).map_or(f64::INFINITY, |found| found.criterion)
        };
        lowest(along) > bound
    };
    let edge = |mut inside: f64, mut out: f64| {
        if !outside(out) {
            return out;
        }
        for _ in 0..20 {
            let middle = 0.5 * (inside + out);
            if outside(middle) { out = middle } else { inside = middle }
        }
        inside
    };
    let top = 1.0 - 1e-6;
    let single = found.absolute.min(top);
    Some((edge(single, 0.0), edge(single, top)))
}

/// Least value over a quarter turn: the best of a grid, narrowed by thirds.
fn lowest(of: impl Fn(f64) -> f64) -> f64 {
    let width = std::f64::consts::FRAC_PI_2 / 12.0;
    let points = (0..12).map(|at| (f64::from(at) + 0.5) * width);
    let best = points.map(|at| (of(at), at)).min_by(|a, b| a.0.total_cmp(&b.0));
    let Some((mut least, at)) = best else { return f64::INFINITY };
    let (mut low, mut high) = (at - width, at + width);
    for _ in 0..16 {
        let (a, b) = (low + (high - low) / 3.0, high - (high - low) / 3.0);
        let (left, right) = (of(a), of(b));
        least = least.min(left).min(right);
        if left < right { high = b } else { low = a }
    }
    least
}

/// With `W = I + g^2 Z_u Z_u'` inverted unit by unit, and the raters' block by Cholesky.
fn profile(table: &Table, [g, h]: &[f64; 2]) -> Option<Profile> {
    let all = table.rows.iter().flatten().flatten().count() as f64;
    let raters = table.rows.len();
    let mut block = Matrix::zeros(raters, raters);
    // Columns: the ones, and the scores, each against ones, scores and raters, in the metric of W^-1.
    let (mut one_one, mut one_y, mut y_y, mut log_det) = (0.0, 0.0, 0.0, 0.0);
    let (mut r_one, mut r_y) = (vec![0.0; raters], vec![0.0; raters]);
    for unit in 0..table.units() {
        let scores: Vec<(usize, f64)> =
            (0..raters).filter_map(|rater| Some((rater, table.rows[rater][unit]?))).collect();
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
