//! Boschloo's exact test: more powerful than Fisher's where only one pair of margins is fixed.
//!
//! Which pair is fixed changes the number. With a fixed number of places it is the selected and the turned down
//! ([`places_fixed`]; this is what SciPy's `boschloo_exact` computes of a table whose rows are the groups, as its samples are
//! the columns). Where everybody above a mark is taken it is the sizes of the groups ([`groups_fixed`]).

use super::super::special::ln_choose;
use super::fisher::Table;

/// Beyond this many applicants Fisher's test is as good, and this one is left out.
const MOST: u64 = 20_000;
/// Points at which the common rate is tried first.
const POINTS: usize = 800;

/// With the numbers of selected and of turned down fixed; as [`groups_fixed`] otherwise.
pub fn places_fixed(table: &Table) -> Option<f64> {
    let (selected, all) = (table.x1 + table.x2, table.n1 + table.n2);
    let turned = Table { n1: selected, x1: table.x1, n2: all - selected, x2: table.n1 - table.x1 };
    groups_fixed(&turned)
}

/// Two-sided p-value with the sizes of the groups fixed: twice the smaller of the two one-sided ones, each the largest
/// probability over the common rate that Fisher's one-sided p-value is at most the one seen (Boschloo, *Statistica
/// Neerlandica* 24, 1970). `None` for more than 20,000 applicants or an empty group.
pub fn groups_fixed(table: &Table) -> Option<f64> {
    if table.n1 + table.n2 > MOST || table.n1 == 0 || table.n2 == 0 {
        return None;
    }
    let turned = Table { n1: table.n2, x1: table.x2, n2: table.n1, x2: table.x1 };
    Some((2.0 * greater(table).min(greater(&turned))).min(1.0))
}

fn greater(table: &Table) -> f64 {
    let (first, second) = (log_choices(table.n1), log_choices(table.n2));
    let all = log_choices(table.n1 + table.n2);
    let fisher = |x1: usize, x2: usize| tail(&first, &second, &all, x1, x2);
    let limit = fisher(table.x1 as usize, table.x2 as usize) * (1.0 + 1e-9);
    let borders = borders(first.len(), second.len(), |x1, x2| fisher(x1, x2) <= limit);
    let chance = |rate: f64| {
        let (p, q) = (binomial(&first, rate), binomial(&second, rate));
        let (mut below, mut next, mut sum) = (0.0, 0, 0.0);
        for (part, border) in p.iter().zip(&borders) {
            below += q[next..*border].iter().sum::<f64>();
            next = *border;
            sum += part * below;
        }
        sum
    };
    largest(chance)
}

/// Fisher's one-sided p-value: the first group having `x1` or more among `x1 + x2` selected. The terms follow each other by
/// their quotient.
fn tail(first: &[f64], second: &[f64], all: &[f64], x1: usize, x2: usize) -> f64 {
    let mut term = libm::exp(first[x1] + second[x2] - all[x1 + x2]);
    let (n1, n2) = (first.len() - 1, second.len() - 1);
    let mut sum = term;
    for step in 0..x2.min(n1 - x1) {
        let (one, other) = (x1 + step, x2 - step);
        term *= ((n1 - one) * other) as f64 / ((one + 1) * (n2 - other + 1)) as f64;
        sum += term;
    }
    sum
}

/// For each number in the first group, how many numbers 0, 1, … in the second belong to the region of rejection. Fisher's
/// p-value falls with the first and rises with the second number, so that the border never goes back.
fn borders(firsts: usize, seconds: usize, rejected: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut border = 0;
    let mut out = Vec::with_capacity(firsts);
    for x1 in 0..firsts {
        while border < seconds && rejected(x1, border) {
            border += 1;
        }
        out.push(border);
    }
    out
}

fn log_choices(n: u64) -> Vec<f64> {
    (0..=n).map(|x| ln_choose(n, x)).collect()
}

fn binomial(choices: &[f64], rate: f64) -> Vec<f64> {
    let (yes, no) = (libm::log(rate), libm::log1p(-rate));
    let n = choices.len() - 1;
    let one = |(x, choice): (usize, &f64)| libm::exp(choice + x as f64 * yes + (n - x) as f64 * no);
    choices.iter().enumerate().map(one).collect()
}

/// Largest value over the open interval from 0 to 1: a grid, then golden sections around its three highest peaks.
fn largest(value: impl Fn(f64) -> f64) -> f64 {
    let at = |i: usize| (i as f64 + 0.5) / POINTS as f64;
    let found: Vec<f64> = (0..POINTS).map(|i| value(at(i))).collect();
    let higher = |i: usize, j: usize| found.get(j).is_none_or(|other| found[i] >= *other);
    let mut peaks: Vec<usize> =
        (0..POINTS).filter(|i| higher(*i, i + 1) && (*i == 0 || higher(*i, i - 1))).collect();
    peaks.sort_by(|a, b| found[*b].total_cmp(&found[*a]));
    peaks
        .iter()
        .take(3)
        .map(|i| golden(&value, at(*i) - 1.0 / POINTS as f64, at(*i) + 1.0 / POINTS as f64))
        .fold(0.0, f64::max)
}

fn golden(value: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    const RATIO: f64 = 0.618_033_988_749_894_9;
    let (mut low, mut high) = (low.max(1e-12), high.min(1.0 - 1e-12));
    let (mut a, mut b) = (high - RATIO * (high - low), low + RATIO * (high - low));
    let (mut at_a, mut at_b) = (value(a), value(b));
    for _ in 0..60 {
        if at_a > at_b {
            (high, b, at_b) = (b, a, at_a);
            a = high - RATIO * (high - low);
            at_a = value(a);
        } else {
            (low, a, at_a) = (a, b, at_b);
            b = low + RATIO * (high - low);
            at_b = value(b);
        }
    }
    at_a.max(at_b)
}
