//! The six intraclass correlations of a complete table, with intervals.
//!
//! Shrout and Fleiss, *Psychological Bulletin* 86 (1979); names and intervals as in McGraw and Wong, *Psychological Methods*
//! 1 (1996), table 7. The interval of ICC(A,k) is that of ICC(A,1) stepped up by Spearman and Brown; where that of ICC(A,1) begins
//! at or beneath `-1 / (k - 1)`, the step has no lower end and none is given.

use serde::Serialize;

use super::super::special::f_quantile;
use super::spearman_brown;
use super::table::{Table, Value};

/// One intraclass correlation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Icc {
    /// Its name in McGraw and Wong.
    pub name: &'static str,
    /// What it says.
    pub meaning: &'static str,
    /// The coefficient.
    pub icc: Value,
    /// 95% interval; `None` where it cannot be computed.
    pub ci95: Option<(f64, f64)>,
    /// The F that tests it against nought; `None` where nothing is left over.
    #[serde(rename = "F")]
    pub f: Option<f64>,
    /// Its degrees of freedom.
    pub df1: f64,
    /// Those of its denominator.
    pub df2: f64,
}

/// Mean squares of a two-way table without holes (Snedecor and Cochran, *Statistical Methods*, 8th ed., 1989, ch. 14).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Squares {
    /// Units.
    pub n: f64,
    /// Raters.
    pub k: f64,
    /// Mean of all scores.
    pub mean: f64,
    /// Between units.
    pub units: f64,
    /// Between raters.
    pub raters: f64,
    /// Rest.
    pub rest: f64,
    /// Within units.
    pub within: f64,
}

/// Share of all variation under which a sum of squares is what rounding left of nought.
const ROUNDING: f64 = 1e-13;

impl Squares {
    /// `None` where a cell is missing or there are fewer than two units or raters.
    pub(super) fn of(table: &Table) -> Option<Squares> {
        let (units, raters) = (table.units(), table.rows.len());
        if units < 2 || raters < 2 || !table.complete() {
            return None;
        }
        let (n, k) = (units as f64, raters as f64);
        let mean_of = |values: Vec<f64>| values.iter().sum::<f64>() / values.len() as f64;
        let unit_means: Vec<f64> = (0..units).map(|unit| mean_of(table.unit(unit))).collect();
        let rater_means: Vec<f64> =
            table.rows.iter().map(|row| mean_of(row.iter().flatten().copied().collect())).collect();
        let grand = mean_of(unit_means.clone());
        let square = |x: f64| x * x;
        let (mut rest, mut within, mut all) = (0.0, 0.0, 0.0);
        for (row, rater) in table.rows.iter().zip(&rater_means) {
            for (score, unit) in row.iter().flatten().zip(&unit_means) {
                rest += square(score - unit - rater + grand);
                within += square(score - unit);
                all += square(score - grand);
            }
        }
        let between = |means: &[f64]| means.iter().map(|mean| square(mean - grand)).sum::<f64>();
        let clean = |squares: f64| if squares > ROUNDING * all { squares } else { 0.0 };
        Some(Squares {
            n,
            k,
            mean: grand,
            units: clean(k * between(&unit_means)) / (n - 1.0),
            raters: clean(n * between(&rater_means)) / (k - 1.0),
            rest: clean(rest) / ((n - 1.0) * (k - 1.0)),
            within: clean(within) / (n * (k - 1.0)),
        })
    }
}

const TAIL: f64 = 0.975;
const EQUAL: &str = "the scores do not vary";
const NEGATIVE: &str =
    "the variance between units comes out so far below nought that the quotient means nothing";

