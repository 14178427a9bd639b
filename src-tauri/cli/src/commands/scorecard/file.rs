//! Reading a filled-in scorecard.

use std::path::Path;

use assay_domain::scorecard::ScorecardInput;
use serde_json::{Value, json};

use crate::failure::{Failure, Result};
use crate::session::read_text;

/// Reads one from JSON: the object itself, or one that holds it under `scorecard`. Notes, citations, flags, the log
/// of the room and the summary may be left out where there are none; a misspelt field is refused.
pub fn read(path: &Path) -> Result<ScorecardInput> {
    let text = read_text(path)?;
    let refuse = |error: serde_json::Error| {
        Failure::refused(
            format!("{} is not a scorecard: {error}", path.display()),
            "Fill in the \"scorecard\" that `assay scorecard form INTERVIEW --json` gives.",
        )
    };
    let mut value: Value = serde_json::from_str(&text).map_err(refuse)?;
    if let Some(inner) = value.get_mut("scorecard") {
        value = inner.take();
    }
    let none = || json!([]);
    default(&mut value, &[("flags", none()), ("summary", json!("")), ("ratings", none()), ("log", none())]);
    let ratings = value.get_mut("ratings").and_then(Value::as_array_mut);
    for rating in ratings.into_iter().flatten() {
        default(rating, &[("note", json!("")), ("citations", json!([]))]);
    }
    for entry in value.get_mut("log").and_then(Value::as_array_mut).into_iter().flatten() {
        default(entry, &[("of", json!("")), ("text", json!(""))]);
    }
    serde_json::from_value(value).map_err(refuse)
}

fn default(value: &mut Value, fields: &[(&str, Value)]) {
    if let Some(object) = value.as_object_mut() {
        for (field, none) in fields {
            object.entry(*field).or_insert_with(|| none.clone());
        }
    }
}
