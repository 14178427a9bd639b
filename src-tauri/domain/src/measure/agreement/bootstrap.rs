//! An interval by drawing candidates again, from a seed.

use serde::Serialize;

use super::super::normal::phi;
use super::super::random::Draws;
use super::super::special::t_quantile;
use super::table::{Table, Value};

/// An interval from draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Draws that gave a value.
    pub draws: usize,
    /// Draws in which it could not be computed.
    pub undefined: usize,
}

/// An interval from draws, or why there is none; neither where none was asked for or there is no coefficient.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Drawn {
    /// The interval.
    #[serde(flatten)]
    pub ends: Option<Interval>,
    /// Why there is none.
    #[serde(rename = "none", skip_serializing_if = "Option::is_none")]
    pub without: Option<&'static str>,
}

/// Further out Fisher's scale has no end.
const EDGE: f64 = 0.9999;

/// Candidates that two or more rated, for an interval at least.
pub const LEAST: usize = 5;

/// 95% intervals of coefficients of agreement, all over the same `draws` tables whose candidates are drawn with replacement, each with all
/// of its units (`wide` of them side by side): what one rater sees in one candidate runs through the criteria, so that cells
/// are no independent draws (cluster bootstrap: Davison and Hinkley, *Bootstrap Methods and their Application*, 1997, ch.
/// 3.8). The draws give the bias and the standard error on Fisher's scale (*Metron* 1, 1921), which bounds the coefficient by
/// one, widened by `sqrt(n / (n - 1))` and Student's t for few candidates (Hesterberg, *American Statistician* 69, 2015, sec. 5:
/// plain percentiles are too narrow). Where some draws have no disagreement left, Fisher's scale has no place for them: then the
/// ends are percentiles of the draws, taken further out by the same widening (Hesterberg's expanded percentiles, as above). Where one rater's view of a candidate counts as much as all else, it holds the truth in
/// about 90% of samples of six to ten candidates, in 95% of thirty.
///
/// A coefficient has none, and [`Drawn`] says why, with fewer than five candidates, where it exists in less than half of the
/// draws, or where all draws are equal, which says that the sample is too small and not that the coefficient is sure.
pub fn intervals<const N: usize>(
    table: &Table,
    wide: usize,
    statistics: impl Fn(&Table) -> [Value; N],
    seed: u64,
    draws: usize,
) -> [Drawn; N] {
    let candidates = table.shared(wide);
    let estimates = statistics(table);
    let enough = candidates.len() >= LEAST;
    let any = estimates.iter().any(|estimate| estimate.known().is_some());
    let mut random = Draws::new(seed);
    let tables = if enough && any { draws } else { 0 };
    let found: Vec<[Value; N]> = (0..tables)
        .map(|_| {
            let drawn = candidates.iter().map(|_| candidates[random.below(candidates.len())]);
            let units: Vec<usize> = drawn.flat_map(|one| one * wide..(one + 1) * wide).collect();
            statistics(&table.pick(&units))
        })
        .collect();
    std::array::from_fn(|at| {
        let Some(estimate) = estimates[at].known().filter(|_| draws > 0) else { return Drawn::default() };
        if !enough {
            return Drawn { ends: None, without: Some("too few candidates for an interval") };
        }
        let of: Vec<f64> = found.iter().filter_map(|values| values[at].known()).collect();
        match ends(estimate, &of, draws, candidates.len() as f64) {
            Ok(ends) => Drawn { ends: Some(ends), without: None },
            Err(why) => Drawn { ends: None, without: Some(why) },
        }
    })
}

/// The interval of a coefficient from what the draws gave, over `n` candidates.
fn ends(estimate: f64, found: &[f64], draws: usize, n: f64) -> Result<Interval, &'static str> {
    if found.len() * 2 < draws || found.len() < 2 {
        return Err("no interval: it exists in less than half of the draws");
    }
    if found.iter().all(|one| (one - found[0]).abs() < 1e-12) {
        return Err("no interval: so few that every draw gives the same");
    }
    let widening = t_quantile(0.975, n - 1.0) * libm::sqrt(n / (n - 1.0));
    if found.iter().any(|value| value.abs() > EDGE) {
        return Ok(expanded(found, widening, draws));
    }
    let fisher = |value: f64| libm::atanh(value.clamp(-EDGE, EDGE));
    let drawn: Vec<f64> = found.iter().map(|value| fisher(*value)).collect();
    let mean = drawn.iter().sum::<f64>() / drawn.len() as f64;
    let spread = drawn.iter().map(|z| (z - mean) * (z - mean)).sum::<f64>() / (drawn.len() as f64 - 1.0);
    let centre = 2.0 * fisher(estimate) - mean;
    let reach = widening * libm::sqrt(spread);
    let (low, high) = (libm::tanh(centre - reach), libm::tanh(centre + reach));
    Ok(Interval { low, high, draws: found.len(), undefined: draws - found.len() })
}

/// The percentiles of the draws that lie `widening` standard deviations out.
fn expanded(found: &[f64], widening: f64, draws: usize) -> Interval {
    let mut sorted = found.to_vec();
    sorted.sort_by(f64::total_cmp);
    let tail = phi(-widening);
    let (low, high) = (quantile(&sorted, tail), quantile(&sorted, 1.0 - tail));
    Interval { low, high, draws: found.len(), undefined: draws - found.len() }
}

/// Linear between order statistics (type 7 of Hyndman and Fan, *American Statistician* 50, 1996).
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let place = p * (sorted.len() - 1) as f64;
    let below = libm::floor(place);
    let low = sorted[below as usize];
    let high = sorted[(below as usize + 1).min(sorted.len() - 1)];
    low + (place - below) * (high - low)
}
