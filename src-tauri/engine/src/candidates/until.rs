//! The end of the time for which data may be held.

use assay_domain::words;
use chrono::{NaiveDate, TimeDelta};

use crate::{EngineError, Instant, Result};

/// Refuses an end that is over already, everywhere on earth: what comes in would have to be erased before it is read.
///
/// Errors: [`EngineError::Invalid`].
pub fn ensure_ahead(until: Option<NaiveDate>, at: Instant) -> Result<()> {
    match until.filter(|until| *until < earliest_day(at)) {
        None => Ok(()),
        Some(until) => Err(EngineError::invalid(
            format!(
                "the data may be held until {}, which is over: nothing can come in under it",
                words::day(until)
            ),
            "Give today or a day that is still to come, or none where no end was agreed.",
        )),
    }
}

/// The day that it still is farthest west, twelve hours behind UTC: nobody's today is refused.
fn earliest_day(at: Instant) -> NaiveDate {
    (at - TimeDelta::hours(12)).date_naive()
}

#[cfg(test)]
mod tests {
    use super::ensure_ahead;
    use crate::fixtures::at;

    #[test]
    fn an_end_that_is_over_is_refused_and_nobody_s_today_is() {
        // Nine in the morning by UTC: in the farthest west it is still yesterday evening.
        let morning = at(0);
        let today = morning.date_naive();
        let yesterday = today.pred_opt().unwrap();
        for fine in [None, Some(today), Some(yesterday)] {
            assert!(ensure_ahead(fine, morning).is_ok(), "{fine:?}");
        }
        let told = ensure_ahead(yesterday.pred_opt(), morning).unwrap_err().to_string();
        assert!(told.contains("which is over"), "{told}");
        assert!(ensure_ahead(Some(yesterday), at(3 * 60)).is_err(), "noon by UTC: today has come everywhere");
    }
}
