//! The days of a provenance: when it was given, and until when data may be held under it.

use assay_domain::candidate::ProvenanceInput;
use assay_domain::days::{self, DayProblem};
use assay_domain::words;
use chrono::NaiveDate;

use crate::{EngineError, Instant, Result};

const GIVEN: &str = "the day on which it was allowed";
const UNTIL: &str = "the day until which the data may be held";

impl From<DayProblem> for EngineError {
    fn from(problem: DayProblem) -> Self {
        EngineError::invalid(problem.to_string(), problem.hint())
    }
}

/// Refuses a permission of a day that is still to come, an end that is over already, everywhere on earth, since what comes in
/// would have to be erased before it is read, and an end before the permission. A day that stands already (`before`) is not
/// asked again.
///
/// Errors: [`EngineError::Invalid`].
pub fn ensure_days(new: &ProvenanceInput, before: Option<&ProvenanceInput>, at: Instant) -> Result<()> {
    let changed = |of: fn(&ProvenanceInput) -> Option<NaiveDate>| before.is_none_or(|one| of(one) != of(new));
    let given = new.given_on.filter(|_| changed(|one| one.given_on));
    let until = new.until.filter(|_| changed(|one| one.until));
    if let Some(given) = given {
        days::come(GIVEN, given, at)?;
    }
    if let Some(until) = until {
        ensure_ahead(until, at)?;
    }
    match (new.given_on, new.until) {
        (Some(from), Some(to)) if given.is_some() || until.is_some() => {
            Ok(days::ordered((GIVEN, from), (UNTIL, to))?)
        }
        _ => Ok(()),
    }
}

/// Refuses an end that is over, and says what that means.
fn ensure_ahead(until: NaiveDate, at: Instant) -> Result<()> {
    days::ahead(UNTIL, until, at).map_err(|problem| match problem {
        DayProblem::Over { day, .. } => EngineError::invalid(
            format!(
                "the data may be held until {}, which is over: nothing can come in under it",
                words::day(day)
            ),
            "Give today or a day that is still to come, or none where no end was agreed.",
        ),
        other => other.into(),
    })
}

#[cfg(test)]
mod tests {
    use assay_domain::candidate::{Basis, SourceKind};

    use super::*;
    use crate::fixtures::at;

    fn terms(given_on: Option<NaiveDate>, until: Option<NaiveDate>) -> ProvenanceInput {
        let (source, basis) = (SourceKind::Applied, Basis::Consent);
        ProvenanceInput { source, basis, permission: String::new(), given_on, until }
    }

    #[test]
    fn an_end_that_is_over_is_refused_and_nobody_s_today_is() {
        // Nine in the morning by UTC: in the farthest west it is still yesterday evening.
        let morning = at(0);
        let today = morning.date_naive();
        let yesterday = today.pred_opt().unwrap();
        let ensure = |until, at| ensure_days(&terms(None, until), None, at);
        for fine in [None, Some(today), Some(yesterday)] {
            assert!(ensure(fine, morning).is_ok(), "{fine:?}");
        }
        let told = ensure(yesterday.pred_opt(), morning).unwrap_err().to_string();
        assert!(told.contains("which is over"), "{told}");
        assert!(ensure(Some(yesterday), at(3 * 60)).is_err(), "noon by UTC: today has come everywhere");
    }

    #[test]
    fn what_cannot_have_been_given_yet_and_years_that_nobody_means_are_refused() {
        let today = at(0).date_naive();
        let day = |text: &str| Some(text.parse().unwrap());
        let refused = |new: &ProvenanceInput| ensure_days(new, None, at(0)).unwrap_err().to_string();
        assert!(
            refused(&terms(today.checked_add_days(chrono::Days::new(3)), None)).contains("still to come")
        );
        assert!(refused(&terms(None, day("9999-01-01"))).contains("year 9999"));
        assert!(refused(&terms(day("0026-03-01"), None)).contains("year 26"));
        let yesterday = today.pred_opt();
        assert!(refused(&terms(today.into(), yesterday)).contains("before"), "an end before its start");
        let stands = terms(day("2026-01-01"), day("2026-02-01"));
        let later = terms(day("2026-02-15"), stands.until);
        let told = ensure_days(&later, Some(&stands), at(0)).unwrap_err().to_string();
        assert!(told.contains("before"), "a permission moved behind an end that stays: {told}");
        let stands = terms(day("0026-03-01"), day("2020-01-01"));
        assert!(ensure_days(&stands, Some(&stands), at(0)).is_ok(), "what stands already can stay");
    }
}
