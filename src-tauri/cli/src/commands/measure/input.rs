//! Reading files of ratings, scores and groups: CSV by column names ([`columns`]), JSON in the shapes of the reference files.

mod alike;
mod columns;
mod weights;

use std::path::{Path, PathBuf};

use assay_domain::measure::{Rating, Ratings};
use assay_domain::words::counted;
use clap::Args;
use serde_json::{Map, Value};

use super::{Source, Told, json_of, unfit};
use crate::failure::{Failure, Result};
use crate::session::read_text;

/// A file without further arguments.
#[derive(Debug, Args)]
pub struct File {
    /// CSV with the columns group, applicants, selected (and stage, source); or JSON; - is standard input
    pub file: PathBuf,
}

/// One case of a file.
pub struct Case {
    /// Its name; empty where the file has only one.
    pub id: String,
    /// Its fields.
    pub fields: Map<String, Value>,
}

const HINT: &str = "`assay help measure` says what the file may hold.";
/// How rows are counted.
const ROWS: &str =
    "Ratings are counted from 1, without the heading. `assay help measure` says what the file may hold.";
/// How a score that was not given is written, in small letters.
const NOT_ASSESSED: [&str; 3] = ["", "na", "n/a"];

/// The cases of a file, and whether it is a list of them.
pub fn cases(path: &Path) -> Result<(Vec<Case>, bool)> {
    let text = read_text(path)?;
    let trimmed = text.trim_start_matches('\u{feff}').trim_start();
    if !trimmed.starts_with(['{', '[']) {
        return Ok((vec![Case { id: String::new(), fields: columns::of_csv(trimmed)? }], false));
    }
    let bad = |error: serde_json::Error| Failure::json(path, "JSON", &error, HINT);
    let found = match serde_json::from_str(trimmed).map_err(bad)? {
        Value::Array(items) => listed(items),
        Value::Object(mut fields) => match fields.remove("cases") {
            Some(Value::Array(items)) => (shared(items, &fields), true),
            _ if fields.values().all(Value::is_object)
                && !fields.is_empty()
                && !fields.contains_key("group_a") =>
            {
                (fields.into_iter().filter_map(|(id, one)| named(id, one)).collect(), true)
            }
            _ => (vec![Case { id: String::new(), fields }], false),
        },
        _ => (Vec::new(), false),
    };
    if found.0.is_empty() {
        return Err(Failure::refused(format!("{} holds nothing to measure", path.display()), HINT));
    }
    Ok(found)
}

/// A list of cases, or of ratings, or of groups.
fn listed(items: Vec<Value>) -> (Vec<Case>, bool) {
    let first = items.first();
    let has = |field: &str| first.is_some_and(|one| one.get(field).is_some());
    let one = |field: &str, items: Vec<Value>| {
        let fields = Map::from_iter([(field.to_owned(), Value::Array(items))]);
        (vec![Case { id: String::new(), fields }], false)
    };
    if has("first") && has("second") {
        return one("pairs", items);
    }
    if has("outcome") {
        return one("outcomes", items);
    }
    if has("candidate") && has("score") {
        return one("ratings", items);
    }
    if has("applicants") || has("applied") {
        return one("groups", items);
    }
    (shared(items, &Map::new()), true)
}

/// Cases that share the fields beside their list. What is no object is a case without fields, which is refused by its number.
fn shared(items: Vec<Value>, fields: &Map<String, Value>) -> Vec<Case> {
    if !items.iter().any(Value::is_object) {
        return Vec::new();
    }
    let case = |(index, item): (usize, Value)| {
        let own = item.as_object().cloned().unwrap_or_default();
        let id =
            ["id", "added", "name"].iter().find_map(|field| own.get(*field)?.as_str().map(str::to_owned));
        let mut all = fields.clone();
        all.extend(own);
        Case { id: id.unwrap_or_else(|| (index + 1).to_string()), fields: all }
    };
    items.into_iter().enumerate().map(case).collect()
}

