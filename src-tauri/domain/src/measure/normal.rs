//! The normal distribution, and sums that do not depend on the order of their terms.

/// Sum of the terms from the smallest up: the same to the last bit for every order of candidates, raters and criteria.
pub fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let mut terms: Vec<f64> = terms.into_iter().collect();
    terms.sort_by(f64::total_cmp);
    // Started from +0, so that the sum of nothing is not -0.
    terms.iter().fold(0.0, |sum, term| sum + term)
}

/// Distribution function of the standard normal, to the digits of a double: a rational function of Hart (*Computer
/// Approximations*, 1968, no. 5666) within `5 sqrt 2`, a continued fraction beyond (Abramowitz and Stegun 26.2.14); as put
/// together by West, *Better approximations to cumulative normal functions*, Wilmott Magazine, May 2005. A model asks for it a
/// hundred thousand times.
pub fn phi(z: f64) -> f64 {
    let x = z.abs();
    let tail = if x > 37.0 { 0.0 } else { libm::exp(-0.5 * x * x) * mills(x) };
    if z > 0.0 { 1.0 - tail } else { tail }
}

/// Upper tail of the standard normal over `exp(-x^2 / 2)`, for x not negative.
fn mills(x: f64) -> f64 {
    if x < 7.071_067_811_865_47 {
        horner(x, &ABOVE) / horner(x, &BELOW)
    } else {
        1.0 / (2.506_628_274_631 * (x + 1.0 / (x + 2.0 / (x + 3.0 / (x + 4.0 / (x + 0.65))))))
    }
}

/// Coefficients of Hart's fraction, highest power first.
const ABOVE: [f64; 7] = [
    3.526_249_659_989_11e-2,
    0.700_383_064_443_688,
    6.373_962_203_531_65,
    33.912_866_078_383,
    112.079_291_497_871,
    221.213_596_169_931,
    220.206_867_912_376,
];
const BELOW: [f64; 8] = [
    8.838_834_764_831_84e-2,
    1.755_667_163_182_64,
    16.064_177_579_207,
    86.780_732_202_946_1,
    296.564_248_779_674,
    637.333_633_378_831,
    793.826_512_519_948,
    440.413_735_824_752,
];

fn horner(x: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().fold(0.0, |sum, one| sum * x + one)
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
    fn phi_is_the_complementary_error_function_to_the_last_digits() {
        for step in -1000..1000 {
            let z = f64::from(step) / 97.0;
            let expected = 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2);
            assert!((phi(z) - expected).abs() < 1e-12 * expected.max(1e-3), "phi({z}) = {}", phi(z));
        }
        assert_eq!((phi(f64::INFINITY), phi(f64::NEG_INFINITY)), (1.0, 0.0));
        assert!(phi(f64::NAN).is_nan());
    }

    #[test]
    fn sums_do_not_depend_on_the_order() {
        let (a, b) = ([0.1, 1e16, 0.3, -1e16, 0.7], [1e16, 0.7, 0.3, 0.1, -1e16]);
        assert_eq!(sum(a).to_bits(), sum(b).to_bits());
    }
}
