//! Which further interview of a plan would help most to settle the order of the applications.
//!
//! As [`super::severity::next`], over the plan's totals: an interview adds one rater's ratings of one assessment, which
//! lessens the variance of the differences by what the Gaussian model says, whatever the ratings will be (preposterior
//! analysis: Raiffa and Schlaifer, *Applied Statistical Decision Theory*, 1961, ch. 5). With the difference of two totals
//! now `N(d, v)` and `v'` its variance afterwards, the mean afterwards is `N(d, v - v')`. The expected probability that the
//! pair then stands the wrong way round is that of two correlated normal numbers both above nought; with `r = 2 v'/v - 1`
//! and `a = |d| / sqrt(v)` it is `Phi(-a) Phi(a) + (1 / 2 pi) int_0^asin(r) exp(-a^2 / (1 - sin t)) dt` (Plackett,
//! *Biometrika* 41, 1954). Standard deviations are held at their posterior means.

use super::normal::phi;
use super::ratings::Ratings;
use super::severity::next::Held;
use super::special::normal_quantile;
use super::sure::SURE;
use super::total::{Totals, UNKNOWN_VARIANCE};

/// Two applications, and how likely the interview is to tell them apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Separated {
    /// One.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Probability that their order is 90% sure after the interview.
    pub probability: f64,
}

/// One further interview: a rater over one assessment's whole rubric.
#[derive(Clone, Debug, PartialEq)]
pub struct Further {
    /// Whose application.
    pub application: usize,
    /// Which assessment of the plan.
    pub assessment: usize,
    /// Who would rate, as named in the ratings; `None` is somebody who has rated nobody there yet.
    pub rater: Option<String>,
    /// By how much the expected number of pairs in the wrong order falls.
    pub expected_reduction: f64,
    /// Pairs that are not told apart now, the likeliest to be separated first; at most three.
    pub separates: Vec<Separated>,
}

/// The most useful further interviews of a plan, at most `most`: of each application with each rater of the assessment who has
/// not rated it, and with a new one. `ratings` are the assessments' in the plan's order, `names` the applications as they
/// stand in them. Applications without any score are left out.
pub fn further(totals: &Totals, ratings: &[Option<Ratings>], names: &[String], most: usize) -> Vec<Further> {
    let now: Vec<Option<Held>> = totals
        .assessments
        .iter()
        .zip(ratings)
        .map(|(one, ratings)| Held::of(ratings.as_ref()?, &one.fit.as_ref()?.report.deviations.mean))
        .collect();
    let state = State { totals, now: &now, names };
    let scored: Vec<usize> = (0..names.len()).filter(|at| totals.centre(*at).is_some()).collect();
    let pairs: Vec<Pair> = scored
        .iter()
        .flat_map(|a| scored.iter().take_while(move |b| *b < a).map(move |b| (*b, *a)))
        .filter_map(|(a, b)| state.pair(a, b))
        .collect();
    let mut out = Vec::new();
    for (assessment, (one, given)) in totals.assessments.iter().zip(ratings).enumerate() {
        let (Some(fit), Some(given)) = (&one.fit, given) else { continue };
        if one.weight <= 0.0 {
            continue;
        }
        for application in &scored {
            for rater in 0..=given.raters.len() {
                let Some(more) = given.with(&names[*application], rater) else { continue };
                let Some(then) = Held::of(&more, &fit.report.deviations.mean) else { continue };
                let found = state.gain(&pairs, assessment, &then, *application);
                out.push(Further { rater: given.raters.get(rater).cloned(), ..found });
            }
        }
    }
    out.sort_by(|a, b| b.expected_reduction.total_cmp(&a.expected_reduction));
    out.truncate(most);
    out
}

/// Two applications now.
struct Pair {
    a: usize,
    b: usize,
    mean: f64,
    variance: f64,
    wrong: f64,
}

struct State<'a> {
    totals: &'a Totals,
    now: &'a [Option<Held>],
    names: &'a [String],
}