fn named(id: String, value: Value) -> Option<Case> {
    match value {
        Value::Object(fields) => Some(Case { id, fields }),
        _ => None,
    }
}

/// The ratings of a case with what is to be said of how they were read.
#[derive(Debug)]
pub struct Read {
    pub ratings: Ratings,
    notes: Vec<String>,
}

impl Read {
    /// An answer with the notes before it.
    pub fn noted(&self, (mut value, text): Told) -> Result<Told> {
        value["notes"] = json_of(&self.notes)?;
        let notes: String = self.notes.iter().map(|note| format!("{note}\n\n")).collect();
        Ok((value, notes + &text))
    }
}

/// The ratings of a case, checked.
pub fn ratings(case: &Case, source: &Source) -> Result<Read> {
    let listed = case.fields.get("ratings").and_then(Value::as_array);
    let Some(listed) = listed else { return Err(Failure::refused("the file has no ratings", HINT)) };
    let mut rows = Vec::with_capacity(listed.len());
    for (index, row) in listed.iter().enumerate() {
        rows.extend(rating(case, index, row)?);
    }
    let not_assessed = listed.len() - rows.len();
    let read_so = (not_assessed > 0)
        .then(|| format!("{} read as not assessed", counted(not_assessed, "row is", "rows are")));
    if let (true, Some(read_so)) = (rows.is_empty(), &read_so) {
        let hint = "Write a number where somebody gave a score. One that is empty, NA or N/A was not given.";
        return Err(Failure::refused(format!("{read_so}, and there is no other: nothing was rated"), hint));
    }
    let weights = weights::weights(case, source)?;
    let ratings =
        Ratings::new(&rows, &weights.listed, scale(case, source)?).map_err(|error| unfit(&error))?;
    let notes = weights.note.into_iter().chain(read_so.map(|text| text + "."));
    let notes = notes.chain(alike::alike(&ratings)).collect();
    Ok(Read { ratings, notes })
}

/// Candidates without any score, who stand in no table of the answer.
pub fn not_assessed(case: &Case, assessed: &[String]) -> Vec<String> {
    let listed = case.fields.get("ratings").and_then(Value::as_array);
    let columns = case.fields.get("ratings_columns").and_then(Value::as_array);
    let at = columns.and_then(|all| all.iter().position(|one| one == "candidate")).unwrap_or(0);
    let names = listed.into_iter().flatten().filter_map(|row| match row {
        Value::Array(cells) => cells.get(at).and_then(word),
        _ => row.get("candidate").and_then(word),
    });
    let mut left: Vec<String> = names.filter(|name| !assessed.contains(name)).collect();
    left.sort_unstable();
    left.dedup();
    left
}

/// One rating, counted from nought; none where its score is left empty.
fn rating(case: &Case, index: usize, row: &Value) -> Result<Option<Rating>> {
    let columns = case.fields.get("ratings_columns").and_then(Value::as_array);
    let cell = |name: &str, place: usize| match row {
        Value::Array(cells) => {
            let named = columns.and_then(|all| all.iter().position(|one| one == name));
            cells.get(named.unwrap_or(place))
        }
        _ => row.get(name),
    };
    let wrong = |what: &str| {
        let line = line(case, index).map_or_else(String::new, |line| format!("line {line}, "));
        Failure::refused(format!("{line}rating {}: {what}", index + 1), ROWS)
    };
    let text = |name: &str, place| {
        let found = cell(name, place).and_then(word).filter(|text| !text.trim().is_empty());
        found.ok_or_else(|| wrong(&format!("there is no {name}")))
    };
    let score = match cell("score", 3) {
        None => return Err(wrong("there is no score; null or an empty one is \"not assessed\"")),
        Some(Value::Null) => return Ok(None),
        Some(Value::String(text)) if NOT_ASSESSED.contains(&text.trim().to_ascii_lowercase().as_str()) => {
            return Ok(None);
        }
        Some(Value::String(text)) => {
            text.trim().parse().map_err(|_| wrong(&format!("the score \"{text}\" is no number")))?
        }
        Some(value) => value.as_f64().ok_or_else(|| wrong(&format!("the score {value} is no number")))?,
    };
    let (candidate, rater) = (text("candidate", 0)?, text("rater", 1)?);
    Ok(Some(Rating { candidate, rater, criterion: text("criterion", 2)?, score }))
}

