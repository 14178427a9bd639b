//! The many-facet Rasch model of the same ratings: a second opinion that takes levels as steps, not as distances.
//!
//! Rating scale model with facets (Andrich, *Psychometrika* 43, 1978; Linacre, *Many-Facet Rasch Measurement*, 1989): the
//! log odds of a level over the one below are `theta_c + l_r + e_k - tau_j`, with candidate c, leniency of rater r, easiness
//! of criterion k and threshold j of the scale. Everything is in logits. The log likelihood is concave, so that Newton's
//! method finds its one maximum (Boyd and Vandenberghe, *Convex Optimization*, 2004, sec. 9.5).

use serde::Serialize;

use super::super::linear::{Lower, Matrix, dot};
use super::super::ratings::{Cell, Keyed, MeasureError, Ratings, unfit};
use super::estimable::{Estimability, estimability};
use super::fit::Estimates;
use crate::words::listed;

/// Standard deviations of normal priors that keep estimates finite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Penalties {
    /// Of candidates.
    pub candidate: f64,
    /// Of raters.
    pub rater: f64,
    /// Of criteria.
    pub criterion: f64,
    /// Of thresholds.
    pub threshold: f64,
}

impl Default for Penalties {
    /// Wide for candidates, narrower for raters and criteria: in logits.
    fn default() -> Penalties {
        Penalties { candidate: 1.5, rater: 0.7, criterion: 0.7, threshold: 2.5 }
    }
}

/// What the model says, in logits. A positive number is an able candidate, a lenient rater, an easy criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rasch {
    /// The levels that were given, ascending; those that nobody gave are left out of the scale.
    pub levels: Vec<f64>,
    /// Thresholds between neighbouring levels.
    pub thresholds: Thresholds,
    /// Names of the candidates: the order of the covariance.
    pub candidates: Vec<String>,
    /// Candidates.
    pub candidate: Estimates,
    /// Covariance of the candidates.
    pub candidate_cov: Vec<Vec<f64>>,
    /// Criteria.
    pub criterion_easiness: Estimates,
    /// Raters.
    pub rater_leniency: Estimates,
    /// Logarithm of the likelihood at the maximum, without priors.
    pub log_likelihood: f64,
    /// Sets of candidates, of raters and of criteria that can be compared: across sets the distance of two estimates is the
    /// penalties' doing and none of the ratings'.
    pub comparable_candidates: Vec<Vec<String>>,
    /// Of raters.
    pub comparable_raters: Vec<Vec<String>>,
    /// Of criteria.
    pub comparable_criteria: Vec<Vec<String>>,
    /// What stands on no common scale, in a sentence; empty where everything does.
    pub sentence: String,
}

/// What is said where there are several sets of a facet, which of them named; empty where there are none.
fn unlinked(found: &Estimability) -> String {
    let facets = [
        ("candidates", &found.comparable_candidates),
        ("raters", &found.comparable_raters),
        ("criteria", &found.comparable_criteria),
    ];
    let several = facets.iter().filter(|(_, sets)| sets.len() > 1);
    let several: Vec<String> = several.map(|(name, _)| (*name).to_owned()).collect();
    if several.is_empty() {
        return String::new();
    }
    let order = if found.comparable_candidates.len() > 1 {
        ", and there is no common order of the candidates"
    } else {
        "; the candidates all stand on one"
    };
    format!(
        "The ratings leave sets of {} that nothing links: across sets they stand on no common scale{order}. Compare only within a set.",
        listed(&several)
    )
}

/// Thresholds with their standard deviations.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Thresholds {
    /// Estimates.
    pub est: Vec<f64>,
    /// Standard deviations.
    pub sd: Vec<f64>,
}

/// Fits with penalties (the mode of the posterior, its curvature as covariance), or without: then candidates, raters and
/// criteria each sum to zero, and the covariance is that of maximum likelihood.
///
/// # Errors
/// Where all scores are equal; without penalties also where the design cannot tell everything apart, or somebody has only
/// lowest or only highest scores, so that the estimate runs off to infinity.
pub fn rasch(ratings: &Ratings, penalties: Option<&Penalties>) -> Result<Rasch, MeasureError> {
    let model = Model::of(ratings, penalties)?;
    if penalties.is_none() {
        identified(ratings)?;
        bounded(ratings, &model.levels)?;
    }
    let (at, factor) = model.climb()?;
    Ok(model.report(ratings, &at, &factor))
}

/// Logarithms of the probabilities of the levels, where `eta` is the sum of the facets: `x eta - sum_(j <= x) tau_j`, less
/// the logarithm of the sum of all.
pub fn log_probabilities(eta: f64, thresholds: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0];
    for (x, threshold) in thresholds.iter().enumerate() {
        out.push(out[x] + eta - threshold);
    }
    let top = out.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let all = top + libm::log(out.iter().map(|one| libm::exp(one - top)).sum::<f64>());
    out.iter_mut().for_each(|one| *one -= all);
    out
}

