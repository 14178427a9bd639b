//! What leaves as data: a role's ratings and its debrief as rows for CSV and JSON, a candidate whole as JSON. Made of the same
//! reads as the screens, so law 4 holds in it.

mod candidate;
mod debrief;
mod ratings;
mod request;

pub use candidate::{ExportedCandidate, candidate};
pub use debrief::{DebriefLine, debrief, debrief_csv};
pub use ratings::{ExportedRating, ratings, ratings_csv};
pub use request::{ExportRequest, Exported};

use std::path::Path;

use assay_domain::document::clean;
use serde::Serialize;

use crate::{EngineError, Result, files};

/// Writes what was exported. An existing file is replaced only where `replace` says so.
///
/// Errors: [`EngineError::Conflict`] for a file that is there, [`EngineError::File`] where it cannot be written.
pub fn save(path: &Path, text: &str, replace: bool) -> Result<()> {
    files::write(path, text.as_bytes(), replace)
}

/// Whether a file is to be CSV by its name; else it is JSON.
///
/// Errors: [`EngineError::Invalid`] for another ending.
pub fn is_table(path: &Path) -> Result<bool> {
    match path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).as_deref() {
        Some("csv") => Ok(true),
        Some("json") => Ok(false),
        _ => Err(EngineError::invalid(
            format!("{} is neither CSV nor JSON by its name", path.display()),
            "Let the name end in .csv or .json.",
        )),
    }
}

/// Something exported as one JSON object, under its noun.
pub fn json(noun: &str, value: &impl Serialize) -> Result<String> {
    let text = serde_json::to_string_pretty(&serde_json::json!({ noun: value }))
        .map_err(|error| EngineError::Defect(format!("an export that is no JSON: {error}")))?;
    Ok(text + "\n")
}

/// Rows as CSV, with heads; comma, and quotes where they are needed (RFC 4180).
fn csv(heads: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let broken = |error: csv::Error| EngineError::Defect(format!("rows that are no CSV: {error}"));
    writer.write_record(heads).map_err(broken)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| inert(cell))).map_err(broken)?;
    }
    let bytes = writer.into_inner().map_err(|error| EngineError::Defect(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| EngineError::Defect(error.to_string()))
}

/// A cell that no spreadsheet takes for a formula (law 9): an apostrophe stands before what begins like one, but for plain
/// numbers. Control characters and marks that turn the direction of writing are left out.
fn inert(cell: &str) -> String {
    let cell = clean(cell);
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@']) && cell.trim().parse::<f64>().is_err();
    if formula { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests;