/// The rows of a list that the file must hold.
pub fn list<'a>(case: &'a Case, field: &str, columns: &str) -> Result<&'a Vec<Value>> {
    let listed = case.fields.get(field).and_then(Value::as_array);
    listed.ok_or_else(|| Failure::refused(format!("the file has no rows of {columns}"), HINT))
}

/// A number in a field of a row, counted from nought, which may be written as text; `None` where it is absent or empty.
pub fn figure(case: &Case, index: usize, row: &Value, field: &str) -> Result<Option<f64>> {
    let wrong = || Failure::refused(format!("{}: {field} is no number", place(case, index)), HINT);
    match row.get(field) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.is_empty() => Ok(None),
        Some(Value::String(text)) => text.parse().map(Some).map_err(|_| wrong()),
        Some(value) => value.as_f64().map(Some).ok_or_else(wrong),
    }
}

/// Where a row stands, counted from nought: its line in a CSV, else its number.
pub fn place(case: &Case, index: usize) -> String {
    line(case, index).map_or_else(|| format!("row {}", index + 1), |line| format!("line {line}"))
}

/// The line of a row in its CSV.
fn line(case: &Case, index: usize) -> Option<u64> {
    case.fields.get(columns::LINES)?.as_array()?.get(index)?.as_u64()
}

/// A name, which may be written as a number.
pub fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// `name=number,name=number`.
pub fn pairs(text: &str) -> Result<Vec<(String, f64)>> {
    let one = |part: &str| {
        let (name, value) = part.split_once('=')?;
        Some((name.trim().to_owned(), value.trim().parse().ok()?))
    };
    text.split(',').map(one).collect::<Option<_>>().ok_or_else(|| {
        Failure::usage(format!("\"{text}\" is not name=number,..."), "For example depth=3,clarity=1.")
    })
}

fn scale(case: &Case, source: &Source) -> Result<(f64, f64)> {
    Ok(named_scale(case, source)?.unwrap_or((1.0, 5.0)))
}

/// The scale of the arguments, else of the file (`scale`, or the column `levels`); `None` where neither names one.
pub fn named_scale(case: &Case, source: &Source) -> Result<Option<(f64, f64)>> {
    if let Some(text) = &source.scale {
        let ends = text.split_once(':').and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
        let wrong = || Failure::usage(format!("\"{text}\" is not LOW:HIGH"), "For example 1:5.");
        return ends.map(Some).ok_or_else(wrong);
    }
    let Some(found) = case.fields.get("scale") else { return weights::levels(case) };
    let end = |index: usize| found.get(index)?.as_f64();
    let wrong = || {
        Failure::refused(format!("scale: {found} is not a lowest and a highest score"), "For example [1, 5].")
    };
    end(0).zip(end(1)).map(Some).ok_or_else(wrong)
}

/// Rows of numbers in a field; `None` where it is absent or something else.
pub fn rows(case: &Case, field: &str) -> Option<Vec<Vec<Option<f64>>>> {
    let cell = |value: &Value| if value.is_null() { Some(None) } else { value.as_f64().map(Some) };
    let row = |row: &Value| row.as_array()?.iter().map(cell).collect();
    case.fields.get(field)?.as_array()?.iter().map(row).collect()
}

/// Rows of numbers without holes.
pub fn full_rows(case: &Case, field: &str) -> Option<Vec<Vec<f64>>> {
    rows(case, field)?.into_iter().map(|row| row.into_iter().collect()).collect()
}
