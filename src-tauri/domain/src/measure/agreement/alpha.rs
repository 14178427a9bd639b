//! Krippendorff's alpha.

use serde::Serialize;

use super::table::{Table, Value};

/// What the scores mean, and so how far two are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Names.
    Nominal,
    /// An order.
    Ordinal,
    /// Equal steps.
    Interval,
    /// Equal steps from a true zero.
    Ratio,
}

/// `alpha = 1 - D_o / D_e` over all pairs within units, with missing cells (Krippendorff, *Computing Krippendorff's
/// Alpha-Reliability*, 2011, sec. D and E). Where all scores that can be paired are equal, it cannot be computed.
pub fn alpha(table: &Table, level: Level) -> Value {
    let [found] = of_levels(table, [level]);
    found
}

/// [`alpha`] at several levels of measurement, from one count of what came together.
pub fn of_levels<const N: usize>(table: &Table, levels: [Level; N]) -> [Value; N] {
    let values = table.values();
    let together = coincidences(table, &values);
    let margins: Vec<f64> = together.iter().map(|row| row.iter().sum()).collect();
    levels.map(|level| at_level(&values, &together, &margins, level))
}

fn at_level(values: &[f64], together: &[Vec<f64>], margins: &[f64], level: Level) -> Value {
    let all: f64 = margins.iter().sum();
    if all == 0.0 {
        return Value::Undefined("nothing was rated by two");
    }
    let (mut observed, mut expected) = (0.0, 0.0);
    for a in 0..values.len() {
        for b in 0..a {
            let apart = distance(level, values, margins, b, a);
            observed += together[a][b] * apart;
            expected += margins[a] * margins[b] * apart;
        }
    }
    if expected == 0.0 {
        return Value::Undefined("every score is equal");
    }
    Value::Known(1.0 - (all - 1.0) * observed / expected)
}

/// `o_ck = sum_u n_uc (n_uk - [c = k]) / (m_u - 1)`.
fn coincidences(table: &Table, values: &[f64]) -> Vec<Vec<f64>> {
    let mut out = vec![vec![0.0; values.len()]; values.len()];
    for unit in 0..table.units() {
        let scores = table.unit(unit);
        let places: Vec<usize> =
            scores.iter().filter_map(|score| values.iter().position(|value| value == score)).collect();
        for (i, a) in places.iter().enumerate() {
            for (j, b) in places.iter().enumerate() {
                if i != j {
                    out[*a][*b] += 1.0 / (places.len() - 1) as f64;
                }
            }
        }
    }
    out
}

/// Squared distance of two values, `low < high` by position.
fn distance(level: Level, values: &[f64], margins: &[f64], low: usize, high: usize) -> f64 {
    let (a, b) = (values[low], values[high]);
    let apart = match level {
        Level::Nominal => 1.0,
        Level::Ordinal => margins[low..=high].iter().sum::<f64>() - 0.5 * (margins[low] + margins[high]),
        Level::Interval => b - a,
        Level::Ratio if a + b == 0.0 => 0.0,
        Level::Ratio => (b - a) / (a + b),
    };
    apart * apart
}
