//! How sure the order of candidates is (law 6), in a first form that says no more than the data allow.
//!
//! A rater's score of an assessment is taken as the assessment's true score plus an error of one common variance
//! ([`rater_variance`], pooled within the cells of application and assessment). From it comes the standard error of each
//! application's score ([`standard_error`]), widened for what nobody assessed. The probability that one candidate is
//! ahead of another is that of the difference of two independent errors ([`Order::probability_ahead`]). Severity of
//! raters is not modelled here: with the same raters for both, the true probability is more certain than said.

use super::aggregate::{ApplicationScore, Assessed, application, on_common_scale};
use super::normal::{deviate, phi, student, sum};

pub(super) mod groups;

/// Surer than this, and two candidates are told apart.
pub const SURE: f64 = 0.9;
/// The ends of the common scale.
pub const SCALE: (f64, f64) = (1.0, 5.0);
/// Normal deviate of a two-sided 95% interval.
const DEVIATE_95: f64 = 1.959_963_984_540_054;
/// Variance of a score about which nothing is known but that it lies on the scale: uniform, `(5 - 1)^2 / 12`.
const UNKNOWN_VARIANCE: f64 = 16.0 / 12.0;

/// Variance of one rater's score, with its degrees of freedom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RaterVariance {
    /// On the common scale.
    pub variance: f64,
    /// Degrees of freedom: raters less one, over all cells.
    pub degrees: f64,
}

/// One candidate in the order, best first; those without a score come last.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Position in the input.
    pub index: usize,
    /// Its score with all parts.
    pub result: ApplicationScore,
    /// Standard error of the score; `None` where it cannot be estimated.
    pub standard_error: Option<f64>,
    /// 95% interval inside the scale; `None` where it cannot be estimated.
    pub interval: Option<(f64, f64)>,
    /// Groups it belongs to, from 0 (best) up; empty without a score. Two rows that share a group are not told apart.
    pub groups: Vec<u32>,
}

/// What is to be said about the order as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderNote {
    /// No application has a score.
    NothingScored,
    /// No assessment has two raters: how far raters differ is unknown, so nobody is told apart.
    TooFewRaters,
    /// Every rater agrees with every other in every score: how sure the order is cannot be computed from that.
    NoDisagreement,
    /// The groups say who is told apart.
    Estimated,
}

impl OrderNote {
    /// In a sentence for people.
    pub fn sentence(self) -> &'static str {
        match self {
            OrderNote::NothingScored => "Nothing has been scored yet.",
            OrderNote::TooFewRaters => {
                "Too few raters to tell: no assessment of a candidate has two raters yet, so how far raters differ is unknown and nobody is told apart."
            }
            OrderNote::NoDisagreement => {
                "Wherever two raters met they gave the same score, so how far raters differ cannot be estimated and nobody is told apart."
            }
            OrderNote::Estimated => {
                "Candidates in the same group are not told apart: their order is less than 90% sure. Groups may overlap."
            }
        }
    }
}

/// The order of some applications under one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Best first.
    pub rows: Vec<Row>,
    /// How far raters differ; `None` where it cannot be estimated.
    pub rater_variance: Option<RaterVariance>,
    /// What is to be said about it.
    pub note: OrderNote,
}

impl Order {
    /// Orders applications; each is its plan's assessments. Equal scores keep the order of the input.
    pub fn of(applications: &[Vec<Assessed>]) -> Order {
        let found = rater_variance(applications);
        let estimate = found.filter(|estimate| estimate.variance > 0.0);
        let mut rows: Vec<Row> =
            applications.iter().enumerate().map(|(index, plan)| row(index, plan, estimate)).collect();
        rows.sort_by(|a, b| key(b).total_cmp(&key(a)));
        let mut order = Order { rows, rater_variance: found, note: OrderNote::Estimated };
        order.note = order.judge();
        order.group();
        order
    }

