//! What an interview is expected to bring, before it is held.
//!
//! In a Gaussian model the covariance after more ratings does not depend on what they will be. With the difference of two
//! candidates now `N(d, v)` and `v'` its variance afterwards, the mean afterwards is `N(d, v - v')` (preposterior analysis:
//! Raiffa and Schlaifer, *Applied Statistical Decision Theory*, 1961, ch. 5).

use super::normal::phi;
use super::special::normal_quantile;
use super::sure::{Doubt, SURE};

/// A pair is not looked at where its order is as good as certain.
const CERTAIN: f64 = 1e-4;
/// What an interview takes from a variance counts from here on; less is rounding.
const LEAST: f64 = 1e-18;
/// Most pairs that an interview is said to separate.
const SEPARATED: usize = 3;
/// What an interview cannot do is not integrated: its gain for a pair is at most `sqrt(r) / pi exp(-d^2 / (2 v r))` with r the
/// share of the variance v that it takes (the integral of [`expected_wrong`] from there to 1), which is below 1e-9 from here on.
const FUTILE: f64 = 40.0;

/// Less than this of a pair is no gain to be offered.
const WORTH: f64 = 0.01;
/// An interview that is less likely to tell anybody apart is not offered.
const LIKELY: f64 = 0.02;
/// Gains no further than this below the largest of their kind count as equal to it; less is rounding.
const SAME: f64 = 1e-6;

const UNLIKELY: &str = "No single further interview is likely to settle the order.";
const SETTLED: &str =
    "Nobody is left to be told apart: a further interview would only make surer what is said already.";
const UNDECIDED: &str = "Every score is explained exactly, so it cannot be said what a further interview would settle; any that brings ratings would tell more.";

/// What is said where no interview is worth offering: by whether scores are explained exactly, and for each two candidates the
/// probability that the one is truly above the other, or why that cannot be said. Two who cannot be compared are left to be
/// told apart.
pub fn none_offered(exact: bool, mut pairs: impl Iterator<Item = Result<f64, Doubt>>) -> &'static str {
    let sure = |above: Result<f64, Doubt>| above.is_ok_and(|above| above.max(1.0 - above) >= SURE);
    match (exact, pairs.next()) {
        (true, _) => UNDECIDED,
        (false, Some(first)) if sure(first) && pairs.all(sure) => SETTLED,
        (false, _) => UNLIKELY,
    }
}

/// Whether an interview is worth offering: by how far the expected number of pairs in the wrong order falls, and how likely it is
/// to tell apart the likeliest pair of those that are not told apart now.
pub fn worth(reduction: f64, likeliest: Option<f64>) -> bool {
    reduction >= WORTH && likeliest.is_some_and(|probability| probability >= LIKELY)
}

/// The larger gain first. Equal ones keep their order, whatever rounding made of them: from the largest gain on, all that are as
/// good as it are put together, then all that are as good as the largest of the rest, and so on.
pub fn by_gain<T>(all: Vec<T>, gain: impl Fn(&T) -> f64) -> Vec<T> {
    let mut placed: Vec<(usize, T)> = all.into_iter().enumerate().collect();
    placed.sort_by(|(_, a), (_, b)| gain(b).total_cmp(&gain(a)));
    let mut start = 0;
    while let Some((_, best)) = placed.get(start) {
        let least = gain(best) - SAME;
        let end = start + placed[start..].iter().take_while(|(_, one)| gain(one) >= least).count().max(1);
        placed[start..end].sort_by_key(|(place, _)| *place);
        start = end;
    }
    placed.into_iter().map(|(_, one)| one).collect()
}

/// Two candidates now, by their places.
pub struct Pair {
    /// One.
    pub a: usize,
    /// The other.
    pub b: usize,
    mean: f64,
    variance: f64,
    comparable: bool,
    /// Probability that they stand the wrong way round.
    pub wrong: f64,
}

/// What an interview is expected to do for pairs.
pub struct Gain<'a> {
    /// By how much the expected number of pairs in the wrong order falls.
    pub reduction: f64,
    /// Pairs that are not told apart now with the probability that they are afterwards, the likeliest first; at most three.
    pub separates: Vec<(&'a Pair, f64)>,
}

impl Pair {
    /// A pair by the mean and the variance of its difference; none where its order is practically certain, or where nothing
    /// is known. Of two who cannot be compared the order is a coin toss, whatever the priors would have it.
    pub fn unsure((a, b): (usize, usize), mean: f64, variance: f64, comparable: bool) -> Option<Self> {
        let found = phi(-mean.abs() / libm::sqrt(variance));
        let wrong = if comparable { found } else { 0.5 };
        (wrong > CERTAIN && found.is_finite()).then_some(Self { a, b, mean, variance, comparable, wrong })
    }
}

