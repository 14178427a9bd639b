//! Dates, scores and what is unknown, in words.

use std::fmt::Display;

use assay_domain::scorecard::NOT_ASSESSED;
use assay_engine::Instant;
use chrono::{NaiveDate, NaiveDateTime};

/// What a share may be off by from adding up.
const NOISE: f64 = 1e-9;

/// A day: `23 Nov 2026`.
pub fn date(at: Instant) -> String {
    day(at.date_naive())
}

/// A day of the calendar: `23 Nov 2026`.
pub fn day(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// A moment: `23 Nov 2026 14:05 UTC`.
pub fn moment(at: Instant) -> String {
    at.format("%-d %b %Y %H:%M UTC").to_string()
}

/// A local time with its zone; "no time set" where there is none.
pub fn local_time(starts: Option<&str>, zone: Option<&str>) -> String {
    let Some(starts) = starts else { return "no time set".into() };
    let shown = NaiveDateTime::parse_from_str(starts, "%Y-%m-%dT%H:%M")
        .map_or_else(|_| starts.to_owned(), |time| time.format("%-d %b %Y %H:%M").to_string());
    format!("{shown} {}", zone.unwrap_or_default())
}

/// A score to one decimal; "not assessed" where there is none (law 1).
pub fn score(score: Option<f64>) -> String {
    score.map_or_else(|| "not assessed".into(), |score| format!("{score:.1}"))
}

/// A level of a rating; "not assessed" where it was left out on purpose or is not filled in.
pub fn level(level: Option<u8>) -> String {
    match level {
        None | Some(NOT_ASSESSED) => "not assessed".into(),
        Some(level) => level.to_string(),
    }
}

/// A share, as whole per cent. Only the whole reads 100%, and only nothing 0%.
pub fn percent(share: f64) -> String {
    // A sum of weights may miss nought or one by a rounding error.
    let rounded = (share * 100.0).round();
    let shown = if share > NOISE && share < 1.0 - NOISE { rounded.clamp(1.0, 99.0) } else { rounded };
    // Adding nought turns the minus nought of an empty sum into nought.
    format!("{:.0}%", shown + 0.0)
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

/// A heading with an empty line before it.
pub fn heading(text: &str) -> String {
    format!("\n{text}\n")
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_part_is_neither_all_nor_nothing() {
        let shown = [-0.0, 1e-12, 0.001, 0.5, 0.994, 0.997, 1.0 - 1e-12, 1.0].map(percent);
        assert_eq!(shown, ["0%", "0%", "1%", "50%", "99%", "99%", "100%", "100%"]);
    }
}
