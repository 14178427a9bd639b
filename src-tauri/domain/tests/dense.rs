//! The severity model computed a second time without any of the product's algebra: the covariance matrix of all scores written
//! down entry by entry from the priors, and conditioned by elimination (Searle, Casella and McCulloch, *Variance Components*, 1992,
//! ch. 3; the normal conditional distribution: Anderson, *An Introduction to Multivariate Statistical Analysis*, 3rd ed., 2003, th. 2.5.1).
//! Only the ratings are made and the model's answer is read through the crate.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use assay_domain::measure::severity::design::Design;
use assay_domain::measure::severity::gaussian::Gaussian;
use assay_domain::measure::severity::{Deviations, Options, Prior, Report, Sds, fit};
use assay_domain::measure::{Rating, Ratings};

const CANDIDATES: usize = 4;
const RATERS: usize = 3;
const WEIGHTS: [f64; 3] = [0.5, 0.3, 0.2];

/// Candidate, rater, criterion, score. Invented; the third was not rated on the last criterion at all, and four more cells are empty.
const SCORES: [(usize, usize, usize, f64); 21] = [
    (0, 0, 0, 4.0),
    (0, 0, 1, 5.0),
    (0, 0, 2, 3.0),
    (0, 1, 0, 3.0),
    (0, 1, 1, 4.0),
    (0, 1, 2, 2.0),
    (1, 1, 0, 2.0),
    (1, 1, 1, 2.0),
    (1, 1, 2, 3.0),
    (1, 2, 0, 4.0),
    (1, 2, 2, 5.0),
    (2, 2, 0, 3.0),
    (2, 2, 1, 3.0),
    (2, 0, 0, 2.0),
    (2, 0, 1, 1.0),
    (3, 0, 0, 5.0),
    (3, 0, 2, 4.0),
    (3, 1, 1, 5.0),
    (3, 1, 2, 3.0),
    (3, 2, 0, 5.0),
    (3, 2, 1, 4.0),
];

/// Standard deviations of rater, halo, profile and residual.
type Four = [f64; 4];

fn ratings() -> Ratings {
    let row = |(c, r, k, score): &(usize, usize, usize, f64)| Rating {
        candidate: format!("C{c}"),
        rater: format!("R{r}"),
        criterion: format!("K{k}"),
        score: *score,
    };
    let rows: Vec<Rating> = SCORES.iter().map(row).collect();
    let weights: Vec<(String, f64)> = (0..3).map(|k| (format!("K{k}"), WEIGHTS[k])).collect();
    Ratings::new(&rows, &weights, (1.0, 5.0)).unwrap()
}

fn one_if(condition: bool) -> f64 {
    if condition { 1.0 } else { 0.0 }
}

/// What is asked of the model, conditioned on the scores.
struct Known {
    /// Logarithm of the density of the scores.
    log_density: f64,
    /// Means of the totals, then of the leniencies.
    means: Vec<f64>,
    /// Their covariance.
    covariance: Vec<Vec<f64>>,
}