impl State<'_> {
    /// A pair whose order is less than practically certain.
    fn pair(&self, a: usize, b: usize) -> Option<Pair> {
        let mean = self.totals.centre(a)? - self.totals.centre(b)?;
        let variance = self.variance(a, b, None);
        let wrong = phi(-mean.abs() / libm::sqrt(variance));
        (wrong > 1e-4 && wrong.is_finite()).then_some(Pair { a, b, mean, variance, wrong })
    }

    /// Variance of the difference of two totals, with one assessment's model exchanged where that is asked.
    fn variance(&self, a: usize, b: usize, exchanged: Option<(usize, &Held)>) -> f64 {
        let (mut sum, mut missing) = (0.0, [0.0; 2]);
        for (index, one) in self.totals.assessments.iter().enumerate() {
            let held = match exchanged {
                Some((at, then)) if at == index => Some(then),
                _ => self.now[index].as_ref(),
            };
            let place = |application: usize| held.and_then(|held| held.place(&self.names[application]));
            let (x, y) = (place(a), place(b));
            for (cell, at) in missing.iter_mut().zip([x, y]) {
                *cell += if at.is_none() { one.weight } else { 0.0 };
            }
            if let Some(held) = held {
                sum += one.weight * one.weight * held.difference(x, y);
            }
        }
        sum + missing.iter().map(|weight| weight * weight * UNKNOWN_VARIANCE).sum::<f64>()
    }

    fn gain(&self, pairs: &[Pair], assessment: usize, then: &Held, application: usize) -> Further {
        let sure = normal_quantile(SURE);
        let (mut reduction, mut separates) = (0.0, Vec::new());
        for pair in pairs {
            let after = self.variance(pair.a, pair.b, Some((assessment, then))).min(pair.variance);
            let moved = libm::sqrt(pair.variance - after);
            if moved <= 1e-9 {
                continue;
            }
            reduction += pair.wrong - expected_wrong(pair.mean, pair.variance, after);
            if pair.wrong > 1.0 - SURE {
                let edge = sure * libm::sqrt(after);
                let probability = phi((pair.mean - edge) / moved) + phi((-pair.mean - edge) / moved);
                separates.push(Separated { a: pair.a, b: pair.b, probability });
            }
        }
        separates.sort_by(|a, b| b.probability.total_cmp(&a.probability));
        separates.truncate(3);
        Further { application, assessment, rater: None, expected_reduction: reduction, separates }
    }
}

/// Nodes and weights of Gauss and Legendre's rule over -1 to 1, one half (Abramowitz and Stegun, table 25.4, n = 16).
const RULE: [(f64, f64); 8] = [
    (0.095_012_509_837_637_44, 0.189_450_610_455_068_5),
    (0.281_603_550_779_258_9, 0.182_603_415_044_923_6),
    (0.458_016_777_657_227_4, 0.169_156_519_395_002_54),
    (0.617_876_244_402_643_7, 0.149_595_988_816_576_73),
    (0.755_404_408_355_003, 0.124_628_971_255_533_87),
    (0.865_631_202_387_831_7, 0.095_158_511_682_492_78),
    (0.944_575_023_073_232_6, 0.062_253_523_938_647_89),
    (0.989_400_934_991_649_9, 0.027_152_459_411_754_095),
];

/// Expected probability that the pair stands the wrong way round once the variance has fallen from `before` to `after`.
fn expected_wrong(mean: f64, before: f64, after: f64) -> f64 {
    let a = mean.abs() / libm::sqrt(before);
    let end = libm::asin((2.0 * after / before - 1.0).clamp(-1.0, 1.0));
    let at = |t: f64| {
        let rest = 1.0 - libm::sin(t);
        if rest <= 0.0 { if a == 0.0 { 1.0 } else { 0.0 } } else { libm::exp(-a * a / rest) }
    };
    let sum: f64 =
        RULE.iter().map(|(x, w)| w * (at(0.5 * end * (1.0 + x)) + at(0.5 * end * (1.0 - x)))).sum();
    phi(-a) * phi(a) + 0.5 * end * sum / std::f64::consts::TAU
}

#[cfg(test)]
#[path = "further_tests.rs"]
mod tests;
