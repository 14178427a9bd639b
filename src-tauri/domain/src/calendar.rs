//! Events as iCalendar text (RFC 5545), for other people's calendars.
//!
//! Local times stand with their zone and its rule (`VTIMEZONE`), so that a calendar shows the time that was agreed even where
//! the zone's rules change later. Outlook takes a zone only with at most one standard and one daylight rule that recur by a
//! weekday; a zone whose clocks follow no such rule is written in UTC instead, which no calendar can misread.
//! `ORGANIZER` and `ATTENDEE` are left out: they are addresses, and a workspace has none of its people.

mod text;

use chrono::{DateTime, Datelike as _, NaiveDate, NaiveDateTime, TimeDelta, Utc, Weekday};

use text::Lines;

/// What is to be done with the events of a file (RFC 5546, 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// They are taken in, or brought up to date.
    Publish,
    /// They are taken out.
    Cancel,
}

/// One event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Stays the same for as long as the event is the same one.
    pub uid: String,
    /// Grows with every change.
    pub sequence: u32,
    /// When it begins.
    pub starts: Moment,
    /// When it ends.
    pub ends: Moment,
    /// IANA name of the zone whose clocks tell both.
    pub zone: String,
    /// What it is, on one line.
    pub title: String,
    /// More about it.
    pub description: String,
}

/// A moment, and what the clocks of the event's zone show then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The instant.
    pub at: DateTime<Utc>,
    /// The local time. None where it would not mean this instant: without a zone, and the second time that a clock shows
    /// the same, since a time with a zone means the first (RFC 5545, 3.3.5).
    pub local: Option<NaiveDateTime>,
}

/// A zone as a calendar needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// IANA name.
    pub name: String,
    /// The times of the year; one, or a standard and a daylight one.
    pub observances: Vec<Observance>,
}

/// One time of the year of a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observance {
    /// Whether the clocks were put forward for it.
    pub daylight: bool,
    /// When it first began, by the clocks as they went before.
    pub onset: NaiveDateTime,
    /// Seconds east of UTC before.
    pub from: i32,
    /// Seconds east of UTC from then on.
    pub to: i32,
    /// What it is called, such as CEST.
    pub name: String,
    /// When it begins each year; none where it does not end.
    pub rule: Option<YearlyRule>,
}

/// A weekday of a month, each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearlyRule {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 4 from the month's beginning; −1 the last.
    pub nth: i32,
    /// The weekday.
    pub weekday: Weekday,
}

/// The text of a file with these events. `made_at` is when it is written. `zones` holds each zone once, with a rule that is true
/// of all the file's times in it; times of zones that are not there are written in UTC.
pub fn write(method: Method, made_at: DateTime<Utc>, zones: &[Zone], events: &[Event]) -> String {
    let mut lines = Lines::default();
    lines.plain("BEGIN", "VCALENDAR");
    lines.plain("VERSION", "2.0");
    lines.plain("PRODID", "-//Assay//Interviews//EN");
    lines.plain("CALSCALE", "GREGORIAN");
    lines.plain("METHOD", method.word());
    for zone in zones {
        zone.write(&mut lines);
    }
    for event in events {
        let zone = zones.iter().find(|zone| zone.name == event.zone);
        event.write(method, made_at, zone, &mut lines);
    }
    lines.plain("END", "VCALENDAR");
    lines.finish()
}

impl Method {
    fn word(self) -> &'static str {
        match self {
            Self::Publish => "PUBLISH",
            Self::Cancel => "CANCEL",
        }
    }
}

impl Event {
    fn write(&self, method: Method, made_at: DateTime<Utc>, zone: Option<&Zone>, lines: &mut Lines) {
        lines.plain("BEGIN", "VEVENT");
        lines.plain("UID", &self.uid);
        lines.plain("DTSTAMP", &utc(made_at));
        lines.plain("SEQUENCE", &self.sequence.to_string());
        moment("DTSTART", self.starts, zone, lines);
        moment("DTEND", self.ends, zone, lines);
        lines.text("SUMMARY", &self.title);
        lines.text("DESCRIPTION", &self.description);
        lines.plain("STATUS", if method == Method::Cancel { "CANCELLED" } else { "CONFIRMED" });
        lines.plain("END", "VEVENT");
    }
}

fn moment(name: &str, moment: Moment, zone: Option<&Zone>, lines: &mut Lines) {
    match (zone, moment.local) {
        (Some(zone), Some(local)) => lines.plain(&format!("{name};TZID={}", zone.name), &stamp(local)),
        _ => lines.plain(name, &utc(moment.at)),
    }
}

impl Zone {
    fn write(&self, lines: &mut Lines) {
        lines.plain("BEGIN", "VTIMEZONE");
        lines.plain("TZID", &self.name);
        for one in &self.observances {
            one.write(lines);
        }
        lines.plain("END", "VTIMEZONE");
    }
}

impl Observance {
    fn write(&self, lines: &mut Lines) {
        let kind = if self.daylight { "DAYLIGHT" } else { "STANDARD" };
        lines.plain("BEGIN", kind);
        lines.plain("DTSTART", &stamp(self.onset));
        if let Some(rule) = self.rule {
            let day = text::weekday(rule.weekday);
            lines.plain("RRULE", &format!("FREQ=YEARLY;BYMONTH={};BYDAY={}{day}", rule.month, rule.nth));
        }
        lines.plain("TZOFFSETFROM", &offset(self.from));
        lines.plain("TZOFFSETTO", &offset(self.to));
        lines.text("TZNAME", &self.name);
        lines.plain("END", kind);
    }
}

impl YearlyRule {
    /// The day in a year.
    pub fn day(self, year: i32) -> Option<NaiveDate> {
        if let Ok(nth) = u8::try_from(self.nth) {
            return NaiveDate::from_weekday_of_month_opt(year, self.month, self.weekday, nth);
        }
        let next = NaiveDate::from_ymd_opt(year + i32::from(self.month == 12), self.month % 12 + 1, 1)?;
        let last = next.pred_opt()?;
        Some(last - TimeDelta::days(last.weekday().days_since(self.weekday).into()))
    }
}

fn utc(at: DateTime<Utc>) -> String {
    stamp(at.naive_utc()) + "Z"
}

fn stamp(local: NaiveDateTime) -> String {
    local.format("%Y%m%dT%H%M%S").to_string()
}

/// `+0130`; seconds only where there are any.
fn offset(seconds: i32) -> String {
    let (sign, all) = (if seconds < 0 { '-' } else { '+' }, seconds.abs());
    let rest = match all % 60 {
        0 => String::new(),
        seconds => format!("{seconds:02}"),
    };
    format!("{sign}{:02}{:02}{rest}", all / 3600, all / 60 % 60)
}

#[cfg(test)]
mod tests;
