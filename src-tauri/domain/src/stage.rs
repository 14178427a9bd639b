//! The stages of an application, and which moves between them are allowed.

use crate::words::words;

words! {
    /// Where an application stands.
    Stage, "stage" {
        /// Found, not yet applied or asked.
        Prospect = "prospect",
        /// Applied, or agreed to be considered.
        Applied = "applied",
        /// First look.
        Screening = "screening",
        /// Assessments are under way.
        Interviewing = "interviewing",
        /// The scorecards are compared.
        Debrief = "debrief",
        /// An offer was made.
        Offer = "offer",
        /// Accepted.
        Hired = "hired",
        /// Ended by us.
        Rejected = "rejected",
        /// Ended by the candidate.
        Withdrawn = "withdrawn",
    }
}

/// Why a move was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveRefused {
    /// It stands there already.
    Same,
    /// An end needs a reason.
    EndNeedsReason,
    /// What had ended is opened again only with a reason.
    ReopenNeedsReason,
}

impl Stage {
    /// Whether the application is still under way.
    pub fn is_active(self) -> bool {
        !matches!(self, Stage::Hired | Stage::Rejected | Stage::Withdrawn)
    }

    /// Whether to bring an application there means to get in touch with the candidate.
    pub fn means_contact(self) -> bool {
        match self {
            Stage::Applied | Stage::Screening | Stage::Interviewing | Stage::Offer | Stage::Hired => true,
            Stage::Prospect | Stage::Debrief | Stage::Rejected | Stage::Withdrawn => false,
        }
    }

    /// Place in the pipeline, from 0. The three ends come last.
    pub fn position(self) -> u8 {
        self as u8
    }

    /// The stage that usually follows; `None` at an end.
    pub fn next(self) -> Option<Stage> {
        match self {
            Stage::Prospect => Some(Stage::Applied),
            Stage::Applied => Some(Stage::Screening),
            Stage::Screening => Some(Stage::Interviewing),
            Stage::Interviewing => Some(Stage::Debrief),
            Stage::Debrief => Some(Stage::Offer),
            Stage::Offer => Some(Stage::Hired),
            Stage::Hired | Stage::Rejected | Stage::Withdrawn => None,
        }
    }

    /// Checks a move. Any stage can follow any other (people skip and go back), but rejecting, withdrawing and opening
    /// again need a reason, and a move to the same stage is none.
    ///
    /// # Errors
    /// The rule that the move breaks.
    pub fn check_move(self, to: Stage, reason: &str) -> Result<(), MoveRefused> {
        let without_reason = reason.trim().is_empty();
        if self == to {
            return Err(MoveRefused::Same);
        }
        if without_reason && matches!(to, Stage::Rejected | Stage::Withdrawn) {
            return Err(MoveRefused::EndNeedsReason);
        }
        if without_reason && !self.is_active() {
            return Err(MoveRefused::ReopenNeedsReason);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_walks_the_pipeline_to_hired() {
        let mut walked = vec![Stage::Prospect];
        while let Some(next) = walked.last().and_then(|stage| stage.next()) {
            walked.push(next);
        }
        assert_eq!(walked, Stage::ALL[..7]);
        assert!(walked.windows(2).all(|pair| pair[0].position() < pair[1].position()));
    }

    #[test]
    fn only_the_three_ends_are_not_active() {
        let ended: Vec<_> = Stage::ALL.iter().filter(|stage| !stage.is_active()).collect();
        assert_eq!(ended, [&Stage::Hired, &Stage::Rejected, &Stage::Withdrawn]);
    }

    #[test]
    fn ends_need_a_reason_that_is_not_blank() {
        for end in [Stage::Rejected, Stage::Withdrawn] {
            assert_eq!(Stage::Screening.check_move(end, " \n"), Err(MoveRefused::EndNeedsReason));
            assert_eq!(Stage::Screening.check_move(end, "moved abroad"), Ok(()));
        }
        assert_eq!(Stage::Offer.check_move(Stage::Hired, ""), Ok(()));
    }

    #[test]
    fn moving_to_the_same_stage_is_refused_whatever_the_reason() {
        for stage in Stage::ALL {
            assert_eq!(stage.check_move(*stage, "why"), Err(MoveRefused::Same));
        }
    }

    #[test]
    fn opening_again_needs_a_reason() {
        for end in [Stage::Hired, Stage::Rejected, Stage::Withdrawn] {
            assert_eq!(end.check_move(Stage::Screening, ""), Err(MoveRefused::ReopenNeedsReason));
            assert_eq!(end.check_move(Stage::Screening, "asked to come back"), Ok(()));
        }
    }

    #[test]
    fn active_stages_can_be_skipped_and_gone_back() {
        assert_eq!(Stage::Prospect.check_move(Stage::Interviewing, ""), Ok(()));
        assert_eq!(Stage::Debrief.check_move(Stage::Screening, ""), Ok(()));
    }
}
