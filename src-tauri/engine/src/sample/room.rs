//! What was noted in the sample's rooms: every live debugging was held in interview mode.

use assay_domain::scorecard::{LogEntry, LogEvent};
use chrono::Duration;

use crate::Instant;
use crate::plans::PlanAssessment;

/// Minutes after the beginning, and what happened; the ids are those of the kit for live debugging.
const HELD: &[(i64, LogEvent, &str, &str)] = &[
    (0, LogEvent::Section, "finding", "Finding the cause"),
    (2, LogEvent::Note, "", "Asked which routes are affected, and since when, before opening a log."),
    (3, LogEvent::Clue, "routes", "1. Requests and latency by route"),
    (9, LogEvent::Clue, "log", "3. The log"),
    (11, LogEvent::Note, "", "\"Release 42 is a lead and not yet a cause.\""),
    (30, LogEvent::Section, "mending", "Relief, and for good"),
    (38, LogEvent::Note, "", "Would roll back first; said what that loses."),
    (44, LogEvent::Stop, "", ""),
];

/// Minutes from the beginning of an interview to its scorecard.
const BEFORE: i64 = 75;

/// The log of an assessment whose scorecard is submitted at this moment; empty where none was kept.
pub fn log(assessment: &PlanAssessment, submitted: Instant) -> Vec<LogEntry> {
    if assessment.kind.slug() != "live-debugging" {
        return Vec::new();
    }
    let begun = submitted - Duration::minutes(BEFORE);
    let entry = |(minute, event, of, text): &(i64, LogEvent, &str, &str)| LogEntry {
        at: begun + Duration::minutes(*minute),
        event: *event,
        of: (*of).to_owned(),
        text: (*text).to_owned(),
    };
    HELD.iter().map(entry).collect()
}
