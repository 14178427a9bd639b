//! `assay measure drift` over a file.

use std::collections::BTreeMap;

use assay_domain::days;
use assay_domain::measure::drift::{Drift, Drifts, Effect, Held, Way, drift, shared};
use chrono::{NaiveDate, NaiveDateTime};
use serde_json::{Value, json};

use super::input::{Case, list, place, ratings, word};
use super::{FileOrRole, Source, Told, json_of};
use crate::failure::{Failure, Result};
use crate::output::table;

/// Arguments of `measure drift`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub(super) input: FileOrRole,
    #[command(flatten)]
    pub(super) source: Source,
}

/// Each rater, and all within themselves.
pub fn of(case: &Case, source: &Source) -> Result<Told> {
    let times = times(case)?;
    let read = ratings(case, source)?;
    let held: Vec<Held> = shared(&read.ratings)
        .into_iter()
        .map(|one| {
            let (unit, rater, score) = (one.candidate.clone(), one.rater.clone(), one.score);
            let known = times.get(&(one.candidate, one.rater)).cloned().unwrap_or_default();
            Held { unit, rater, score, ..known }
        })
        .collect();
    let Drifts { all, raters: each } = drift(&held);
    let mut values = Vec::new();
    for (name, drift) in &each {
        let mut value = json_of(drift)?;
        value["rater"] = json!(name);
        values.push(value);
    }
    let mut text = format!("{}\n\n{}", all.sentence, shown(&all));
    for (name, drift) in &each {
        text += &format!("\n{name}: {}\n{}", drift.sentence, shown(drift));
    }
    read.noted((json!({"all": json_of(&all)?, "raters": values}), text))
}

/// When each rater saw each candidate.
fn times(case: &Case) -> Result<BTreeMap<(String, String), Held>> {
    let mut out: BTreeMap<(String, String), Held> = BTreeMap::new();
    for (index, row) in list(case, "ratings", "candidate, rater, criterion, score")?.iter().enumerate() {
        let Some((candidate, rater)) =
            row.get("candidate").and_then(word).zip(row.get("rater").and_then(word))
        else {
            continue;
        };
        let (at, known) = (&place(case, index), out.entry((candidate, rater)).or_default());
        known.held = moment(row, "held", at)?.or(known.held);
        known.marked = moment(row, "marked", at)?.or(known.marked);
        known.after_debrief = answer(row, at)?.or(known.after_debrief);
    }
    Ok(out)
}

fn text(row: &Value, field: &str) -> Option<String> {
    row.get(field).and_then(word).filter(|text| !text.is_empty())
}

/// A whole number, a day, or a day with a time; `at`: where the row stands.
fn moment(row: &Value, field: &str, at: &str) -> Result<Option<i64>> {
    let Some(text) = text(row, field) else { return Ok(None) };
    let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0);
    let time = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok();
    let told = day(&text).or_else(|| time(&text));
    if let Some(Err(problem)) = told.map(|told| days::possible("the day", told.date())) {
        return Err(Failure::refused(format!("{at}: {field}: {problem}"), problem.hint()));
    }
    let found = text.parse().ok().or_else(|| Some(told?.and_utc().timestamp()));
    found.map(Some).ok_or_else(|| {
        let what = format!("{at}: {field} is neither a whole number nor a date: {text}");
        Failure::refused(what, "Write 7, 2026-03-02 or 2026-03-02T14:30.")
    })
}

fn answer(row: &Value, at: &str) -> Result<Option<bool>> {
    if let Some(Value::Bool(given)) = row.get("after_debrief") {
        return Ok(Some(*given));
    }
    match text(row, "after_debrief").map(|text| text.to_lowercase()).as_deref() {
        None => Ok(None),
        Some("yes" | "true" | "1") => Ok(Some(true)),
        Some("no" | "false" | "0") => Ok(Some(false)),
        Some(other) => {
            Err(Failure::refused(format!("{at}: after_debrief is neither yes nor no: {other}"), ""))
        }
    }
}

fn shown(drift: &Drift) -> String {
    let rows: Vec<_> = [
        ("per interview", &drift.over_order, Way::OverOrder),
        ("per point of the candidate before", &drift.contrast, Way::Contrast),
        ("per scorecard marked", &drift.over_marking, Way::OverMarking),
        ("after the debrief less before", &drift.after_debrief, Way::AfterDebrief),
    ]
    .into_iter()
    .map(|(name, effect, way)| row(name, effect.as_ref(), why(drift, way)))
    .collect();
    table(HEADINGS, &rows, "")
}

/// Above the effects.
pub const HEADINGS: [&str; 5] =
    ["points of the scale of 1 to 5", "estimate", "95%", "interviews", "chance alone shows as much"];

fn why(drift: &Drift, way: Way) -> &'static str {
    way.unknown(&drift.unordered, &drift.untold, &drift.too_wide)
}

/// One effect as a row of a table, or why there is none.
fn row(name: &str, effect: Option<&Effect>, unknown: &str) -> [String; 5] {
    let Some(one) = effect else {
        return [name.into(), unknown.into(), String::new(), String::new(), String::new()];
    };
    [
        name.into(),
        format!("{:+.3}", one.estimate),
        format!("{:+.3} to {:+.3}", one.ci95.0, one.ci95.1),
        one.interviews.to_string(),
        one.chance(),
    ]
}
