//! What happened in the room, with its times: sections begun, clues released, notes as they were taken.
//!
//! The timers are no state of their own: how long a section has run follows from when it was begun and what came after it,
//! so that they go on where a window was closed or a machine died.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::ScorecardContent;
use crate::days::{self, DayProblem};
use crate::words::words;

/// Entries that one log may have: one every five seconds of a working day are not as many.
pub const LOG_MAX: usize = 2_000;

/// What the time of an entry is called.
const TIME: &str = "the time of an entry of the log";

words! {
    /// What an entry of the log says.
    LogEvent, "kind of entry" {
        /// A section of the kit was begun; the one before it ended.
        Section = "section",
        /// The running section was stopped: a break, or the end.
        Stop = "stop",
        /// A clue was released to the candidate.
        Clue = "clue",
        /// A note was begun.
        Note = "note",
    }
}

/// One thing that happened, with its time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct LogEntry {
    /// When; of a note, when it was begun.
    pub at: DateTime<Utc>,
    /// What.
    pub event: LogEvent,
    /// Id of the kit's section or clue; empty for a note and a stop.
    pub of: String,
    /// What was noted; of a section and a clue its title, so that it can be read without the kit.
    pub text: String,
}

/// A log in the order of its times, without notes that say nothing.
pub fn tidy_log(log: &[LogEntry]) -> Vec<LogEntry> {
    let says = |one: &&LogEntry| one.event != LogEvent::Note || !one.text.trim().is_empty();
    let mut kept: Vec<LogEntry> = log.iter().filter(says).cloned().collect();
    kept.sort_by_key(|one| one.at);
    kept
}

/// Time from the first entry of a log to `at`; nothing for a time before it, and `None` for an empty log.
pub fn elapsed(log: &[LogEntry], at: DateTime<Utc>) -> Option<TimeDelta> {
    let first = log.iter().map(|one| one.at).min()?;
    Some((at - first).max(TimeDelta::zero()))
}

/// How long a section has run by `now`: from each time it was begun to the next section or stop.
pub fn section_time(log: &[LogEntry], section: &str, now: DateTime<Utc>) -> TimeDelta {
    let is_mark = |one: &&LogEntry| matches!(one.event, LogEvent::Section | LogEvent::Stop);
    let mut marks: Vec<&LogEntry> = log.iter().filter(is_mark).collect();
    marks.sort_by_key(|one| one.at);
    let ends = marks.iter().skip(1).map(|one| one.at).chain([now]);
    marks
        .iter()
        .zip(ends)
        .filter(|(begun, _)| begun.event == LogEvent::Section && begun.of == section)
        .fold(TimeDelta::zero(), |sum, (begun, end)| sum + (end - begun.at).max(TimeDelta::zero()))
}

/// "1:05" for a minute and five seconds; minutes are not broken into hours, as the time box is not.
pub fn minutes_and_seconds(time: TimeDelta) -> String {
    format!("{}:{:02}", time.num_minutes(), time.num_seconds() % 60)
}

/// Refuses what was noted at a time that is still to come by `at`.
///
/// # Errors
/// The first such entry.
pub fn ensure_log_has_come(log: &[LogEntry], at: DateTime<Utc>) -> Result<(), DayProblem> {
    log.iter().try_for_each(|one| days::happened(TIME, one.at, at))
}

/// What is wrong with a log that can stand in no scorecard.
pub(super) fn log_problems(content: &ScorecardContent) -> Vec<String> {
    let mut found = Vec::new();
    if content.log.len() > LOG_MAX {
        found.push(format!(
            "the log has {} entries; the limit is {LOG_MAX}, so join some notes",
            content.log.len()
        ));
    }
    let named =
        |one: &&LogEntry| matches!(one.event, LogEvent::Section | LogEvent::Clue) && one.of.is_empty();
    if let Some(one) = content.log.iter().find(named) {
        found.push(format!("an entry of the log for a {} does not name it", one.event));
    }
    let odd = content.log.iter().find_map(|one| days::possible(TIME, one.at.date_naive()).err());
    found.extend(odd.map(|problem| problem.to_string()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::seconds(second)
    }

    fn entry(second: i64, event: LogEvent, of: &str, text: &str) -> LogEntry {
        LogEntry { at: at(second), event, of: of.to_owned(), text: text.to_owned() }
    }

    fn log() -> Vec<LogEntry> {
        vec![
            entry(0, LogEvent::Section, "finding", "Finding the cause"),
            entry(65, LogEvent::Note, "", "asked for latency first"),
            entry(100, LogEvent::Section, "mending", "Relief"),
            entry(160, LogEvent::Stop, "", ""),
            entry(200, LogEvent::Section, "finding", "Finding the cause"),
        ]
    }

    #[test]
    fn a_section_runs_until_the_next_one_or_a_stop_and_again_where_it_is_gone_back_to() {
        let time = |section, now| section_time(&log(), section, at(now)).num_seconds();
        assert_eq!((time("finding", 230), time("mending", 230), time("other", 230)), (130, 60, 0));
        assert_eq!(
            section_time(&log()[..1], "finding", at(3_600)).num_minutes(),
            60,
            "also while nobody looked"
        );
        assert_eq!(section_time(&log()[..1], "finding", at(-5)).num_seconds(), 0, "a clock put back");
    }

    #[test]
    fn times_are_told_from_the_first_entry() {
        assert_eq!(elapsed(&log(), at(65)).map(minutes_and_seconds).as_deref(), Some("1:05"));
        assert_eq!(elapsed(&log(), at(7_205)).map(minutes_and_seconds).as_deref(), Some("120:05"));
        assert_eq!(elapsed(&log(), at(-9)).map(minutes_and_seconds).as_deref(), Some("0:00"));
        assert_eq!(elapsed(&[], at(65)), None);
    }

    #[test]
    fn a_tidy_log_is_in_order_and_has_no_empty_notes() {
        let mut mixed = log();
        mixed.swap(0, 4);
        mixed.push(entry(70, LogEvent::Note, "", "  "));
        assert_eq!(tidy_log(&mixed), log());
    }

    #[test]
    fn what_can_stand_in_no_log_is_told() {
        let with = |log| log_problems(&ScorecardContent { log, ..ScorecardContent::default() });
        assert_eq!(with(log()), Vec::<String>::new());
        assert!(
            with(vec![LogEntry { at: "9999-01-01T00:00:00Z".parse().unwrap(), ..log().remove(1) }])[0]
                .contains("year 9999")
        );
        assert!(ensure_log_has_come(&log(), at(0)).is_ok());
        let evening = entry(12 * 3_600, LogEvent::Note, "", "later");
        let late = ensure_log_has_come(&[evening], at(0)).unwrap_err();
        assert!(late.to_string().contains("still to come"), "{late}");
        assert_eq!(
            with(vec![entry(0, LogEvent::Clue, "", "Pool")]),
            ["an entry of the log for a clue does not name it"]
        );
        assert!(with(vec![entry(0, LogEvent::Note, "", "x"); LOG_MAX + 1])[0].contains("2001 entries"));
    }
}
