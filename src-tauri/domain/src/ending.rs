//! Why an application ended: one of a list, so that it can be counted, and words where they add something.

use crate::stage::Stage;
use crate::words::words;

words! {
    /// Why an application ended.
    EndReason, "reason" {
        /// What was seen is below what the role asks for.
        BelowExpectations = "below-expectations",
        /// Something that the role cannot do without is missing.
        MissingRequirement = "missing-requirement",
        /// Somebody else was chosen.
        AnotherChosen = "another-chosen",
        /// The role was closed.
        RoleClosed = "role-closed",
        /// They did not answer.
        NoAnswer = "no-answer",
        /// They took another offer.
        OtherOffer = "other-offer",
        /// It took too long.
        TooSlow = "too-slow",
        /// It is not the work they look for.
        NotTheRole = "not-the-role",
        /// Something in their life.
        Personal = "personal",
        /// Pay could not be agreed.
        Pay = "pay",
        /// Place of work, hours or permit to work.
        Location = "location",
        /// Something else, said in words.
        Other = "other",
    }
}

/// Why a reason was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndProblem {
    /// It is no reason for that end.
    Unfit,
    /// "Other" says nothing by itself.
    NeedsWords,
}

impl EndReason {
    /// Whether an application can end so for this reason.
    pub fn fits(self, end: Stage) -> bool {
        match self {
            Self::BelowExpectations | Self::MissingRequirement | Self::AnotherChosen | Self::NoAnswer => {
                end == Stage::Rejected
            }
            Self::OtherOffer | Self::TooSlow | Self::NotTheRole | Self::Personal => end == Stage::Withdrawn,
            Self::RoleClosed | Self::Pay | Self::Location | Self::Other => {
                matches!(end, Stage::Rejected | Stage::Withdrawn)
            }
        }
    }

    /// For people.
    pub fn title(self) -> &'static str {
        match self {
            Self::BelowExpectations => "Below what the role asks for",
            Self::MissingRequirement => "Something the role needs is missing",
            Self::AnotherChosen => "Somebody else was chosen",
            Self::RoleClosed => "The role was closed",
            Self::NoAnswer => "They did not answer",
            Self::OtherOffer => "They took another offer",
            Self::TooSlow => "It took too long",
            Self::NotTheRole => "Not the work they look for",
            Self::Personal => "Something in their life",
            Self::Pay => "Pay could not be agreed",
            Self::Location => "Place, hours or work permit",
            Self::Other => "Something else",
        }
    }

    /// Checks a reason from the list with its words for a move.
    ///
    /// # Errors
    /// The rule that it breaks.
    pub fn check(self, to: Stage, words: &str) -> Result<(), EndProblem> {
        if !self.fits(to) {
            return Err(EndProblem::Unfit);
        }
        if self == Self::Other && words.trim().is_empty() {
            return Err(EndProblem::NeedsWords);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_fits_its_end() {
        assert_eq!(EndReason::Pay.check(Stage::Withdrawn, ""), Ok(()));
        assert_eq!(EndReason::OtherOffer.check(Stage::Rejected, "x"), Err(EndProblem::Unfit));
        assert_eq!(EndReason::Other.check(Stage::Rejected, " \n"), Err(EndProblem::NeedsWords));
        assert_eq!(EndReason::Other.check(Stage::Rejected, "a word"), Ok(()));
    }

    #[test]
    fn both_ends_have_reasons_and_nothing_else_has() {
        for stage in Stage::ALL {
            let fitting = EndReason::ALL.iter().filter(|reason| reason.fits(*stage)).count();
            assert_eq!(fitting > 0, matches!(stage, Stage::Rejected | Stage::Withdrawn), "{stage}");
        }
    }
}
