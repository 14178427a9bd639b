//! The local time of an interview: kept as it was agreed, with its zone, because zones change their rules.

use chrono::{MappedLocalTime, NaiveDateTime, TimeZone as _};
use chrono_tz::Tz;

use crate::{EngineError, Result};

/// Checks a local time and its zone: both or neither, and a time that the zone's clocks show.
pub(super) fn check(starts_local: Option<&str>, zone: Option<&str>) -> Result<()> {
    let (text, zone) = match (starts_local, zone) {
        (None, None) => return Ok(()),
        (Some(text), Some(zone)) => (text, zone),
        _ => {
            return Err(EngineError::invalid(
                "an interview's time needs both the local time and the zone",
                "Give both, or leave both out.",
            ));
        }
    };
    let time = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").map_err(|_| {
        EngineError::invalid(format!("\"{text}\" is no local time"), "Write it like 2026-03-02T14:30.")
    })?;
    let known: Tz = zone.parse().map_err(|_| {
        EngineError::invalid(format!("\"{zone}\" is no time zone"), "Use an IANA name, like Europe/Berlin.")
    })?;
    if matches!(known.from_local_datetime(&time), MappedLocalTime::None) {
        return Err(EngineError::invalid(
            format!("the clocks in {zone} never show {text}: they are put forward over it"),
            "Choose a time an hour earlier or later.",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn takes_times_that_clocks_show() {
        assert!(check(None, None).is_ok());
        assert!(check(Some("2026-03-02T14:30"), Some("Europe/Berlin")).is_ok());
        assert!(check(Some("2026-03-29T02:30"), Some("Europe/Berlin")).is_err(), "skipped in spring");
        assert!(check(Some("2026-03-29T02:30"), Some("Asia/Kolkata")).is_ok());
        assert!(check(Some("2026-03-02T14:30"), None).is_err());
        assert!(check(Some("tomorrow"), Some("Europe/Berlin")).is_err());
        assert!(check(Some("2026-03-02T14:30"), Some("Berlin")).is_err());
    }
}
