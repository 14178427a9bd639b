//! A rater's own consistency: the same work marked again, blind, after some days. Test and retest with categories: shares of
//! equal levels and weighted kappa (Cohen, *Psychological Bulletin* 70, 1968).

use serde::Serialize;

use super::agreement::Value;
use super::agreement::kappa::{Weighting, of_pairs};

/// First marking against second.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Consistency {
    /// Criteria marked both times.
    pub n: usize,
    /// Share with the same level.
    pub same: Option<f64>,
    /// Share at most one level apart.
    pub within_one: Option<f64>,
    /// Mean of the second less the first, in levels.
    pub shift: Option<f64>,
    /// Weighted kappa, quadratic (Cohen 1968).
    pub kappa_quadratic: Value,
    /// In words.
    pub sentence: String,
}

/// Fewer, and no verdict is given.
const FEW: usize = 10;

/// Compares levels of a first marking with those of a second.
pub fn consistency(pairs: &[(u8, u8)]) -> Consistency {
    let n = pairs.len();
    let share = |holds: &dyn Fn(&(u8, u8)) -> bool| {
        (n > 0).then(|| pairs.iter().filter(|pair| holds(pair)).count() as f64 / n as f64)
    };
    let same = share(&|(a, b)| a == b);
    let scores: Vec<(f64, f64)> = pairs.iter().map(|(a, b)| (f64::from(*a), f64::from(*b))).collect();
    let shift = (n > 0).then(|| scores.iter().map(|(a, b)| b - a).sum::<f64>() / n as f64);
    let sentence = match same {
        None => "Nothing was marked twice.".to_owned(),
        Some(same) if n < FEW => format!("{:.0}% the same over {n}: too few to say more.", 100.0 * same),
        Some(same) => format!("{:.0}% of {n} levels were the same the second time.", 100.0 * same),
    };
    Consistency {
        n,
        same,
        within_one: share(&|(a, b)| a.abs_diff(*b) <= 1),
        shift,
        kappa_quadratic: of_pairs(&scores, Weighting::Quadratic),
        sentence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_shift() {
        let found = consistency(&[(3, 3), (4, 3), (2, 4), (5, 5)]);
        assert_eq!((found.same, found.within_one, found.shift), (Some(0.5), Some(0.75), Some(0.25)));
        assert!(found.sentence.contains("too few"));
        assert_eq!(consistency(&[]).same, None);
        assert_eq!(consistency(&[(3, 3), (3, 3)]).kappa_quadratic.known(), None);
    }
}
