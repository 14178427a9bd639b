//! What an interview is expected to bring, before it is held.
//!
//! In a Gaussian model the covariance after more ratings does not depend on what they will be. With the difference of two
//! candidates now `N(d, v)` and `v'` its variance afterwards, the mean afterwards is `N(d, v - v')` (preposterior analysis:
//! Raiffa and Schlaifer, *Applied Statistical Decision Theory*, 1961, ch. 5).

use super::normal::phi;
use super::special::normal_quantile;
use super::sure::SURE;

/// A pair is not looked at where its order is as good as certain.
const CERTAIN: f64 = 1e-4;
/// What an interview takes from a variance counts from here on; less is rounding.
const LEAST: f64 = 1e-18;
/// Most pairs that an interview is said to separate.
const SEPARATED: usize = 3;

/// Two candidates now, by their places.
pub struct Pair {
    /// One.
    pub a: usize,
    /// The other.
    pub b: usize,
    mean: f64,
    variance: f64,
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
        (wrong > CERTAIN && found.is_finite()).then_some(Self { a, b, mean, variance, wrong })
    }
}

impl<'a> Gain<'a> {
    /// Over all pairs, `after` giving the variance of a pair's difference after the interview; `None` where the two cannot be
    /// compared then either, so that nothing is told of them.
    pub fn of(pairs: &'a [Pair], after: impl Fn(&Pair) -> Option<f64>) -> Self {
        let (mut reduction, mut separates) = (0.0, Vec::new());
        for pair in pairs {
            let Some(after) = after(pair) else { continue };
            let after = after.min(pair.variance);
            if pair.variance - after <= LEAST {
                continue;
            }
            reduction += pair.wrong - expected_wrong(pair.mean, pair.variance, after);
            if pair.wrong > 1.0 - SURE {
                separates.push((pair, told_apart(pair.mean, pair.variance, after)));
            }
        }
        separates.sort_by(|a, b| b.1.total_cmp(&a.1));
        separates.truncate(SEPARATED);
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
/// `Phi(-a) Phi(a) + (1 / 2 pi) int_0^asin(r) exp(-a^2 / (1 - sin t)) dt` (Plackett, *Biometrika* 41, 1954).
pub fn expected_wrong(mean: f64, before: f64, after: f64) -> f64 {
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

/// Probability that a pair's order is 90% sure afterwards.
pub fn told_apart(mean: f64, before: f64, after: f64) -> f64 {
    let moved = libm::sqrt((before - after).max(0.0));
    let edge = normal_quantile(SURE) * libm::sqrt(after);
    phi((mean - edge) / moved) + phi((-mean - edge) / moved)
}
