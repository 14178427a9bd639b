//! Which further interview would help most to settle the order.
//!
//! In a Gaussian model the covariance after more ratings does not depend on what they will be. With the difference of two
//! candidates now `N(d, v)` and its variance `v'` after the interview, the mean after it is `N(d, v - v')` (preposterior
//! analysis: Raiffa and Schlaifer, *Applied Statistical Decision Theory*, 1961, ch. 5). The uncertainty of an order is the
//! expected number of pairs that stand the wrong way round. The standard deviations are held at their posterior means.

use serde::Serialize;

use super::super::normal::phi;

use super::super::ratings::Ratings;
use super::super::special::normal_quantile;
use super::super::sure::SURE;
use super::design::Design;
use super::gaussian::{Gaussian, Joint};
use super::prior::{Prior, Sds};

/// Two candidates, and how likely the interview is to tell them apart.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Separated {
    /// One.
    pub candidate: String,
    /// The other.
    pub other: String,
    /// Probability that their order is 90% sure after the interview.
    pub probability: f64,
}

/// One further interview: a rater over the whole rubric.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Further {
    /// Whom to interview.
    pub candidate: String,
    /// Who would interview; `None` is somebody who has rated nobody yet.
    pub rater: Option<String>,
    /// By how much the expected number of pairs in the wrong order falls.
    pub expected_reduction: f64,
    /// Pairs that are not told apart now, the likeliest to be separated first; at most three.
    pub separates: Vec<Separated>,
}

/// All further interviews, the most useful first: each candidate with each rater who has not rated them, and with a new one.
pub fn further(ratings: &Ratings, sds: &Sds, prior: &Prior) -> Vec<Further> {
    let Some(now) = totals(ratings, sds, prior) else { return Vec::new() };
    let mut out = Vec::new();
    for candidate in 0..ratings.candidates.len() {
        for rater in 0..=ratings.raters.len() {
            let Some(more) = ratings.with(&ratings.candidates[candidate], rater) else { continue };
            if let Some(then) = totals(&more, sds, prior) {
                out.push(compare(ratings, &now, &then, candidate, rater));
            }
        }
    }
    out.sort_by(|a, b| b.expected_reduction.total_cmp(&a.expected_reduction));
    out
}

/// The model of one assessment with its standard deviations held, by candidate: what another rater's ratings would change.
#[derive(Clone, Debug)]
pub struct Held {
    names: Vec<String>,
    totals: Totals,
    unrated: Vec<f64>,
}

impl Held {
    /// Holds the standard deviations; `None` where the numbers are beyond what doubles can hold.
    pub fn of(ratings: &Ratings, sds: &Sds) -> Option<Held> {
        let design = Design::of(ratings);
        let joint = Gaussian::at(&design, &Prior::default(), sds)?.totals(&design);
        let place = design.place.iter().map(|(pattern, _)| *pattern).collect();
        let unrated =
            design.patterns.iter().map(|one| sds.profile * sds.profile * one.unrated_weight_squares);
        let unrated = unrated.collect();
        Some(Held { names: ratings.candidates.clone(), totals: Totals { joint, place }, unrated })
    }

    /// Where a candidate stands; `None` without ratings.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|one| one == name)
    }

    /// Variance of the difference of two candidates by place, of one alone where the other has no ratings, nought of neither;
    /// with that of what nobody rated.
    pub fn difference(&self, a: Option<usize>, b: Option<usize>) -> f64 {
        let pattern = |at: usize| self.totals.place[at];
        let alone = |at: usize| self.totals.joint.variance(pattern(at)) + self.unrated[pattern(at)];
        match (a, b) {
            (Some(a), Some(b)) => {
                let apart = self.totals.joint.difference_variance(pattern(a), pattern(b));
                apart + self.unrated[pattern(a)] + self.unrated[pattern(b)]
            }
            (Some(at), None) | (None, Some(at)) => alone(at),
            (None, None) => 0.0,
        }
    }
}

/// Means now or later, and variances of differences, by candidate.
#[derive(Clone, Debug)]
struct Totals {
    joint: Joint,
    place: Vec<usize>,
}

impl Totals {
    fn difference(&self, a: usize, b: usize) -> (f64, f64) {
        let variance = self.joint.difference_variance(self.place[a], self.place[b]);
        (self.joint.means[a] - self.joint.means[b], variance)
    }
}

fn totals(ratings: &Ratings, sds: &Sds, prior: &Prior) -> Option<Totals> {
    let design = Design::of(ratings);
    let joint = Gaussian::at(&design, prior, sds)?.totals(&design);
    Some(Totals { joint, place: design.place.iter().map(|(pattern, _)| *pattern).collect() })
}

fn compare(ratings: &Ratings, now: &Totals, then: &Totals, candidate: usize, rater: usize) -> Further {
    let sure = normal_quantile(SURE);
    let names = &ratings.candidates;
    let (mut reduction, mut separates) = (0.0, Vec::new());
    for a in 0..names.len() {
        for b in 0..a {
            let ((mean, before), (_, after)) = (now.difference(a, b), then.difference(a, b));
            let moved = libm::sqrt((before - after).max(0.0));
            let wrong = phi(-mean.abs() / libm::sqrt(before));
            reduction += wrong - expected_wrong(mean, moved, libm::sqrt(after));
            if wrong > 1.0 - SURE && moved > 0.0 {
                let edge = sure * libm::sqrt(after);
                let probability = phi((mean - edge) / moved) + phi((-mean - edge) / moved);
                let (one, other) = (names[b].clone(), names[a].clone());
                separates.push(Separated { candidate: one, other, probability });
            }
        }
    }
    separates.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    separates.truncate(3);
    let rater = ratings.raters.get(rater).cloned();
    Further { candidate: names[candidate].clone(), rater, expected_reduction: reduction, separates }
}

/// Expected probability that the order is wrong after the interview: `E Phi(-|m'| / s')` with `m' ~ N(mean, moved^2)`, by the
/// trapezoid rule over ten standard deviations.
fn expected_wrong(mean: f64, moved: f64, after: f64) -> f64 {
    const STEPS: i32 = 120;
    let (mut sum, mut all) = (0.0, 0.0);
    for step in -STEPS..=STEPS {
        let z = 5.0 * f64::from(step) / f64::from(STEPS);
        let weight = libm::exp(-0.5 * z * z);
        sum += weight * phi(-(mean + moved * z).abs() / after);
        all += weight;
    }
    sum / all
}
