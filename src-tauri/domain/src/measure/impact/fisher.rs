//! Fisher's exact test and the conditional odds ratio of a two-by-two table (Fisher, *Statistical Methods for Research
//! Workers*, 5th ed., 1934; Agresti, *Categorical Data Analysis*, 3rd ed., 2013).

use super::super::special::{bisect, ln_choose};

/// Two groups: applicants and selected in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Applicants of the first group.
    pub n1: u64,
    /// Selected of the first group.
    pub x1: u64,
    /// Applicants of the second group.
    pub n2: u64,
    /// Selected of the second group.
    pub x2: u64,
}

/// Equal but for rounding counts as equal (as R's `fisher.test` does).
const SLACK: f64 = 1.0 + 1e-7;

impl Table {
    /// Smallest and largest number that the first group can have among as many selected.
    fn support(&self) -> (u64, u64) {
        let selected = self.x1 + self.x2;
        (selected.saturating_sub(self.n2), selected.min(self.n1))
    }

    /// Logarithms of `C(n1, x) C(n2, s - x)` over the support.
    fn log_weights(&self) -> Vec<f64> {
        let selected = self.x1 + self.x2;
        let (low, high) = self.support();
        (low..=high).map(|x| ln_choose(self.n1, x) + ln_choose(self.n2, selected - x)).collect()
    }

    /// Probabilities over the support at the odds ratio `e^log_odds`: Fisher's noncentral hypergeometric distribution.
    fn distribution(&self, weights: &[f64], log_odds: f64) -> Vec<f64> {
        let (low, _) = self.support();
        let tilted: Vec<f64> =
            weights.iter().zip(low..).map(|(weight, x)| weight + x as f64 * log_odds).collect();
        let top = tilted.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let parts: Vec<f64> = tilted.iter().map(|one| libm::exp(one - top)).collect();
        let all: f64 = parts.iter().sum();
        parts.iter().map(|part| part / all).collect()
    }

    fn place(&self) -> usize {
        (self.x1 - self.support().0) as usize
    }

    /// Probability that the first group has as many selected or fewer, or as many or more, if groups fare alike.
    pub fn one_sided(&self) -> (f64, f64) {
        let parts = self.distribution(&self.log_weights(), 0.0);
        let place = self.place();
        (parts[..=place].iter().sum(), parts[place..].iter().sum())
    }
}

/// Two-sided p-value: all tables with the same margins that are no more probable (Fisher, *Statistical Methods for Research
/// Workers*, 5th ed., 1934, sec. 21.02; Agresti, *Categorical Data Analysis*, 3rd ed., 3.5).
pub fn two_sided(table: &Table) -> f64 {
    let parts = table.distribution(&table.log_weights(), 0.0);
    let seen = parts[table.place()];
    parts.iter().filter(|part| **part <= seen * SLACK).sum::<f64>().min(1.0)
}

/// The conditional maximum likelihood odds ratio with its exact 95% interval (Cornfield, *Proceedings of the Third Berkeley
/// Symposium* 4, 1956; Agresti, 16.6.4). An end that is infinite is `None`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Odds {
    /// Estimate.
    pub estimate: Option<f64>,
    /// Interval.
    pub interval: (f64, Option<f64>),
}

/// The odds ratio of the first group over the second; `None` where nobody or everybody was selected.
pub fn odds(table: &Table) -> Option<Odds> {
    let weights = table.log_weights();
    let (low, high) = table.support();
    if low == high {
        return None;
    }
    let place = table.place();
    let mean = |log: f64| {
        table.distribution(&weights, log).iter().zip(low..).map(|(p, x)| p * x as f64).sum::<f64>()
    };
    let upper = |log: f64| table.distribution(&weights, log)[place..].iter().sum::<f64>();
    let lower = |log: f64| -table.distribution(&weights, log)[..=place].iter().sum::<f64>();
    let solve = |target: f64, of: &dyn Fn(f64) -> f64| libm::exp(bisect(target, -60.0, 60.0, of));
    let (first, last) = (table.x1 == low, table.x1 == high);
    let estimate = if first { 0.0 } else { solve(table.x1 as f64, &mean) };
    Some(Odds {
        estimate: (!last).then_some(estimate),
        interval: (if first { 0.0 } else { solve(0.025, &upper) }, (!last).then(|| solve(-0.025, &lower))),
    })
}