/// Totals `T_c = sum_k w_k (mu_k + theta_c + delta_ck)`, delta only where somebody rated, and leniencies, given the scores.
fn conditioned([rater, halo, profile, residual]: Four) -> Known {
    let (mu, theta) = (1.5 * 1.5, 5.0 * 5.0);
    let [rater, halo, profile, residual] = [rater, halo, profile, residual].map(|sd| sd * sd);
    let of_scores = |a: usize, b: usize| {
        let ((c, r, k, _), (d, s, l, _)) = (SCORES[a], SCORES[b]);
        mu * one_if(k == l)
            + theta * one_if(c == d)
            + profile * one_if(c == d && k == l)
            + rater * one_if(r == s)
            + halo * one_if(c == d && r == s)
            + residual * one_if(a == b)
    };
    let with_score = |asked: usize, b: usize| {
        let (d, s, l, _) = SCORES[b];
        match asked.checked_sub(CANDIDATES) {
            None => WEIGHTS[l] * mu + one_if(asked == d) * (theta + WEIGHTS[l] * profile),
            Some(own) => rater * one_if(own == s),
        }
    };
    let rated = |c: usize, k: usize| SCORES.iter().any(|one| (one.0, one.2) == (c, k));
    let before = |a: usize, b: usize| match (a.checked_sub(CANDIDATES), b.checked_sub(CANDIDATES)) {
        (None, None) => {
            let squares = |own: &dyn Fn(usize) -> bool| -> f64 {
                (0..3).filter(|k| own(*k)).map(|k| WEIGHTS[k] * WEIGHTS[k]).sum()
            };
            mu * squares(&|_| true) + one_if(a == b) * (theta + profile * squares(&|k| rated(a, k)))
        }
        (Some(_), Some(_)) => rater * one_if(a == b),
        _ => 0.0,
    };
    let (count, asked) = (SCORES.len(), CANDIDATES + RATERS);
    // One table: the scores' covariance, then what it is to be solved for.
    let mut table: Vec<Vec<f64>> = (0..count)
        .map(|a| {
            let right = (0..asked).map(|one| with_score(one, a)).chain([SCORES[a].3 - 3.0]);
            (0..count).map(|b| of_scores(a, b)).chain(right).collect()
        })
        .collect();
    let log_determinant = eliminated(&mut table);
    let solved = |a: usize, column: usize| table[a][count + column];
    let through = |one: usize, column: usize| -> f64 {
        (0..count).map(|a| with_score(one, a) * solved(a, column)).sum()
    };
    let squares: f64 = (0..count).map(|a| (SCORES[a].3 - 3.0) * solved(a, asked)).sum();
    Known {
        log_density: -0.5 * (count as f64 * std::f64::consts::TAU.ln() + log_determinant + squares),
        means: (0..asked).map(|one| one_if(one < CANDIDATES) * 3.0 + through(one, asked)).collect(),
        covariance: (0..asked).map(|a| (0..asked).map(|b| before(a, b) - through(a, b)).collect()).collect(),
    }
}

/// Gauss and Jordan's elimination of the leading square with the largest pivot; gives the logarithm of its determinant.
fn eliminated(table: &mut [Vec<f64>]) -> f64 {
    let mut log = 0.0;
    for at in 0..table.len() {
        let best =
            (at..table.len()).max_by(|a, b| table[*a][at].abs().total_cmp(&table[*b][at].abs())).unwrap();
        table.swap(at, best);
        let pivot = table[at][at];
        log += pivot.abs().ln();
        table[at].iter_mut().for_each(|cell| *cell /= pivot);
        let row = table[at].clone();
        for (_, other) in table.iter_mut().enumerate().filter(|(other, _)| *other != at) {
            let factor = other[at];
            other.iter_mut().zip(&row).skip(at).for_each(|(cell, part)| *cell -= factor * part);
        }
    }
    log
}

/// The normal distribution function, by Simpson's rule from the middle.
fn below(z: f64) -> f64 {
    let (steps, width) = (400, z / 400.0);
    let density = |x: f64| (-0.5 * x * x).exp() / std::f64::consts::TAU.sqrt();
    let term = |step: usize| {
        let times = if step == 0 || step == steps {
            1.0
        } else if step % 2 == 1 {
            4.0
        } else {
            2.0
        };
        times * density(step as f64 * width)
    };
    0.5 + (0..=steps).map(term).sum::<f64>() * width / 3.0
}

/// Probability that the first candidate's total is above the second's.
fn before(known: &Known, a: usize, b: usize) -> f64 {
    let cov = &known.covariance;
    below((known.means[a] - known.means[b]) / (cov[a][a] + cov[b][b] - 2.0 * cov[a][b]).sqrt())
}

fn near(what: &str, found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{what}: {found} instead of {expected}");
}

fn named([rater, halo, profile, residual]: Four) -> Sds {
    Sds { rater, halo, profile, residual }
}

