//! The local time of an interview: kept as it was agreed, with its zone, because zones change their rules.

use assay_domain::calendar::Moment;
use chrono::{MappedLocalTime, NaiveDateTime, TimeDelta, TimeZone as _};
use chrono_tz::Tz;

use super::Interview;
use crate::{EngineError, Instant, Result};

/// How a local time is stored: `2026-03-02T14:30`.
const FORM: &str = "%Y-%m-%dT%H:%M";

/// An agreed local time with its zone, in the one form in which it is stored; none where both are missing.
///
/// Errors: [`EngineError::Invalid`] where one of both is missing, for what is no time or no zone, and for a time that the
/// zone's clocks never show.
pub(super) fn agreed(starts_local: Option<&str>, zone: Option<&str>) -> Result<Option<(String, String)>> {
    let (text, zone) = match (starts_local.map(str::trim), zone.map(str::trim)) {
        (None, None) => return Ok(None),
        (Some(text), Some(zone)) => (text, zone),
        _ => {
            return Err(EngineError::invalid(
                "an interview's time needs both the local time and the zone",
                "Give both, or leave both out.",
            ));
        }
    };
    let time = parse(text).ok_or_else(|| {
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
    Ok(Some((time.format(FORM).to_string(), known.name().to_owned())))
}

/// An interview's zone, and its beginning and end as instants with what the zone's clocks show then. A time that the clocks
/// show twice is the first of the two. None where no time is agreed.
pub(crate) fn moments(
    starts_local: Option<&str>,
    zone: Option<&str>,
    minutes: u32,
) -> Option<(Tz, Moment, Moment)> {
    let (time, zone): (_, Tz) = (parse(starts_local?)?, zone?.parse().ok()?);
    let starts = zone.from_local_datetime(&time).earliest()?.to_utc();
    Some((zone, moment(zone, starts), moment(zone, starts + TimeDelta::minutes(minutes.into()))))
}

/// When an interview is over; none where no time is agreed.
pub(crate) fn ends_at(interview: &Interview) -> Option<Instant> {
    let (starts, zone) = (interview.starts_local.as_deref(), interview.zone.as_deref());
    moments(starts, zone, interview.minutes).map(|(_, _, ends)| ends.at)
}

/// Puts those that come first to the front, by the instants and not by what the clocks of their zones show; those without a
/// time come last. What begins together stays in the order in which it stands.
pub(crate) fn by_time(interviews: &mut [Interview]) {
    interviews.sort_by_cached_key(|one| {
        let starts =
            moments(one.starts_local.as_deref(), one.zone.as_deref(), 0).map(|(_, starts, _)| starts.at);
        (starts.is_none(), starts)
    });
}

fn moment(zone: Tz, at: Instant) -> Moment {
    let local = at.with_timezone(&zone).naive_local();
    let first = zone.from_local_datetime(&local).earliest();
    Moment { at, local: first.is_some_and(|first| first == at).then_some(local) }
}

fn parse(text: &str) -> Option<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, FORM).ok()
}

#[cfg(test)]
mod tests {
    use super::{agreed as check, moments};

    #[test]
    fn a_time_is_stored_in_one_form() {
        let (starts, zone) = check(Some(" 2026-3-2T9:05 "), Some("Europe/Berlin ")).unwrap().unwrap();
        assert_eq!((starts.as_str(), zone.as_str()), ("2026-03-02T09:05", "Europe/Berlin"));
    }

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

    /// Beginning and end: the instant, and the local time where it means that instant.
    fn told(local: &str, zone: &str, minutes: u32) -> [String; 2] {
        let (_, starts, ends) = moments(Some(local), Some(zone), minutes).unwrap();
        let one = |at: assay_domain::calendar::Moment| {
            let local = at.local.map_or("the second time".into(), |local| local.format("%H:%M").to_string());
            format!("{} = {local}", at.at.format("%H:%MZ"))
        };
        [one(starts), one(ends)]
    }

    #[test]
    fn an_interview_takes_as_long_as_it_takes_when_the_clocks_are_put() {
        assert_eq!(told("2026-03-28T01:30", "Europe/Berlin", 60), ["00:30Z = 01:30", "01:30Z = 02:30"]);
        assert_eq!(told("2026-03-29T01:30", "Europe/Berlin", 60), ["00:30Z = 01:30", "01:30Z = 03:30"]);
        assert_eq!(
            told("2026-10-25T02:30", "Europe/Berlin", 60),
            ["00:30Z = 02:30", "01:30Z = the second time"]
        );
        assert_eq!(told("2026-10-25T01:30", "Europe/Berlin", 180), ["23:30Z = 01:30", "02:30Z = 03:30"]);
        assert_eq!(told("2026-03-08T01:30", "America/New_York", 45), ["06:30Z = 01:30", "07:15Z = 03:15"]);
        assert_eq!(
            told("2026-11-01T01:30", "America/New_York", 45),
            ["05:30Z = 01:30", "06:15Z = the second time"]
        );
        // Half an hour: at 02:00 the clocks go to 02:30, and back from 02:00 to 01:30.
        assert_eq!(told("2026-10-04T01:30", "Australia/Lord_Howe", 60), ["15:00Z = 01:30", "16:00Z = 03:00"]);
        assert_eq!(
            told("2026-04-05T01:15", "Australia/Lord_Howe", 60),
            ["14:15Z = 01:15", "15:15Z = the second time"]
        );
    }

    #[test]
    fn the_same_local_time_is_another_instant_after_the_change() {
        assert_eq!(told("2026-03-27T14:00", "Europe/Berlin", 45)[0], "13:00Z = 14:00");
        assert_eq!(told("2026-03-30T14:00", "Europe/Berlin", 45)[0], "12:00Z = 14:00");
    }
}
