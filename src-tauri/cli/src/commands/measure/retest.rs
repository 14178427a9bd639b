//! `assay measure retest`.

use std::collections::BTreeMap;
use std::path::PathBuf;

use assay_domain::measure::retest::consistency;
use serde_json::json;

use super::input::{Case, figure, list, place, word};
use super::{Told, json_of, number};
use crate::failure::{Failure, Result};
use crate::output::table;

/// Arguments of `measure retest`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// CSV with the columns candidate, rater, criterion, first, second; or JSON; - is standard input
    pub(super) file: PathBuf,
}

/// Each rater's first levels against the second.
pub fn of(case: &Case) -> Result<Told> {
    let mut raters: BTreeMap<String, Vec<(u8, u8)>> = BTreeMap::new();
    for (index, row) in list(case, "pairs", "candidate, rater, criterion, first, second")?.iter().enumerate()
    {
        let level = |field: &str| {
            let Some(value) = figure(case, index, row, field)? else { return Ok(None) };
            if value.fract() != 0.0 || !(1.0..=255.0).contains(&value) {
                let at = place(case, index);
                return Err(Failure::refused(format!("{at}: {field} is no level: {value}"), ""));
            }
            Ok(Some(value as u8))
        };
        // A level that is missing one of the two times was not marked twice.
        if let (Some(first), Some(second)) = (level("first")?, level("second")?) {
            let rater = row.get("rater").and_then(word).unwrap_or_default();
            raters.entry(rater).or_default().push((first, second));
        }
    }
    let (mut values, mut rows) = (Vec::new(), Vec::new());
    for (rater, pairs) in &raters {
        let found = consistency(pairs);
        let share =
            |value: Option<f64>| value.map_or_else(|| number(None), |share| format!("{:.0}%", 100.0 * share));
        rows.push([
            rater.clone(),
            found.n.to_string(),
            share(found.same),
            share(found.within_one),
            found.shift.map_or_else(|| number(None), |shift| format!("{shift:+.2}")),
            number(found.kappa_quadratic.known()),
            found.sentence.clone(),
        ]);
        let mut value = json_of(&found)?;
        value["rater"] = json!(rater);
        values.push(value);
    }
    let headings = ["rater", "twice", "same", "within one", "shift", "weighted kappa", ""];
    Ok((json!({"raters": values}), table(headings, &rows, "Nothing was marked twice.")))
}
