//! The log of the room as text.

use assay_domain::scorecard::{LogEntry, LogEvent, elapsed, minutes_and_seconds};

/// One line for each entry: time since the first, time of day in UTC, what happened.
pub fn lines(log: &[LogEntry]) -> String {
    log.iter().map(|one| line(log, one)).collect()
}

fn line(log: &[LogEntry], one: &LogEntry) -> String {
    let since = elapsed(log, one.at).map(minutes_and_seconds).unwrap_or_default();
    let clock = one.at.format("%-d %b %Y %H:%M:%S UTC");
    let text = one.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let what = match one.event {
        LogEvent::Section => format!("section: {text}"),
        LogEvent::Stop => "stopped".to_owned(),
        LogEvent::Clue => format!("clue released: {text}"),
        LogEvent::Note => text,
    };
    format!("{since:>7}  {clock}  {what}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_says_how_long_after_the_first_and_when() {
        let entry = |at: &str, event, text: &str| LogEntry {
            at: at.parse().unwrap(),
            event,
            of: String::new(),
            text: text.to_owned(),
        };
        let log = [
            entry("2026-11-24T14:00:00Z", LogEvent::Section, "Finding the cause"),
            entry("2026-11-24T14:04:07.5Z", LogEvent::Note, "asked for\nlatency"),
        ];
        assert_eq!(
            lines(&log),
            "   0:00  24 Nov 2026 14:00:00 UTC  section: Finding the cause\n   4:07  24 Nov 2026 14:04:07 UTC  asked for latency\n"
        );
    }
}
