//! Whether raters see the same: Krippendorff's alpha, intraclass correlations, kappas, with intervals and a plain sentence.

pub mod alpha;
pub mod bootstrap;
pub mod icc;
pub mod kappa;
pub mod reml;
mod report;
mod sentence;
mod table;
#[cfg(test)]
mod tests;

pub use report::{
    Agreement, Alphas, Kappas, OfCriterion, Pair, Settings, Whole, agreement, of_ratings, pairs,
};
pub use sentence::ENOUGH;
pub use table::{Table, Value};

/// Reliability with `factor` times as many raters: `f r / (1 + (f - 1) r)` (Spearman, *British Journal of Psychology* 3,
/// 1910; Brown, the same volume).
pub fn spearman_brown(reliability: f64, factor: f64) -> f64 {
    factor * reliability / (1.0 + (factor - 1.0) * reliability)
}
