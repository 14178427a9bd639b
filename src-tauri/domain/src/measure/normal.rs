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
    fn sums_do_not_depend_on_the_order() {
        let (a, b) = ([0.1, 1e16, 0.3, -1e16, 0.7], [1e16, 0.7, 0.3, 0.1, -1e16]);
        assert_eq!(sum(a).to_bits(), sum(b).to_bits());
    }
}
