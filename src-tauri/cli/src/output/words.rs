//! Dates, scores and what is unknown, in words.

use std::fmt::Display;

use assay_domain::scorecard::NOT_ASSESSED;
use assay_domain::words;
pub use assay_domain::words::{day, moment};
use assay_engine::measures::LeftOut;
use assay_engine::{Change, Instant, Noun};
use chrono::NaiveDateTime;

/// A day: `23 Nov 2026`.
pub fn date(at: Instant) -> String {
    day(at.date_naive())
}

/// A local time with its zone; "no time set" where there is none.
pub fn local_time(starts: Option<&str>, zone: Option<&str>) -> String {
    let Some(starts) = starts else { return "no time set".into() };
    // Behind the minutes stands the offset, where the clocks show the time twice.
    let (time, offset) = starts.split_at_checked(16).unwrap_or((starts, ""));
    let shown = NaiveDateTime::parse_from_str(time, "%Y-%m-%dT%H:%M")
        .map_or_else(|_| starts.to_owned(), |time| format!("{}{offset}", time.format("%-d %b %Y %H:%M")));
    format!("{shown} {}", zone.unwrap_or_default())
}

/// A score to one decimal; "not assessed" where there is none (law 1).
pub fn score(score: Option<f64>) -> String {
    score.map_or_else(|| "not assessed".into(), |score| words::decimal(score, 1))
}

/// A level of a rating; "not assessed" where it was left out on purpose or is not filled in.
pub fn level(level: Option<u8>) -> String {
    match level {
        None | Some(NOT_ASSESSED) => "not assessed".into(),
        Some(level) => level.to_string(),
    }
}

/// A share, as whole per cent; "unknown" where there is none (law 1).
pub fn percent(share: impl Into<Option<f64>>) -> String {
    share.into().map_or_else(|| "unknown".into(), words::percent)
}

/// Behind a sentence about an application: how many open interviews its end has cancelled.
pub fn cancelled(changed: &[Change]) -> String {
    match changed.iter().filter(|change| change.noun == Noun::Interview).count() {
        0 => String::new(),
        1 => " 1 open interview is cancelled with it.".into(),
        many => format!(" {many} open interviews are cancelled with it."),
    }
}

/// What is added of an interview in a blind role.
pub fn blind_word(blind: Option<bool>) -> &'static str {
    match blind {
        Some(true) => ", blind",
        Some(false) => ", not blind",
        None => "",
    }
}

/// The text, or what to say where it is empty.
pub fn or(text: &str, none: &str) -> String {
    if text.is_empty() { none.into() } else { text.into() }
}

/// The items joined by commas, or what to say where there are none.
pub fn list_or<T: Display>(items: impl IntoIterator<Item = T>, none: &str) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    or(&items.join(", "), none)
}

/// What an answer says of applications that are closed to the viewer; nothing where none is.
pub fn left_out(left_out: &LeftOut) -> String {
    if left_out.sentence.is_empty() { String::new() } else { format!("\n{}\n", left_out.sentence) }
}

/// A heading with an empty line before it.
pub fn heading(text: &str) -> String {
    format!("\n{text}\n")
}
