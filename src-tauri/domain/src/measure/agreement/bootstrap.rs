//! An interval by drawing units again, from a seed.

use serde::Serialize;

use super::super::random::Draws;
use super::table::{Table, Value};

/// A percentile interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// 2.5% point.
    pub low: f64,
    /// 97.5% point.
    pub high: f64,
    /// Draws that gave a value.
    pub draws: usize,
    /// Draws in which it could not be computed.
    pub undefined: usize,
}

/// 95% percentile interval of a statistic over `draws` tables whose units are drawn with replacement (Efron and Tibshirani,
/// *An Introduction to the Bootstrap*, 1993, ch. 13). `None` where fewer than five units have two scores, or the statistic
/// exists in less than half of the draws.
pub fn interval(
    table: &Table,
    statistic: impl Fn(&Table) -> Value,
    seed: u64,
    draws: usize,
) -> Option<Interval> {
    let units: Vec<usize> = (0..table.units()).filter(|unit| table.unit(*unit).len() > 1).collect();
    if units.len() < 5 {
        return None;
    }
    let mut random = Draws::new(seed);
    let mut found: Vec<f64> = (0..draws)
        .filter_map(|_| {
            let picked: Vec<usize> = units.iter().map(|_| units[random.below(units.len())]).collect();
            statistic(&table.pick(&picked)).known()
        })
        .collect();
    if found.len() * 2 < draws || found.is_empty() {
        return None;
    }
    found.sort_by(f64::total_cmp);
    let at = |p: f64| quantile(&found, p);
    Some(Interval { low: at(0.025), high: at(0.975), draws: found.len(), undefined: draws - found.len() })
}

/// Linear between order statistics (type 7 of Hyndman and Fan, *American Statistician* 50, 1996).
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let place = p * (sorted.len() - 1) as f64;
    let below = libm::floor(place);
    let low = sorted[below as usize];
    let high = sorted[(below as usize + 1).min(sorted.len() - 1)];
    low + (place - below) * (high - low)
}
