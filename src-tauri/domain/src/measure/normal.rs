//! The normal distribution, and sums that do not depend on the order of their terms.

/// Sum of the terms from the smallest up: the same to the last bit for every order of candidates, raters and criteria.
pub fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let mut terms: Vec<f64> = terms.into_iter().collect();
    terms.sort_by(f64::total_cmp);
    // Started from +0, so that the sum of nothing is not -0.
    terms.iter().fold(0.0, |sum, term| sum + term)
}

/// Distribution function of the standard normal: `erfc(-z / sqrt 2) / 2` (Abramowitz and Stegun 26.2.29).
pub fn phi(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

/// The normal deviate that is as far out as `t` is in Student's distribution with `df` degrees of freedom: Wallace,
/// *Annals of Mathematical Statistics* 30 (1959), 1124. With few degrees of freedom the deviate is nearer to 0, with many
/// it is `t` itself.
pub fn deviate(t: f64, df: f64) -> f64 {
    let size = shrink(df) * libm::sqrt(df * libm::log1p(t * t / df));
    libm::copysign(size, t)
}

/// Inverse of [`deviate`]: Student's value for the normal deviate `z`.
pub fn student(z: f64, df: f64) -> f64 {
    let scaled = z / shrink(df);
    libm::copysign(libm::sqrt(df * libm::expm1(scaled * scaled / df)), z)
}

fn shrink(df: f64) -> f64 {
    (8.0 * df + 1.0) / (8.0 * df + 3.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phi_has_the_tabulated_values() {
        // Abramowitz and Stegun, table 26.1.
        for (z, p) in [
            (0.0, 0.5),
            (1.0, 0.841_344_746_068_543),
            (1.96, 0.975_002_104_851_780),
            (-3.0, 0.001_349_898_031_630),
        ] {
            assert!((phi(z) - p).abs() < 1e-12, "phi({z}) = {}", phi(z));
        }
    }

    #[test]
    fn deviates_follow_the_table_of_student() {
        // One-sided 90% and 95% points of Student's t (Abramowitz and Stegun, table 26.10).
        for (df, t90, t95) in
            [(1.0, 3.078, 6.314), (2.0, 1.886, 2.920), (5.0, 1.476, 2.015), (30.0, 1.310, 1.697)]
        {
            assert!((phi(deviate(t90, df)) - 0.90).abs() < 0.008, "df {df}: {}", phi(deviate(t90, df)));
            assert!((phi(deviate(t95, df)) - 0.95).abs() < 0.008, "df {df}: {}", phi(deviate(t95, df)));
        }
        assert!((deviate(1.2816, 1e9) - 1.2816).abs() < 1e-6);
    }

    #[test]
    fn student_undoes_deviate_on_both_sides() {
        for t in [-4.0, -0.3, 0.0, 0.7, 5.0] {
            assert!((student(deviate(t, 3.0), 3.0) - t).abs() < 1e-9);
        }
    }

    #[test]
    fn sums_do_not_depend_on_the_order() {
        let (a, b) = ([0.1, 1e16, 0.3, -1e16, 0.7], [1e16, 0.7, 0.3, 0.1, -1e16]);
        assert_eq!(sum(a).to_bits(), sum(b).to_bits());
    }
}
