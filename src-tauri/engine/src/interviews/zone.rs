//! A zone's rule for calendars, read from the zone database.

use std::ops::RangeInclusive;

use assay_domain::calendar::{Observance, YearlyRule, Zone};
use chrono::{DateTime, Datelike as _, NaiveDate, Offset as _, TimeDelta, TimeZone as _, Utc};
use chrono_tz::{OffsetName as _, Tz};

/// One putting of the clocks.
struct Change {
    /// Second from which on it holds.
    at: DateTime<Utc>,
    from: i32,
    to: i32,
}

/// The zone as it goes in these years; none where its clocks do not follow one yearly rule in them and the years beside them,
/// as where they are put for Ramadan, and for UTC itself.
pub(super) fn rule(zone: Tz, years: RangeInclusive<i32>) -> Option<Zone> {
    if zone == Tz::UTC || zone == Tz::Etc__UTC {
        return None;
    }
    // Three years at least: a rule is seen where it has been kept.
    let (first, last) = (*years.start() - 1, *years.end() + 1);
    let changes = changes(zone, first, last);
    let observances =
        if changes.is_empty() { vec![always(zone, first)?] } else { yearly(zone, &changes, first, last)? };
    Some(Zone { name: zone.name().into(), observances })
}

/// The one offset that the zone keeps.
fn always(zone: Tz, year: i32) -> Option<Observance> {
    let onset = NaiveDate::from_ymd_opt(year, 1, 1)?.and_hms_opt(0, 0, 0)?;
    let offset = seconds(zone, onset.and_utc());
    Some(Observance {
        daylight: false,
        onset,
        from: offset,
        to: offset,
        name: name(zone, onset.and_utc()),
        rule: None,
    })
}

/// Standard and daylight time, where each begins once a year on the same weekday of the same month at the same hour.
fn yearly(zone: Tz, changes: &[Change], first: i32, last: i32) -> Option<Vec<Observance>> {
    let (forward, back): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(|one| one.to > one.from);
    [(forward, true), (back, false)]
        .into_iter()
        .map(|(changes, daylight)| observance(zone, &changes, daylight, first, last))
        .collect()
}

fn observance(zone: Tz, changes: &[&Change], daylight: bool, first: i32, last: i32) -> Option<Observance> {
    let onset = |one: &Change| (one.at + TimeDelta::seconds(one.from.into())).naive_utc();
    let earliest = changes.first()?;
    let begins = onset(earliest);
    let candidates =
        [-1, 1, 2, 3, 4].map(|nth| YearlyRule { month: begins.month(), nth, weekday: begins.weekday() });
    let fits = |rule: &YearlyRule| {
        let expected: Vec<_> =
            (first..=last).filter_map(|year| Some(rule.day(year)?.and_time(begins.time()))).collect();
        let same = |one: &&Change| one.from == earliest.from && one.to == earliest.to;
        changes.iter().all(same) && changes.iter().map(|one| onset(one)).eq(expected)
    };
    let rule = candidates.into_iter().find(fits)?;
    Some(Observance {
        daylight,
        onset: begins,
        from: earliest.from,
        to: earliest.to,
        name: name(zone, earliest.at),
        rule: Some(rule),
    })
}

/// Every putting of the clocks from the first year to the last, by looking at each day.
fn changes(zone: Tz, first: i32, last: i32) -> Vec<Change> {
    let begin =
        |year| NaiveDate::from_ymd_opt(year, 1, 1).map(|day| day.and_time(chrono::NaiveTime::MIN).and_utc());
    let (Some(mut day), Some(end)) = (begin(first), begin(last + 1)) else { return Vec::new() };
    let mut found = Vec::new();
    while day < end {
        let next = day + TimeDelta::days(1);
        if seconds(zone, day) != seconds(zone, next) {
            found.push(between(zone, day, next));
        }
        day = next;
    }
    found
}

/// The change between two instants, by halving.
fn between(zone: Tz, mut before: DateTime<Utc>, mut after: DateTime<Utc>) -> Change {
    let from = seconds(zone, before);
    while after - before > TimeDelta::seconds(1) {
        let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        if seconds(zone, middle) == from { before = middle } else { after = middle }
    }
    Change { at: after, from, to: seconds(zone, after) }
}

fn seconds(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

fn name(zone: Tz, at: DateTime<Utc>) -> String {
    let offset = zone.offset_from_utc_datetime(&at.naive_utc());
    offset.abbreviation().map_or_else(|| offset.fix().to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(zone: &str, year: i32) -> Option<Vec<(String, String, i32, i32)>> {
        let rule = |one: &Observance| {
            one.rule.map_or_else(String::new, |rule| format!("{} {} {}", rule.month, rule.nth, rule.weekday))
        };
        let zone = rule_of(zone, year)?;
        Some(
            zone.observances
                .iter()
                .map(|one| (one.onset.to_string(), rule(one), one.from / 60, one.to / 60))
                .collect(),
        )
    }

    fn rule_of(zone: &str, year: i32) -> Option<Zone> {
        rule(zone.parse().unwrap(), year..=year)
    }

    #[test]
    fn zones_by_rule() {
        let one = |onset: &str, rule: &str, from, to| (onset.to_owned(), rule.to_owned(), from, to);
        let expected = [
            (
                "Europe/Berlin",
                one("2025-03-30 02:00:00", "3 -1 Sun", 60, 120),
                one("2025-10-26 03:00:00", "10 -1 Sun", 120, 60),
            ),
            (
                "America/New_York",
                one("2025-03-09 02:00:00", "3 2 Sun", -300, -240),
                one("2025-11-02 02:00:00", "11 1 Sun", -240, -300),
            ),
            (
                "Australia/Lord_Howe",
                one("2025-10-05 02:00:00", "10 1 Sun", 630, 660),
                one("2025-04-06 02:00:00", "4 1 Sun", 660, 630),
            ),
            (
                "Europe/Dublin",
                one("2025-03-30 01:00:00", "3 -1 Sun", 0, 60),
                one("2025-10-26 02:00:00", "10 -1 Sun", 60, 0),
            ),
        ];
        for (zone, forward, back) in expected {
            assert_eq!(told(zone, 2026), Some(vec![forward, back]), "{zone}");
        }
    }

    #[test]
    fn zones_without_a_change_and_without_a_rule() {
        assert_eq!(
            told("Asia/Kolkata", 2026),
            Some(vec![("2025-01-01 00:00:00".into(), String::new(), 330, 330)])
        );
        assert_eq!(told("Africa/Casablanca", 2026), None, "put back for Ramadan");
        assert_eq!(told("UTC", 2026), None);
    }
}
