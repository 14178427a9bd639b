//! Which days can stand anywhere: one rule for everything that a day is given to.

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, Utc};

use crate::words;

/// The years of all days here: hiring data is not older, and nothing is agreed for longer. What lies beyond is a slip of the
/// pen, and calendars are not sure of it.
pub const YEARS: RangeInclusive<i32> = 1990..=2099;

/// Hours that clocks may be ahead of UTC, and behind it, at the most.
const FARTHEST: (i64, i64) = (14, 12);

/// Hours by which the clock of another machine may be off: one that was never set to summer time.
const CLOCKS: i64 = 1;

/// Why a day cannot stand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DayProblem {
    /// Its year is none of [`YEARS`].
    #[error("{what} is in the year {year}: that cannot be meant")]
    Year {
        /// What the day is of, as the subject of a sentence.
        what: &'static str,
        /// Its year.
        year: i32,
    },
    /// It has not come yet anywhere on earth.
    #[error("{what} is {}, which is still to come", words::day(*day))]
    ToCome {
        /// What the day is of.
        what: &'static str,
        /// The day.
        day: NaiveDate,
    },
    /// A moment that is still to come, which is the same everywhere.
    #[error("{what} is {}, which is still to come", words::moment(*moment))]
    MomentToCome {
        /// What the moment is of.
        what: &'static str,
        /// The moment.
        moment: DateTime<Utc>,
    },
    /// It is over everywhere on earth.
    #[error("{what} is {}, which is over", words::day(*day))]
    Over {
        /// What the day is of.
        what: &'static str,
        /// The day.
        day: NaiveDate,
    },
    /// The end lies before the beginning.
    #[error("{what} is {}, before {from_what}, {}", words::day(*day), words::day(*from))]
    Before {
        /// What the end is of.
        what: &'static str,
        /// The end.
        day: NaiveDate,
        /// What the beginning is of.
        from_what: &'static str,
        /// The beginning.
        from: NaiveDate,
    },
}

impl DayProblem {
    /// What to do about it.
    pub fn hint(&self) -> String {
        let hint = match self {
            Self::Year { .. } => {
                let (first, last) = (YEARS.start(), YEARS.end());
                return format!("Write a day with a year of four digits, from {first} to {last}.");
            }
            Self::ToCome { .. } => "Give today or a day that is over.",
            Self::MomentToCome { .. } => "Give a time that is over; look whether the clock is right.",
            Self::Over { .. } => "Give today or a day that is still to come.",
            Self::Before { .. } => "Look at both days: one of them is not meant.",
        };
        hint.to_owned()
    }
}

/// A day with a year that can be meant. `what` says what it is of, as the subject of a sentence.
///
/// # Errors
/// [`DayProblem::Year`].
pub fn possible(what: &'static str, day: NaiveDate) -> Result<(), DayProblem> {
    let year = day.year();
    if YEARS.contains(&year) { Ok(()) } else { Err(DayProblem::Year { what, year }) }
}

/// A day that has come by `at`: nobody's today is refused, wherever they are.
///
/// # Errors
/// [`DayProblem::Year`], [`DayProblem::ToCome`].
pub fn come(what: &'static str, day: NaiveDate, at: DateTime<Utc>) -> Result<(), DayProblem> {
    possible(what, day)?;
    let latest = (at + TimeDelta::hours(FARTHEST.0)).date_naive();
    if day <= latest { Ok(()) } else { Err(DayProblem::ToCome { what, day }) }
}

/// A moment that has come by `at`, an hour allowed for clocks that differ.
///
/// # Errors
/// [`DayProblem::Year`], [`DayProblem::MomentToCome`].
pub fn happened(what: &'static str, moment: DateTime<Utc>, at: DateTime<Utc>) -> Result<(), DayProblem> {
    possible(what, moment.date_naive())?;
    let latest = at + TimeDelta::hours(CLOCKS);
    if moment <= latest { Ok(()) } else { Err(DayProblem::MomentToCome { what, moment }) }
}

/// A day that is not over by `at`: nobody's today is refused, wherever they are.
///
/// # Errors
/// [`DayProblem::Year`], [`DayProblem::Over`].
pub fn ahead(what: &'static str, day: NaiveDate, at: DateTime<Utc>) -> Result<(), DayProblem> {
    possible(what, day)?;
    let earliest = (at - TimeDelta::hours(FARTHEST.1)).date_naive();
    if day >= earliest { Ok(()) } else { Err(DayProblem::Over { what, day }) }
}

/// An end that does not lie before its beginning.
///
/// # Errors
/// [`DayProblem::Before`].
pub fn ordered(from: (&'static str, NaiveDate), to: (&'static str, NaiveDate)) -> Result<(), DayProblem> {
    let ((from_what, from), (what, day)) = (from, to);
    if day >= from { Ok(()) } else { Err(DayProblem::Before { what, day, from_what, from }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn years_that_cannot_be_meant_are_refused() {
        for (text, fine) in [
            ("1989-12-31", false),
            ("1990-01-01", true),
            ("2099-12-31", true),
            ("9999-03-01", false),
            ("0026-03-01", false),
        ] {
            assert_eq!(possible("the start", day(text)).is_ok(), fine, "{text}");
        }
        let told = possible("the start", day("9999-03-01")).unwrap_err();
        assert_eq!(told.to_string(), "the start is in the year 9999: that cannot be meant");
        assert!(
            told.hint().contains(&YEARS.start().to_string())
                && told.hint().contains(&YEARS.end().to_string())
        );
    }

    #[test]
    fn nobody_s_today_is_to_come_or_over() {
        // Eleven in the morning by UTC: already tomorrow on the first island, still yesterday night on the last.
        let at: DateTime<Utc> = "2026-03-02T11:00:00Z".parse().unwrap();
        for (text, has_come, is_ahead) in [
            ("2026-02-28", true, false),
            ("2026-03-01", true, true),
            ("2026-03-02", true, true),
            ("2026-03-03", true, true),
            ("2026-03-04", false, true),
        ] {
            assert_eq!(come("it", day(text), at).is_ok(), has_come, "{text}");
            assert_eq!(ahead("it", day(text), at).is_ok(), is_ahead, "{text}");
        }
        assert!(come("it", day("0001-01-01"), at).is_err() && ahead("it", day("9999-01-01"), at).is_err());
    }

    #[test]
    fn a_moment_is_the_same_everywhere() {
        let at: DateTime<Utc> = "2026-03-02T18:00:00Z".parse().unwrap();
        let of = |minutes| happened("the note", at + TimeDelta::minutes(minutes), at);
        assert!(of(0).is_ok() && of(59).is_ok(), "another clock");
        let told = of(61).unwrap_err();
        assert_eq!(told.to_string(), "the note is 2 Mar 2026 19:01 UTC, which is still to come");
        assert!(told.hint().contains("clock"));
    }

    #[test]
    fn an_end_lies_behind_its_beginning() {
        let of = |from, to| ordered(("the permission", day(from)), ("the end", day(to)));
        assert!(of("2026-03-02", "2026-03-02").is_ok());
        let told = of("2026-03-02", "2026-03-01").unwrap_err();
        assert_eq!(told.to_string(), "the end is 1 Mar 2026, before the permission, 2 Mar 2026");
        assert!(!told.hint().is_empty());
    }
}