fn identified(ratings: &Ratings) -> Result<(), MeasureError> {
    if estimability(ratings).deficiency == 2 {
        return Ok(());
    }
    Err(unfit("not identified: the ratings leave sets of candidates that cannot be compared; without penalties there is no estimate".to_owned()))
}

fn bounded(ratings: &Ratings, levels: &[f64]) -> Result<(), MeasureError> {
    let facets = [&ratings.candidates, &ratings.raters, &ratings.criteria];
    for (facet, names) in facets.into_iter().enumerate() {
        for (index, name) in names.iter().enumerate() {
            let is_own = |cell: &&Cell| [cell.candidate, cell.rater, cell.criterion][facet] == index;
            let mut own = ratings.cells.iter().filter(is_own).map(|cell| cell.score);
            let Some(first) = own.next() else { continue };
            let end = levels.first() == Some(&first) || levels.last() == Some(&first);
            if end && own.all(|score| score == first) {
                return Err(unfit(format!(
                    "{name} has only scores of {first}: without penalties the estimate runs off to infinity"
                )));
            }
        }
    }
    Ok(())
}

/// Where the numbers of the groups begin, in one list: thresholds, candidates, raters, criteria.
struct Model {
    levels: Vec<f64>,
    starts: [usize; 5],
    /// Level and the three facets' positions in the list, for each score.
    rows: Vec<(usize, [usize; 3])>,
    /// Precision of each number's prior.
    precision: Vec<f64>,
    /// Whether the sums of the facets are held at zero instead.
    centred: bool,
}

impl Model {
    fn of(ratings: &Ratings, penalties: Option<&Penalties>) -> Result<Model, MeasureError> {
        let mut levels: Vec<f64> = ratings.cells.iter().map(|cell| cell.score).collect();
        levels.sort_by(f64::total_cmp);
        levels.dedup();
        if levels.len() < 2 {
            return Err(unfit("every score is equal: there is nothing to fit".to_owned()));
        }
        let sizes =
            [levels.len() - 1, ratings.candidates.len(), ratings.raters.len(), ratings.criteria.len()];
        let mut starts = [0; 5];
        (0..4).for_each(|group| starts[group + 1] = starts[group] + sizes[group]);
        let rows = ratings.cells.iter().map(|cell| {
            let level = levels.partition_point(|level| *level < cell.score);
            let facets = [starts[1] + cell.candidate, starts[2] + cell.rater, starts[3] + cell.criterion];
            (level, facets)
        });
        let sds = penalties.map_or([f64::INFINITY; 4], |p| [p.threshold, p.candidate, p.rater, p.criterion]);
        let precision = (0..4).flat_map(|group| vec![1.0 / (sds[group] * sds[group]); sizes[group]]);
        Ok(Model {
            rows: rows.collect(),
            precision: precision.collect(),
            starts,
            levels,
            centred: penalties.is_none(),
        })
    }

    /// Newton's method with halved steps.
    fn climb(&self) -> Result<(Vec<f64>, Lower), MeasureError> {
        let mut at = vec![0.0; self.precision.len()];
        for _ in 0..200 {
            let (value, slope, curve) = self.shape(&at);
            let factor = curve.cholesky().ok_or_else(runs_off)?;
            let step = factor.backward_one(&factor.forward_one(&slope));
            let moved = |by: f64| -> Vec<f64> { at.iter().zip(&step).map(|(x, d)| x + by * d).collect() };
            if dot(&step, &slope) < 1e-14 {
                // So near, a step squares the distance; what it gains is lost in the objective's rounding.
                return Ok((moved(1.0), factor));
            }
            let mut by = 1.0;
            while by > 1e-6 && self.objective(&moved(by)) < value {
                by *= 0.5;
            }
            at = moved(by);
            if at.iter().any(|one| one.abs() > 1e3) {
                return Err(runs_off());
            }
        }
        Err(runs_off())
    }

    fn eta(&self, at: &[f64], facets: &[usize; 3]) -> f64 {
        facets.iter().map(|facet| at[*facet]).sum()
    }

    fn log_likelihood(&self, at: &[f64]) -> f64 {
        let thresholds = &at[..self.starts[1]];
        let one = |(level, facets): &(usize, [usize; 3])| {
            log_probabilities(self.eta(at, facets), thresholds)[*level]
        };
        self.rows.iter().map(one).sum()
    }

    fn sums(&self, at: &[f64]) -> [f64; 3] {
        [1, 2, 3].map(|group| at[self.starts[group]..self.starts[group + 1]].iter().sum())
    }