/// The six coefficients; empty where a cell is missing or there are fewer than two units or raters. What a negative
/// estimate of variance carries out of the range of a correlation is not computed: below -1 for one rater, or over a
/// denominator below nought. The units are taken as independent of each other.
pub fn six(table: &Table) -> Vec<Icc> {
    let Some(s) = Squares::of(table) else { return Vec::new() };
    let (n, k) = (s.n, s.k);
    // A denominator estimates the variance of what one rater, or their mean, gives; below nought it estimates nothing.
    let value = |above: f64, below: f64| {
        if below < 0.0 { Value::Undefined(NEGATIVE) } else { Value::quotient(above, below, EQUAL) }
    };
    // One rater cannot be less reliable than -1; means can, in the textbooks, and say no more than nought.
    let one = |above: f64, below: f64| match value(above, below) {
        Value::Known(icc) if icc < -1.0 => Value::Undefined(NEGATIVE),
        found => found,
    };
    let absolute = one(s.units - s.rest, s.units + (k - 1.0) * s.rest + k * (s.raters - s.rest) / n);
    let absolute_interval = absolute.known().and_then(|icc| absolute_interval(&s, icc));
    let one_way = ratio_interval(s.units, s.within, n - 1.0, n * (k - 1.0));
    let two_way = ratio_interval(s.units, s.rest, n - 1.0, (n - 1.0) * (k - 1.0));
    let single = |ends: (f64, f64)| (single(ends.0, k), single(ends.1, k));
    let average = |ends: (f64, f64)| (1.0 - 1.0 / ends.0, 1.0 - 1.0 / ends.1);
    let stepped = |ends: (f64, f64)| {
        (1.0 + (k - 1.0) * ends.0 > 0.0).then(|| (spearman_brown(ends.0, k), spearman_brown(ends.1, k)))
    };
    let icc = |name: &'static str, meaning, icc: Value, ci95: Option<(f64, f64)>| {
        let ci95 = ci95.filter(|(low, high)| low.is_finite() && high.is_finite() && icc.known().is_some());
        let (rest, df2) = if name.starts_with("ICC(1") {
            (s.within, n * (k - 1.0))
        } else {
            (s.rest, (n - 1.0) * (k - 1.0))
        };
        let f = Some(s.units / rest).filter(|f| f.is_finite());
        Icc { name, meaning, icc, ci95, f, df1: n - 1.0, df2 }
    };
    vec![
        icc(
            "ICC(1,1)",
            "one rater, other raters for every unit",
            one(s.units - s.within, s.units + (k - 1.0) * s.within),
            one_way.map(single),
        ),
        icc("ICC(A,1)", "one rater, absolute agreement", absolute, absolute_interval),
        icc(
            "ICC(C,1)",
            "one rater, consistency",
            one(s.units - s.rest, s.units + (k - 1.0) * s.rest),
            two_way.map(single),
        ),
        icc(
            "ICC(1,k)",
            "mean of the raters, other raters for every unit",
            value(s.units - s.within, s.units),
            one_way.map(average),
        ),
        icc(
            "ICC(A,k)",
            "mean of the raters, absolute agreement",
            value(s.units - s.rest, s.units + (s.raters - s.rest) / n),
            absolute_interval.and_then(stepped),
        ),
        icc(
            "ICC(C,k)",
            "mean of the raters, consistency",
            value(s.units - s.rest, s.units),
            two_way.map(average),
        ),
    ]
}

fn single(f: f64, k: f64) -> f64 {
    (f - 1.0) / (f + k - 1.0)
}

/// `F / F_0.975(df1, df2)` and `F F_0.975(df2, df1)`.
fn ratio_interval(above: f64, below: f64, df1: f64, df2: f64) -> Option<(f64, f64)> {
    let f = above / below;
    f.is_finite().then(|| (f / f_quantile(TAIL, df1, df2), f * f_quantile(TAIL, df2, df1)))
}

/// The interval of ICC(A,1), with Satterthwaite's degrees of freedom.
fn absolute_interval(s: &Squares, icc: f64) -> Option<(f64, f64)> {
    let (n, k) = (s.n, s.k);
    let a = k * icc / (n * (1.0 - icc));
    let b = 1.0 + k * icc * (n - 1.0) / (n * (1.0 - icc));
    let square = |x: f64| x * x;
    let df = square(a * s.raters + b * s.rest)
        / (square(a * s.raters) / (k - 1.0) + square(b * s.rest) / ((n - 1.0) * (k - 1.0)));
    if !(df.is_finite() && df > 0.0) {
        return None;
    }
    let rest = k * s.raters + (k * n - k - n) * s.rest;
    let (lower, upper) = (f_quantile(TAIL, n - 1.0, df), f_quantile(TAIL, df, n - 1.0));
    let low = n * (s.units - lower * s.rest) / (lower * rest + n * s.units);
    let high = n * (upper * s.units - s.rest) / (rest + n * upper * s.units);
    Some((low, high))
}
