//! Open questions: what is still to be found out about an application. They come up in the debrief and speak of ratings, so
//! that law 4 closes them like ratings.

mod change;
mod read;

pub use change::{add, close};
pub(crate) use change::{undo_add, undo_close};
pub use read::list;
pub(crate) use read::{of_application, seen};

use assay_domain::ids::{ApplicationId, CandidateId, PersonId, QuestionId, RoleId};
use serde::{Deserialize, Serialize};

use crate::Instant;
use crate::measures::LeftOut;

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct OpenQuestion {
    /// Id.
    pub id: QuestionId,
    /// About which application.
    pub application_id: ApplicationId,
    /// Its candidate.
    pub candidate_id: CandidateId,
    /// The candidate's name.
    pub candidate_name: String,
    /// The question.
    pub question: String,
    /// When it was asked.
    pub asked_at: Instant,
    /// Whoever asked.
    pub person_id: PersonId,
    /// Their name.
    pub asked_by: String,
    /// When it was closed; `None` while it is open.
    pub closed_at: Option<Instant>,
    /// Name of whoever closed it.
    pub closed_by: Option<String>,
    /// What was found out, or why it is open no more; empty while it is open.
    pub answer: String,
}

/// Questions of a role, or of one application of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct OpenQuestions {
    /// Open ones first, the oldest first; then the closed ones, the newest first.
    pub questions: Vec<OpenQuestion>,
    /// Applications left out because they are closed to the viewer.
    pub left_out: LeftOut,
}

/// Of what questions are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct QuestionQuery {
    /// The role.
    pub role_id: RoleId,
    /// One of its applications; `None` asks for all.
    pub application_id: Option<ApplicationId>,
}

#[cfg(test)]
mod tests;