    fn objective(&self, at: &[f64]) -> f64 {
        let held: f64 = if self.centred { self.sums(at).iter().map(|sum| sum * sum).sum() } else { 0.0 };
        let prior: f64 = at.iter().zip(&self.precision).map(|(x, precision)| precision * x * x).sum();
        self.log_likelihood(at) - 0.5 * (prior + held)
    }

    /// The objective, its gradient and minus its Hessian.
    fn shape(&self, at: &[f64]) -> (f64, Vec<f64>, Matrix) {
        let mut slope: Vec<f64> =
            at.iter().zip(&self.precision).map(|(x, precision)| -precision * x).collect();
        let mut curve = Matrix::zeros(at.len(), at.len());
        self.precision.iter().enumerate().for_each(|(i, precision)| curve[(i, i)] += precision);
        self.rows.iter().for_each(|(level, facets)| self.add(at, *level, facets, &mut slope, &mut curve));
        if self.centred {
            for (group, sum) in (1..4).zip(self.sums(at)) {
                let members = self.starts[group]..self.starts[group + 1];
                for i in members.clone() {
                    slope[i] -= sum;
                    members.clone().for_each(|j| curve[(i, j)] += 1.0);
                }
            }
        }
        (self.objective(at), slope, curve)
    }

    /// One score: observed less expected statistics, and the covariance of the statistics (an exponential family).
    fn add(&self, at: &[f64], level: usize, facets: &[usize; 3], slope: &mut [f64], curve: &mut Matrix) {
        let steps = self.starts[1];
        let chances: Vec<f64> =
            log_probabilities(self.eta(at, facets), &at[..steps]).into_iter().map(libm::exp).collect();
        let mean: f64 = chances.iter().enumerate().map(|(x, p)| x as f64 * p).sum();
        let variance: f64 =
            chances.iter().enumerate().map(|(x, p)| p * (x as f64 - mean) * (x as f64 - mean)).sum();
        for i in facets {
            slope[*i] += level as f64 - mean;
            facets.iter().for_each(|j| curve[(*i, *j)] += variance);
        }
        // above[j]: probability of a level beyond threshold j; its covariance with the level.
        let above: Vec<f64> = (0..steps).map(|j| chances[j + 1..].iter().sum()).collect();
        for j in 0..steps {
            let seen = if level > j { 1.0 } else { 0.0 };
            slope[j] -= seen - above[j];
            let with_level: f64 = (j + 1..=steps).map(|x| chances[x] * (x as f64 - mean)).sum();
            for i in facets {
                curve[(j, *i)] -= with_level;
                curve[(*i, j)] -= with_level;
            }
            (0..steps).for_each(|other| curve[(j, other)] += above[j.max(other)] - above[j] * above[other]);
        }
    }

    fn report(&self, ratings: &Ratings, at: &[f64], factor: &Lower) -> Rasch {
        let mut covariance = factor.inverse();
        if self.centred {
            self.uncentre(&mut covariance);
        }
        let sd = |i: usize| libm::sqrt(covariance[(i, i)].max(0.0));
        let group = |group: usize, names: &[String]| Estimates {
            est: Keyed::new(names, at[self.starts[group]..].iter().copied()),
            sd: Keyed::new(names, (self.starts[group]..self.starts[group + 1]).map(sd)),
        };
        let candidates = self.starts[1]..self.starts[2];
        let row = |i: usize| covariance.row(i)[candidates.clone()].to_vec();
        let linked = estimability(ratings);
        Rasch {
            levels: self.levels.clone(),
            thresholds: Thresholds {
                est: at[..self.starts[1]].to_vec(),
                sd: (0..self.starts[1]).map(sd).collect(),
            },
            candidates: ratings.candidates.clone(),
            candidate: group(1, &ratings.candidates),
            candidate_cov: candidates.clone().map(row).collect(),
            criterion_easiness: group(3, &ratings.criteria),
            rater_leniency: group(2, &ratings.raters),
            log_likelihood: self.log_likelihood(at),
            sentence: unlinked(&linked),
            comparable_candidates: linked.comparable_candidates,
            comparable_raters: linked.comparable_raters,
            comparable_criteria: linked.comparable_criteria,
        }
    }

    /// Takes out what holding a sum `n a` at zero by `exp(-(n a)^2 / 2)` adds along its direction, which moves the group and
    /// all thresholds by a: a variance of `1 / n^2`.
    fn uncentre(&self, covariance: &mut Matrix) {
        for group in 1..4 {
            let members = self.starts[group]..self.starts[group + 1];
            let added = 1.0 / (members.len() as f64 * members.len() as f64);
            let moved: Vec<usize> = (0..self.starts[1]).chain(members).collect();
            for i in &moved {
                moved.iter().for_each(|j| covariance[(*i, *j)] -= added);
            }
        }
    }
}

fn runs_off() -> MeasureError {
    unfit("the estimates run off to infinity: the ratings separate completely".to_owned())
}
