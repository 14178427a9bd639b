//! What an interview is expected to bring, before it is held.
//!
//! In a Gaussian model the covariance after more ratings does not depend on what they will be. With the difference of two
//! candidates now `N(d, v)` and `v'` its variance afterwards, the mean afterwards is `N(d, v - v')` (preposterior analysis:
//! Raiffa and Schlaifer, *Applied Statistical Decision Theory*, 1961, ch. 5).

use super::normal::phi;
use super::special::normal_quantile;
use super::sure::SURE;

/// A pair is not looked at where its order is as good as certain.
pub const CERTAIN: f64 = 1e-4;

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
