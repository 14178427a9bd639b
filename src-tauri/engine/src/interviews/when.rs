//! The local time of an interview: kept as it was agreed, with its zone, because zones change their rules.

use assay_domain::calendar::Moment;
use assay_domain::days;
use chrono::{DateTime, FixedOffset, MappedLocalTime, NaiveDateTime, Offset as _, TimeDelta, TimeZone as _};
use chrono_tz::Tz;

use super::Interview;
use crate::{EngineError, Instant, Result};

/// How a local time is stored: `2026-03-02T14:30`.
const FORM: &str = "%Y-%m-%dT%H:%M";

/// A time that the clocks show twice stands with the offset of the one that is meant: `2026-10-25T02:30+01:00`.
const WITH_OFFSET: &str = "%Y-%m-%dT%H:%M%:z";

/// An agreed local time with its zone, in the one form in which it is stored; none where both are missing. A time may have its
/// offset from UTC behind it; it is kept only where the clocks show the time twice.
///
/// Errors: [`EngineError::Invalid`] where one of both is missing, for what is no time or no zone, for a time that the zone's
/// clocks never show, for one that they show twice without the offset that tells which, and for an offset that is not theirs.
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
    let (time, offset) = parse(text).ok_or_else(|| {
        EngineError::invalid(format!("\"{text}\" is no local time"), "Write it like 2026-03-02T14:30.")
    })?;
    days::possible("the interview", time.date())?;
    let known: Tz = zone.parse().map_err(|_| {
        EngineError::invalid(format!("\"{zone}\" is no time zone"), "Use an IANA name, like Europe/Berlin.")
    })?;
    Ok(Some((stored(time, offset, known)?, known.name().to_owned())))
}

/// The time as it is stored.
fn stored(time: NaiveDateTime, offset: Option<FixedOffset>, zone: Tz) -> Result<String> {
    let shown = time.format(FORM).to_string();
    let possible = offsets(time, zone);
    match (&possible[..], offset) {
        ([], _) => Err(EngineError::invalid(
            format!("the clocks in {} never show {shown}: they are put forward over it", zone.name()),
            "Choose a time an hour earlier or later.",
        )),
        ([_], None) => Ok(shown),
        ([first, second, ..], None) => Err(EngineError::invalid(
            format!("the clocks in {} show {shown} twice: they are put back over it", zone.name()),
            format!("Say which: {shown}{first} is the earlier one, {shown}{second} the later one."),
        )),
        (_, Some(offset)) if !possible.contains(&offset) => {
            let told: Vec<String> = possible.iter().map(|one| format!("{shown}{one}")).collect();
            Err(EngineError::invalid(
                format!("the clocks in {} are not {offset} from UTC at {shown}", zone.name()),
                format!("Write {}, or leave the offset out where there is only one.", told.join(" or ")),
            ))
        }
        ([_], Some(_)) => Ok(shown),
        (_, Some(offset)) => Ok(format!("{shown}{offset}")),
    }
}

/// How far from UTC the clocks may be when they show a time, the earlier time first: none, one, or two.
fn offsets(time: NaiveDateTime, zone: Tz) -> Vec<FixedOffset> {
    match zone.from_local_datetime(&time) {
        MappedLocalTime::None => Vec::new(),
        MappedLocalTime::Single(one) => vec![one.offset().fix()],
        MappedLocalTime::Ambiguous(first, second) => vec![first.offset().fix(), second.offset().fix()],
    }
}

/// The instant of a stored time; of a time that the clocks show twice and that has no offset, the earlier.
pub(crate) fn instant(starts_local: &str, zone: Tz) -> Option<Instant> {
    let (time, offset) = parse(starts_local)?;
    match offset {
        Some(offset) => Some(offset.from_local_datetime(&time).single()?.to_utc()),
        None => Some(zone.from_local_datetime(&time).earliest()?.to_utc()),
    }
}

/// An interview's zone, and its beginning and end as instants with what the zone's clocks show then. None where no time is
/// agreed.
pub(crate) fn moments(
    starts_local: Option<&str>,
    zone: Option<&str>,
    minutes: u32,
) -> Option<(Tz, Moment, Moment)> {
    let zone: Tz = zone?.parse().ok()?;
    let starts = instant(starts_local?, zone)?;
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

/// A local time, and its offset where it has one.
fn parse(text: &str) -> Option<(NaiveDateTime, Option<FixedOffset>)> {
    if let Ok(time) = NaiveDateTime::parse_from_str(text, FORM) {
        return Some((time, None));
    }
    let time = DateTime::parse_from_str(text, WITH_OFFSET).ok()?;
    Some((time.naive_local(), Some(*time.offset())))
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
        for year in ["9999", "0026", "2100"] {
            let told = check(Some(&format!("{year}-03-02T14:30")), Some("Europe/Berlin")).unwrap_err();
            assert!(told.to_string().contains("cannot be meant"), "{told}");
        }
        assert!(check(Some("2026-03-02T14:30"), Some("Berlin")).is_err());
    }

    #[test]
    fn a_time_that_clocks_show_twice_is_asked_for_with_its_offset() {
        let of = |starts: &str| check(Some(starts), Some("Europe/Berlin"));
        let twice = of("2026-10-25T02:30").unwrap_err();
        assert_eq!(
            twice.to_string(),
            "the clocks in Europe/Berlin show 2026-10-25T02:30 twice: they are put back over it"
        );
        assert_eq!(
            twice.hint(),
            "Say which: 2026-10-25T02:30+02:00 is the earlier one, 2026-10-25T02:30+01:00 the later one."
        );
        for meant in ["2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00"] {
            assert_eq!(of(meant).unwrap().unwrap().0, meant);
        }
        assert!(of("2026-10-25T02:30+03:00").unwrap_err().to_string().contains("not +03:00 from UTC"));
        assert_eq!(
            of("2026-10-26T02:30+01:00").unwrap().unwrap().0,
            "2026-10-26T02:30",
            "only one: not kept"
        );
        assert!(of("2026-10-26T02:30+02:00").is_err());
        assert!(of("2026-03-29T02:30+01:00").is_err(), "never shown, whatever the offset");
        assert_eq!(told("2026-10-25T02:30+02:00", "Europe/Berlin", 30)[0], "00:30Z = 02:30");
        assert_eq!(told("2026-10-25T02:30+01:00", "Europe/Berlin", 30)[0], "01:30Z = the second time");
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