impl<'a> Gain<'a> {
    /// Over all pairs, `after` giving the variance of a pair's difference after the interview; `None` where the two cannot be
    /// compared then either, so that nothing is told of them.
    pub fn of(pairs: &'a [Pair], after: impl Fn(&Pair) -> Option<f64>) -> Self {
        let deviate = normal_quantile(SURE);
        let (mut reduction, mut separates): (f64, Vec<(&Pair, f64)>) =
            (0.0, Vec::with_capacity(SEPARATED + 1));
        for pair in pairs {
            let Some(after) = after(pair) else { continue };
            let after = after.min(pair.variance);
            if pair.variance - after <= LEAST {
                continue;
            }
            if !pair.comparable || pair.mean * pair.mean < FUTILE * (pair.variance - after) {
                reduction += pair.wrong - expected_wrong(pair.mean, pair.variance, after);
            }
            if pair.wrong > 1.0 - SURE {
                let probability = told_apart(pair.mean, pair.variance, after, deviate);
                let at = separates.partition_point(|(_, other)| *other >= probability);
                if at < SEPARATED {
                    separates.insert(at, (pair, probability));
                    separates.truncate(SEPARATED);
                }
            }
        }
        Self { reduction, separates }
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

/// Expected probability that a pair stands the wrong way round once the variance of its difference has fallen from `before` to
/// `after`: that of two correlated normal numbers both above nought. With `r = 2 v'/v - 1` and `a = |d| / sqrt(v)` it is
/// `Phi(-a) Phi(a) + (1 / 2 pi) int_0^asin(r) exp(-a^2 / (1 - sin t)) dt`, and the same from the other end
/// `Phi(-a) - (1 / 2 pi) int_0^acos(r) exp(-a^2 / (1 - cos s)) ds` (Plackett, *Biometrika* 41, 1954). To 1e-7.
pub fn expected_wrong(mean: f64, before: f64, after: f64) -> f64 {
    let a = mean.abs() / libm::sqrt(before);
    let r = (2.0 * after / before - 1.0).clamp(-1.0, 1.0);
    if r <= 0.5 {
        let at = |t: f64| libm::exp(-a * a / (1.0 - libm::sin(t)));
        return phi(-a) * phi(a) + integral(0.0, libm::asin(r), at) / std::f64::consts::TAU;
    }
    let at = |s: f64| {
        let half = libm::sin(0.5 * s);
        libm::exp(-a * a / (2.0 * half * half))
    };
    // It rises about a, and is flat beyond.
    let end = libm::acos(r);
    let (rise, bend) = (end.min(2.0 * a), end.min(8.0 * a));
    let whole = integral(0.0, rise, at) + integral(rise, bend, at) + integral(bend, end, at);
    phi(-a) - whole / std::f64::consts::TAU
}

/// Gauss and Legendre's rule from one end to the other.
fn integral(from: f64, to: f64, at: impl Fn(f64) -> f64) -> f64 {
    let (middle, half) = (0.5 * (from + to), 0.5 * (to - from));
    if half == 0.0 {
        return 0.0;
    }
    half * RULE.iter().map(|(x, w)| w * (at(middle + half * x) + at(middle - half * x))).sum::<f64>()
}

/// Probability that a pair's order is 90% sure afterwards; `deviate` is the normal quantile of that.
fn told_apart(mean: f64, before: f64, after: f64, deviate: f64) -> f64 {
    let moved = libm::sqrt((before - after).max(0.0));
    let edge = deviate * libm::sqrt(after);
    phi((mean - edge) / moved) + phi((-mean - edge) / moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_gains_keep_their_order_wherever_they_lie() {
        // Just below and above half a step, where rounding to steps would part them.
        let half = 0.5 * SAME;
        let gains = vec![("a", half - 1e-12), ("b", half + 1e-12), ("c", 0.2), ("d", half + 1e-13)];
        let found: Vec<&str> = by_gain(gains, |one| one.1).iter().map(|one| one.0).collect();
        assert_eq!(found, ["c", "a", "b", "d"]);
    }

    #[test]
    fn a_chain_of_near_gains_is_parted_from_its_largest_on() {
        let chain = vec![(0, 1.0), (1, 1.0 + 0.8 * SAME), (2, 1.0 + 1.6 * SAME), (3, f64::NAN)];
        let found: Vec<i32> = by_gain(chain, |one| one.1).iter().map(|one| one.0).collect();
        assert_eq!(found, [3, 1, 2, 0]);
    }

    #[test]
    fn two_who_cannot_be_compared_are_not_settled() {
        let sure = [Ok(0.95), Ok(0.02)];
        assert_eq!(none_offered(false, sure.into_iter()), SETTLED);
        assert_eq!(none_offered(false, sure.into_iter().chain([Err(Doubt::Incomparable)])), UNLIKELY);
        assert_eq!(none_offered(false, sure.into_iter().chain([Ok(0.8)])), UNLIKELY);
        assert_eq!(none_offered(false, [].into_iter()), UNLIKELY);
        assert_eq!(none_offered(true, sure.into_iter()), UNDECIDED);
    }
}