    /// Probability that the row at position `a` is truly ahead of that at `b`: of a difference of two independent normal
    /// errors, `Phi(d / sqrt(se_a^2 + se_b^2))`, with the deviate drawn in as Student's for the degrees of freedom that
    /// the variance was estimated with. `None` where either has no score or no standard error.
    pub fn probability_ahead(&self, a: usize, b: usize) -> Option<f64> {
        let (a, b) = (self.rows.get(a)?, self.rows.get(b)?);
        let difference = a.result.score? - b.result.score?;
        let error = libm::hypot(a.standard_error?, b.standard_error?);
        let degrees = self.rater_variance?.degrees;
        Some(phi(deviate(difference / error, degrees)))
    }

    fn judge(&self) -> OrderNote {
        if self.rows.iter().all(|row| row.result.score.is_none()) {
            return OrderNote::NothingScored;
        }
        match self.rater_variance {
            None => OrderNote::TooFewRaters,
            Some(estimate) if estimate.variance > 0.0 => OrderNote::Estimated,
            Some(_) => OrderNote::NoDisagreement,
        }
    }

    fn told_apart(&self, a: usize, b: usize) -> bool {
        self.probability_ahead(a, b).is_some_and(|p| p.max(1.0 - p) >= SURE)
    }

    fn group(&mut self) {
        let scored = self.rows.iter().filter(|row| row.result.score.is_some()).count();
        let memberships = groups::groups(scored, |a, b| !self.told_apart(a, b));
        for (row, groups) in self.rows.iter_mut().zip(memberships) {
            row.groups = groups;
        }
    }
}

/// Variance of a rater's score within the cells of application and assessment, pooled: the sum of squared deviations from
/// the cell's mean over the sum of (raters - 1), as the error mean square of a one-way analysis of variance (Snedecor and
/// Cochran, *Statistical Methods*, 8th ed., ch. 12). `None` where no cell has two raters.
pub fn rater_variance(applications: &[Vec<Assessed>]) -> Option<RaterVariance> {
    let mut squares = Vec::new();
    let mut degrees = 0.0;
    for one in applications.iter().flatten() {
        let scores = rater_scores(one);
        let count = count(scores.len());
        if scores.len() < 2 {
            continue;
        }
        let mean = sum(scores.iter().copied()) / count;
        squares.extend(scores.iter().map(|score| (score - mean) * (score - mean)));
        degrees += count - 1.0;
    }
    (degrees > 0.0).then(|| RaterVariance { variance: sum(squares) / degrees, degrees })
}

/// Standard error of an application's score: `sqrt(sum w^2 s^2 / n + (1 - coverage)^2 u)`, with the weights `w` as used, `n`
/// raters each, and `u` the variance of a uniform distribution over the scale: of what nobody assessed nothing is known.
pub fn standard_error(plan: &[Assessed], result: &ApplicationScore, variance: f64) -> f64 {
    let parts = plan.iter().zip(&result.weights_used).filter(|(_, weight)| **weight > 0.0);
    let measured =
        sum(parts.map(|(one, weight)| weight * weight * variance / count(rater_scores(one).len())));
    let unassessed = 1.0 - result.coverage;
    libm::sqrt(measured + unassessed * unassessed * UNKNOWN_VARIANCE)
}

fn row(index: usize, plan: &[Assessed], estimate: Option<RaterVariance>) -> Row {
    let result = application(plan);
    let measured = result.score.zip(estimate);
    let standard_error = measured.map(|(_, estimate)| standard_error(plan, &result, estimate.variance));
    let interval = measured.zip(standard_error).map(|((score, estimate), error)| {
        let reach = student(DEVIATE_95, estimate.degrees) * error;
        ((score - reach).max(SCALE.0), (score + reach).min(SCALE.1))
    });
    Row { index, result, standard_error, interval, groups: Vec::new() }
}

fn rater_scores(one: &Assessed) -> Vec<f64> {
    let rated = one.sheets.iter().filter_map(|sheet| super::aggregate::scorecard(&one.criteria, sheet).score);
    rated.map(|score| on_common_scale(score, one.levels)).collect()
}

fn key(row: &Row) -> f64 {
    row.result.score.unwrap_or(f64::NEG_INFINITY)
}

#[expect(clippy::cast_precision_loss, reason = "numbers of raters are small")]
fn count(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
#[path = "order_tests.rs"]
mod tests;
