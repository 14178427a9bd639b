//! Whether a rater's severity moves: over the order of interviews, by the candidate before, after the debrief.
//!
//! Each interview is held against what the others saw in the same candidate; a regression line (ordinary least squares, with
//! Student's interval: Snedecor and Cochran, *Statistical Methods*, 8th ed., ch. 9) says whether that moves.

use serde::Serialize;

use super::special::{t_quantile, t_two_sided};

/// One interview of a rater, in the order in which they were held or marked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Held {
    /// The rater's score less the mean of the others for the same candidate.
    pub deviation: f64,
    /// The rater's own score.
    pub score: f64,
    /// Whether it was submitted after the debrief.
    pub after_debrief: bool,
}

/// A slope or a difference with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// Estimate, in score points (per interview, per point of the candidate before, or of the difference).
    pub estimate: f64,
    /// 95% interval.
    pub ci95: (f64, f64),
    /// Two-sided p-value.
    pub p: f64,
}

/// How one rater's severity moves. An effect is `None` where there are fewer than five interviews for it, or nothing varies.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Drift {
    /// Interviews.
    pub interviews: usize,
    /// Deviation over the order of interviews.
    pub over_order: Option<Effect>,
    /// Deviation over the score of the candidate before (contrast where it is negative).
    pub contrast: Option<Effect>,
    /// After the debrief less before.
    pub after_debrief: Option<Effect>,
    /// In words.
    pub sentence: String,
}

const LEAST: usize = 5;

/// Looks for drift in one rater's interviews.
pub fn drift(held: &[Held]) -> Drift {
    let deviations: Vec<f64> = held.iter().map(|one| one.deviation).collect();
    let order: Vec<f64> = (0..held.len()).map(|place| place as f64).collect();
    let before: Vec<f64> = held.iter().map(|one| one.score).collect();
    let flags: Vec<f64> = held.iter().map(|one| f64::from(u8::from(one.after_debrief))).collect();
    let over_order = slope(&order, &deviations);
    let contrast =
        slope(before.get(..held.len().saturating_sub(1)).unwrap_or(&[]), deviations.get(1..).unwrap_or(&[]));
    let after_debrief = slope(&flags, &deviations);
    let moved = |effect: &Option<Effect>| effect.is_some_and(|found| found.p < 0.05);
    let found: Vec<&str> = [
        (moved(&over_order), "severity moved over the interviews"),
        (moved(&contrast), "scores went with those of the candidate before"),
        (moved(&after_debrief), "scores moved after the debrief"),
    ]
    .into_iter()
    .filter_map(|(moved, words)| moved.then_some(words))
    .collect();
    let sentence = match (held.len() < LEAST, found.is_empty()) {
        (true, _) => "Too few interviews to see any drift.".to_owned(),
        (false, true) => "No drift can be seen; with so few interviews a small one could not be.".to_owned(),
        (false, false) => format!("Look again: {}.", found.join("; ")),
    };
    Drift { interviews: held.len(), over_order, contrast, after_debrief, sentence }
}

fn slope(x: &[f64], y: &[f64]) -> Option<Effect> {
    let n = x.len() as f64;
    if x.len() < LEAST || x.len() != y.len() {
        return None;
    }
    let (mx, my) = (x.iter().sum::<f64>() / n, y.iter().sum::<f64>() / n);
    let xx: f64 = x.iter().map(|a| (a - mx) * (a - mx)).sum();
    let xy: f64 = x.iter().zip(y).map(|(a, b)| (a - mx) * (b - my)).sum();
    let estimate = xy / xx;
    let rest: f64 =
        x.iter().zip(y).map(|(a, b)| b - my - estimate * (a - mx)).map(|residual| residual * residual).sum();
    let error = libm::sqrt(rest / (n - 2.0) / xx);
    if !(error.is_finite() && error > 0.0) {
        return None;
    }
    let reach = t_quantile(0.975, n - 2.0) * error;
    let p = t_two_sided(estimate / error, n - 2.0);
    Some(Effect { estimate, ci95: (estimate - reach, estimate + reach), p })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(deviations: &[f64]) -> Vec<Held> {
        let one =
            |deviation: &f64| Held { deviation: *deviation, score: 3.0 + deviation, after_debrief: false };
        deviations.iter().map(one).collect()
    }

    #[test]
    fn a_slope_by_hand() {
        // x = 0..4, y = 0, 1, 1, 2, 3: slope 0.7, residual sum of squares 0.3, error sqrt(0.1 / 10), t(3) = 3.182.
        let found = drift(&held(&[0.0, 1.0, 1.0, 2.0, 3.0])).over_order.unwrap();
        assert!((found.estimate - 0.7).abs() < 1e-12);
        assert!((found.ci95.1 - found.estimate - 3.182_446 * 0.1).abs() < 1e-5, "{found:?}");
        assert!(found.p < 0.01);
    }

    #[test]
    fn too_few_or_constant_say_nothing() {
        assert_eq!(drift(&[]).over_order, None);
        assert!(drift(&held(&[0.1, 0.2])).sentence.starts_with("Too few"));
        let flat = drift(&held(&[0.5; 8]));
        assert_eq!((flat.over_order, flat.after_debrief), (None, None));
    }
}
