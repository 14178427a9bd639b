//! The weights of criteria: of the arguments, of the file's `criteria`, or of the columns that `assay export ratings` writes.

use std::collections::BTreeMap;

use assay_domain::words::percent;
use serde_json::Value;

use super::{Case, Source, figure, pairs, word};
use crate::failure::{Failure, Result};

/// Names with weights, none for equal ones, and what is to be said of where they come from.
#[derive(Debug, Default)]
pub struct Weights {
    pub listed: Vec<(String, f64)>,
    pub note: Option<String>,
}

const OWN_ORDER: &str = "A role measures each of its assessments by itself and adds them up, so its own order may be another: `assay measure order --role ROLE` gives that, and `assay export ratings ROLE --assessment ASSESSMENT` a file of one assessment.";
const INSTEAD: &str = "Give --weights NAME=WEIGHT,... for others.";
/// So many criteria are named with their weights.
const NAMED: usize = 8;

/// Weights from the arguments, else from the file, else none.
pub fn weights(case: &Case, source: &Source) -> Result<Weights> {
    if let Some(text) = &source.weights {
        return Ok(Weights { listed: pairs(text)?, note: None });
    }
    let Some(criteria) = case.fields.get("criteria") else { return columns(case) };
    let wrong = |one: &Value| {
        let hint = "For example {\"id\": \"depth\", \"weight\": 3}, or only \"depth\".";
        Failure::refused(format!("criteria: {one} is no id with a weight"), hint)
    };
    let one = |one: &Value| {
        let id = word(one).or_else(|| word(one.get("id")?));
        let weight = one.get("weight").map_or(Some(1.0), Value::as_f64);
        id.zip(weight).ok_or_else(|| wrong(one))
    };
    let listed = criteria.as_array().ok_or_else(|| wrong(criteria))?.iter().map(one);
    Ok(Weights { listed: listed.collect::<Result<_>>()?, note: None })
}

/// A criterion as the columns have it.
#[derive(Clone, PartialEq)]
struct Column {
    weight: Option<f64>,
    assessment: String,
    of_plan: Option<f64>,
}

/// The weights of the columns `criterion_weight`, and `assessment_weight` where the file has several assessments.
fn columns(case: &Case) -> Result<Weights> {
    let mut found: BTreeMap<String, Column> = BTreeMap::new();
    let rows = case.fields.get("ratings").and_then(Value::as_array);
    let mut unlike = None;
    for (index, row) in rows.into_iter().flatten().enumerate() {
        let Some(criterion) = row.get("criterion").and_then(word) else { continue };
        let column = Column {
            weight: figure(case, index, row, "criterion_weight")?,
            assessment: row.get("assessment").and_then(word).unwrap_or_default(),
            of_plan: figure(case, index, row, "assessment_weight")?,
        };
        let known = found.entry(criterion.clone()).or_insert_with(|| column.clone());
        if *known != column {
            unlike.get_or_insert(criterion);
        }
    }
    if found.values().all(|one| one.weight.is_none()) {
        return Ok(Weights::default());
    }
    if let Some(criterion) = unlike {
        let why = format!("{criterion} has several of them, as where a rubric or a plan changed");
        return Ok(unused(&why));
    }
    if found.values().any(|one| one.weight.is_none()) {
        return Ok(unused("some criteria have none"));
    }
    Ok(weighed(&found))
}

fn unused(why: &str) -> Weights {
    let note =
        format!("The weights in the file are not used, since {why}: all criteria count alike. {INSTEAD}");
    Weights { listed: Vec::new(), note: Some(note) }
}

/// Each criterion with its share of its assessment's weight.
fn weighed(found: &BTreeMap<String, Column>) -> Weights {
    let mut parts: BTreeMap<&str, (f64, Option<f64>)> = BTreeMap::new();
    for one in found.values() {
        let part = parts.entry(&one.assessment).or_insert((0.0, one.of_plan));
        part.0 += one.weight.unwrap_or(0.0);
        part.1 = part.1.filter(|weight| one.of_plan == Some(*weight));
    }
    let several = parts.len() > 1;
    if several && parts.values().any(|(all, of_plan)| of_plan.is_none() || *all <= 0.0) {
        return unused("it holds several assessments without one weight for each");
    }
    let share = |one: &Column| {
        let weight = one.weight.unwrap_or(0.0);
        match parts.get(one.assessment.as_str()) {
            Some((all, Some(of_plan))) if several => of_plan * weight / all,
            _ => weight,
        }
    };
    let listed: Vec<(String, f64)> = found.iter().map(|(name, one)| (name.clone(), share(one))).collect();
    let note = if several { of_several(&parts.into_keys().collect::<Vec<_>>()) } else { of_one(&listed) };
    Weights { listed, note: Some(note) }
}

fn of_one(listed: &[(String, f64)]) -> String {
    let all: f64 = listed.iter().map(|(_, weight)| weight).sum();
    let each = listed.iter().map(|(name, weight)| format!("{name} {}", percent(weight / all)));
    let each = each.collect::<Vec<_>>().join(", ");
    let each = if listed.len() > NAMED { String::new() } else { format!(": {each}") };
    format!("Criteria are weighted as the file says (criterion_weight){each}.")
}

fn of_several(titles: &[&str]) -> String {
    format!(
        "The file holds {} assessments ({}). They are measured as if they were one, criteria weighted as the file says (assessment_weight, and criterion_weight within each); what a rater gave a candidate counts as one scorecard, whatever the assessments. {OWN_ORDER}",
        titles.len(),
        titles.join(", ")
    )
}

/// The scale of the column `levels`; `None` where the file has none.
///
/// # Errors
/// Where rubrics have different numbers of levels, which are no one scale.
pub fn levels(case: &Case) -> Result<Option<(f64, f64)>> {
    let rows = case.fields.get("ratings").and_then(Value::as_array);
    let mut found: Option<f64> = None;
    for (index, row) in rows.into_iter().flatten().enumerate() {
        let Some(levels) = figure(case, index, row, "levels")? else { continue };
        match found {
            Some(known) if known != levels => {
                let hint = "Export one assessment at a time (`assay export ratings ROLE --assessment ASSESSMENT`), or give --scale LOW:HIGH.";
                return Err(Failure::refused(
                    format!("rubrics of {known} and of {levels} levels are no one scale"),
                    hint,
                ));
            }
            _ => found = Some(levels),
        }
    }
    Ok(found.map(|levels| (1.0, levels)))
}
