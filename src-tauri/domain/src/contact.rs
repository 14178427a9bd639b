//! Do-not-contact: a mark on a candidate that the rest of the program obeys.

use serde::Deserialize;

use crate::stage::Stage;

/// Longest reason, request or word against the mark, in characters.
pub const TEXT_MAX: usize = 2_000;

/// A mark as it is handed in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct DoNotContactInput {
    /// Why. Must not be empty.
    pub reason: String,
    /// How the request came: by whom, in what form; may be empty.
    pub request: String,
}

/// Why a mark cannot stand, or stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactProblem {
    /// No reason was given.
    #[error("do-not-contact needs a reason")]
    NoReason,
    /// Longer than allowed.
    #[error("the {0} has more than {TEXT_MAX} characters")]
    TooLong(&'static str),
    /// What is asked for means getting in touch.
    #[error("this candidate is not to be contacted, and that stage means getting in touch")]
    Marked,
    /// An interview is asked for, which means getting in touch.
    #[error("this candidate is not to be contacted, and an interview means getting in touch")]
    Interview,
}

impl DoNotContactInput {
    /// Trims the texts and checks them.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn checked(mut self) -> Result<Self, ContactProblem> {
        for text in [&mut self.reason, &mut self.request] {
            *text = text.trim().to_owned();
        }
        if self.reason.is_empty() {
            return Err(ContactProblem::NoReason);
        }
        check_length("reason", &self.reason)?;
        check_length("request", &self.request)?;
        Ok(self)
    }
}

/// Checks that an application of a candidate who is not to be contacted may come into a stage: where that means getting in
/// touch, only with a word on why it is done despite the mark.
///
/// # Errors
/// [`ContactProblem::Marked`] without one.
pub fn check_stage(to: Stage, despite: Option<&str>) -> Result<(), ContactProblem> {
    let despite = despite.map(str::trim).filter(|why| !why.is_empty());
    match despite {
        Some(why) => check_length("reason", why),
        None if to.means_contact() => Err(ContactProblem::Marked),
        None => Ok(()),
    }
}

fn check_length(what: &'static str, text: &str) -> Result<(), ContactProblem> {
    if text.chars().count() > TEXT_MAX { Err(ContactProblem::TooLong(what)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_needs_a_reason() {
        let input = |reason: &str| DoNotContactInput { reason: reason.into(), request: " mail ".into() };
        assert_eq!(input(" \n").checked(), Err(ContactProblem::NoReason));
        assert_eq!(
            input(" asked ").checked().map(|one| (one.reason, one.request)),
            Ok(("asked".into(), "mail".into()))
        );
        assert_eq!(input(&"x".repeat(2_001)).checked(), Err(ContactProblem::TooLong("reason")));
    }

    #[test]
    fn only_stages_without_contact_are_open_to_the_marked() {
        let open: Vec<Stage> =
            Stage::ALL.iter().copied().filter(|stage| check_stage(*stage, None).is_ok()).collect();
        assert_eq!(open, [Stage::Prospect, Stage::Debrief, Stage::Rejected, Stage::Withdrawn]);
        assert_eq!(check_stage(Stage::Offer, Some(" ")), Err(ContactProblem::Marked));
        assert_eq!(check_stage(Stage::Offer, Some("they wrote to us")), Ok(()));
    }
}
