//! Reading a filled-in scorecard.

use std::path::Path;

use assay_domain::malformed;
use assay_domain::scorecard::{RaisedFlagInput, RatingInput, ScorecardInput};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::failure::{Failure, Result};
use crate::session::read_text;

const HINT: &str = "Fill in the \"scorecard\" that `assay scorecard form INTERVIEW --json` gives: levels are whole numbers from 1 \
                    up, 0 is not assessed, and a red flag has a \"flag\" and its \"evidence\".";

/// Reads one from JSON: the object itself, or one that holds it under `scorecard`. Notes, citations, flags, the log
/// of the room and the summary may be left out where there are none; a misspelt field is refused.
pub fn read(path: &Path) -> Result<ScorecardInput> {
    let text = read_text(path)?;
    let refuse = |error: serde_json::Error| Failure::json(path, "scorecard", &error, HINT);
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
    each::<RatingInput>(path, &value, "ratings", "rating", "criterion")?;
    each::<RaisedFlagInput>(path, &value, "flags", "red flag", "flag")?;
    serde_json::from_value(value).map_err(refuse)
}

/// Reads the entries of a list one by one, so that a bad one is told by its number and its name.
fn each<T: DeserializeOwned>(path: &Path, card: &Value, list: &str, noun: &str, name: &str) -> Result<()> {
    let entries = card.get(list).and_then(Value::as_array).into_iter().flatten();
    for (index, entry) in entries.enumerate() {
        if let Err(error) = T::deserialize(entry) {
            let named = entry.get(name).and_then(Value::as_str);
            let named = named.map(|name| format!(" ({name})")).unwrap_or_default();
            let what = malformed::plainly(&error.to_string());
            let place = format!("{noun} {}{named}", index + 1);
            return Err(Failure::refused(
                format!("{} is no scorecard: {place}: {what}", path.display()),
                HINT,
            ));
        }
    }
    Ok(())
}

fn default(value: &mut Value, fields: &[(&str, Value)]) {
    if let Some(object) = value.as_object_mut() {
        for (field, none) in fields {
            object.entry(*field).or_insert_with(|| none.clone());
        }
    }
}
