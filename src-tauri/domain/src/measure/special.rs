//! The distributions beside the normal: beta, F and Student's t, and the inverse of the normal.

use super::normal::phi;

/// Natural logarithm of the gamma function (Abramowitz and Stegun 6.1; libm's, after Sun's `lgamma_r`).
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// `ln C(n, k)`.
pub fn ln_choose(n: u64, k: u64) -> f64 {
    let part = |x: u64| ln_gamma(x as f64 + 1.0);
    part(n) - part(k) - part(n - k)
}

/// The regularised incomplete beta function `I_x(a, b)` by its continued fraction (Abramowitz and Stegun 26.5.8; evaluated
/// as by Lentz, *Applied Optics* 15, 1976).
pub fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front =
        libm::exp(ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * libm::log(x) + b * libm::log1p(-x));
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(x, a, b) / a
    } else {
        1.0 - front * fraction(1.0 - x, b, a) / b
    }
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let away = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut out = d;
    for step in 1..2000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        out *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        out *= d * c;
        if (d * c - 1.0).abs() < 1e-16 {
            break;
        }
    }
    out
}

/// The `x` at which an increasing function reaches `target`, between `low` and `high`: bisection to the last bit.
pub fn bisect(target: f64, low: f64, high: f64, increasing: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (low, high);
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if increasing(middle) < target {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// Quantile of the F distribution: through the beta distribution (Abramowitz and Stegun 26.6.2).
pub fn f_quantile(p: f64, df1: f64, df2: f64) -> f64 {
    let (a, b) = (0.5 * df1, 0.5 * df2);
    // From the nearer end, so that the quotient keeps its digits.
    let x = bisect(p, 0.0, 1.0, |x| beta_cdf(x, a, b));
    let rest = bisect(1.0 - p, 0.0, 1.0, |y| beta_cdf(y, b, a));
    let odds = if x < 0.5 { x / (1.0 - x) } else { (1.0 - rest) / rest };
    odds * df2 / df1
}

/// Quantile of Student's t, for `p` of at least one half: `t^2` with n degrees is F with 1 and n (Abramowitz and Stegun
/// 26.7).
pub fn t_quantile(p: f64, df: f64) -> f64 {
    libm::sqrt(f_quantile(2.0 * p - 1.0, 1.0, df))
}

/// Both tails of Student's t beyond `t`: `I_x(n / 2, 1 / 2)` with `x = n / (n + t^2)` (Abramowitz and Stegun 26.7.1).
pub fn t_two_sided(t: f64, df: f64) -> f64 {
    beta_cdf(df / (df + t * t), 0.5 * df, 0.5)
}

/// Quantile of the standard normal: its distribution function (Abramowitz and Stegun 26.2) turned round.
pub fn normal_quantile(p: f64) -> f64 {
    bisect(p, -40.0, 40.0, phi)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-9 * expected.abs().max(1.0), "{found} instead of {expected}");
    }

    #[test]
    fn the_beta_distribution_has_its_closed_forms() {
        near(beta_cdf(0.3, 1.0, 1.0), 0.3);
        near(beta_cdf(0.3, 2.0, 1.0), 0.09);
        near(beta_cdf(0.7, 1.0, 3.0), 1.0 - 0.3_f64.powi(3));
        near(beta_cdf(0.5, 2.5, 2.5), 0.5);
    }

    #[test]
    fn quantiles_have_the_tabulated_values() {
        // Abramowitz and Stegun, tables 26.9 and 26.10; with two degrees of freedom in closed form.
        assert!((f_quantile(0.975, 5.0, 18.0) - 3.382).abs() < 1e-3);
        near(t_quantile(0.975, 2.0), 0.95 * (2.0_f64 / (1.0 - 0.95 * 0.95)).sqrt());
        near(t_two_sided(t_quantile(0.95, 7.0), 7.0), 0.1);
        near(normal_quantile(0.975), 1.959_963_984_540_054);
    }
}
