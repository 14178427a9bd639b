//! The end of the time for which data may be held.

use chrono::NaiveDate;

use crate::{EngineError, Instant, Result};

/// Refuses an end that is over already: what comes in would have to be erased before it is read.
///
/// Errors: [`EngineError::Invalid`].
pub fn ensure_ahead(until: Option<NaiveDate>, at: Instant) -> Result<()> {
    match until.filter(|until| *until < at.date_naive()) {
        None => Ok(()),
        Some(until) => Err(EngineError::invalid(
            format!(
                "the data may be held until {}, which is over: nothing can come in under it",
                until.format("%-d %b %Y")
            ),
            "Give a day that is still to come, or none where no end was agreed.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::ensure_ahead;
    use crate::fixtures::at;

    #[test]
    fn an_end_that_is_over_is_refused_and_today_is_none() {
        let today = at(0).date_naive();
        assert!(ensure_ahead(None, at(0)).is_ok() && ensure_ahead(Some(today), at(0)).is_ok());
        let told = ensure_ahead(today.pred_opt(), at(0)).unwrap_err().to_string();
        assert!(told.contains("which is over"), "{told}");
    }
}
