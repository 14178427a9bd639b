//! Intervals of rates and of their ratio.

/// Normal deviate of a two-sided 95% interval.
const DEVIATE: f64 = 1.959_963_984_540_054;

/// 95% interval of a rate (Wilson, *Journal of the American Statistical Association* 22, 1927).
pub fn wilson(selected: u64, applicants: u64) -> (f64, f64) {
    let (n, p) = (applicants as f64, selected as f64 / applicants as f64);
    let square = DEVIATE * DEVIATE;
    let centre = (p + square / (2.0 * n)) / (1.0 + square / n);
    let reach = DEVIATE / (1.0 + square / n) * libm::sqrt(p * (1.0 - p) / n + square / (4.0 * n * n));
    ((centre - reach).max(0.0), (centre + reach).min(1.0))
}

/// 95% interval of the ratio of the second rate over the first (Katz and others, *Biometrics* 34, 1978); `None` where nobody
/// was selected in one of them.
pub fn katz((x1, n1): (u64, u64), (x2, n2): (u64, u64)) -> Option<(f64, f64)> {
    if x1 == 0 || x2 == 0 {
        return None;
    }
    let [x1, n1, x2, n2] = [x1, n1, x2, n2].map(|number| number as f64);
    let log = libm::log((x2 / n2) / (x1 / n1));
    let error = libm::sqrt(1.0 / x1 - 1.0 / n1 + 1.0 / x2 - 1.0 / n2);
    Some((libm::exp(log - DEVIATE * error), libm::exp(log + DEVIATE * error)))
}

/// Difference of two rates in pooled standard errors (Snedecor and Cochran, *Statistical Methods*, 8th ed., sec. 7.11);
/// `None` where nobody or everybody was selected.
pub fn pooled_z((x1, n1): (u64, u64), (x2, n2): (u64, u64)) -> Option<f64> {
    let [x1, n1, x2, n2] = [x1, n1, x2, n2].map(|number| number as f64);
    let p = (x1 + x2) / (n1 + n2);
    let error = libm::sqrt(p * (1.0 - p) * (1.0 / n1 + 1.0 / n2));
    (error > 0.0).then(|| (x1 / n1 - x2 / n2) / error)
}
