//! `assay measure validity`.

use std::path::PathBuf;

use assay_domain::measure::outcome::validity;

use super::input::{Case, figure, list};
use super::{Told, json_of, number, unfit};
use crate::failure::Result;
use crate::output::fields;

/// Arguments of `measure validity`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// CSV with the columns score, outcome; or JSON; - is standard input
    pub(super) file: PathBuf,
}

/// Scores against outcomes; rows without an outcome are applicants who were not hired.
pub fn of(case: &Case) -> Result<Told> {
    let (mut pairs, mut applicants) = (Vec::new(), Vec::new());
    for (index, row) in list(case, "outcomes", "score, outcome")?.iter().enumerate() {
        let Some(score) = figure(case, index, row, "score")? else { continue };
        applicants.push(score);
        if let Some(outcome) = figure(case, index, row, "outcome")? {
            pairs.push((score, outcome));
        }
    }
    let found = validity(&pairs, &applicants).map_err(|error| unfit(&error))?;
    let interval = found.ci95.map_or_else(String::new, |(low, high)| format!("{low:.2} to {high:.2}"));
    let text = format!("{}\n\n", found.sentence)
        + &fields(&[
            ("hires with an outcome", found.n.to_string()),
            ("correlation", number(found.correlation)),
            ("95%", interval),
            ("rank correlation", number(found.rank_correlation)),
            ("over all applicants, perhaps", number(found.corrected_for_range)),
        ]);
    Ok((json_of(&found)?, text))
}