#[test]
fn at_given_deviations_every_number_is_that_of_the_whole_covariance_matrix() {
    for sds in [[0.4, 0.4, 0.4, 0.6], [0.7, 0.2, 0.5, 0.3], [0.05, 0.9, 0.1, 1.2]] {
        let known = conditioned(sds);
        let options = Options { deviations: Deviations::Fixed(named(sds)), ..Options::default() };
        let found = fit(&ratings(), &options).unwrap();
        for a in 0..CANDIDATES {
            near("total", found.weighted_total.est.0[a].1, known.means[a], 1e-6);
            near("sd", found.weighted_total.sd.0[a].1, known.covariance[a][a].sqrt(), 1e-6);
            for b in 0..CANDIDATES {
                near("covariance", found.weighted_total_cov[a][b], known.covariance[a][b], 1e-6);
                let expected = if a == b { 0.5 } else { before(&known, a, b) };
                near("before", found.prob_row_beats_col[a][b], expected, 1e-6);
            }
        }
        for r in 0..RATERS {
            near("leniency", found.rater_leniency.est.0[r].1, known.means[CANDIDATES + r], 1e-6);
            let own = known.covariance[CANDIDATES + r][CANDIDATES + r].sqrt();
            near("sd of leniency", found.rater_leniency.sd.0[r].1, own, 1e-6);
        }
        let gaussian = Gaussian::at(&Design::of(&ratings()), &Prior::default(), &named(sds)).unwrap();
        near("log density", gaussian.log_marginal, known.log_density, 1e-6);
    }
}

/// Midpoints of a standard deviation from nought upwards. The integrand goes by squares, so it goes on evenly below nought, and
/// the midpoint rule is as good as exact once it is finer than the density is wide (Davis and Rabinowitz, *Methods of Numerical
/// Integration*, 2nd ed., 1984, 2.9).
fn midpoints(count: usize, step: f64) -> Vec<f64> {
    (0..count).map(|at| (at as f64 + 0.5) * step).collect()
}

/// The estimated deviations: their posterior on a plain lattice, with the half-normal priors written out.
#[test]
fn over_the_deviations_every_number_is_that_of_a_plain_lattice() {
    let half_normal = |sd: f64, scale: f64| -0.5 * (sd / scale) * (sd / scale);
    let mut points: Vec<(f64, Known)> = Vec::new();
    for rater in midpoints(7, 0.3) {
        for halo in midpoints(7, 0.25) {
            for profile in midpoints(7, 0.25) {
                for residual in midpoints(13, 0.15) {
                    let known = conditioned([rater, halo, profile, residual]);
                    let prior: f64 = [rater, halo, profile].iter().map(|sd| half_normal(*sd, 0.5)).sum();
                    points.push((known.log_density + prior + half_normal(residual, 1.0), known));
                }
            }
        }
    }
    let top = points.iter().map(|one| one.0).fold(f64::NEG_INFINITY, f64::max);
    let all: f64 = points.iter().map(|one| (one.0 - top).exp()).sum();
    let mean = |of: &dyn Fn(&Known) -> f64| -> f64 {
        points.iter().map(|(log, known)| (log - top).exp() / all * of(known)).sum()
    };
    let found: Report = fit(&ratings(), &Options::default()).unwrap();
    for a in 0..CANDIDATES {
        let total = mean(&|known| known.means[a]);
        let variance =
            mean(&|known| known.covariance[a][a] + (known.means[a] - total) * (known.means[a] - total));
        println!(
            "total {total:.4}, sd {:.4}; found {:.4}, {:.4}",
            variance.sqrt(),
            found.weighted_total.est.0[a].1,
            found.weighted_total.sd.0[a].1
        );
        near("total", found.weighted_total.est.0[a].1, total, 0.01);
        near("sd", found.weighted_total.sd.0[a].1, variance.sqrt(), 0.01);
        for b in 0..a {
            let expected = mean(&|known| before(known, a, b));
            near("before", found.prob_row_beats_col[a][b], expected, 0.01);
        }
    }
    for r in 0..RATERS {
        let expected = mean(&|known| known.means[CANDIDATES + r]);
        near("leniency", found.rater_leniency.est.0[r].1, expected, 0.01);
    }
}
