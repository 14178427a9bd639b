//! Submissions: a candidate's own work for an assessment. It comes in by paste, as files or as a row of a form's export, and can be
//! searched, cited and erased. Nothing here is a rating, so every viewer may read it.

mod add;
mod cite;
mod files;
mod form;
mod people;
mod read;
mod remove;
mod sheets;
mod write;

pub use add::{AddedSubmission, FileOutcome, FileReport, NewAnswer, NewSubmission, add};
pub use cite::{CitedLines, cite};
pub use form::{FormColumn, FormPreview, FormReport, FormRowReport, RowOutcome, import_form, preview_form};
pub(crate) use read::{citable, detail, heads, ids_for};
pub use read::{list, of_interview, show};
pub use remove::remove;
pub(crate) use remove::{undo_add, undo_remove};
pub(crate) use sheets::questions_of;
pub use sheets::{CandidateSubmissions, Sheet, of_candidate};

use assay_domain::assessment::AssessmentKind;
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, EvidenceId, RoleId, SubmissionId};
use assay_domain::submission::{Origin, PartKind};
use serde::Serialize;

use crate::Instant;

/// What a candidate handed in for an assessment, at one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Submission {
    /// Id.
    pub id: SubmissionId,
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// Their name.
    pub candidate_name: String,
    /// The role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub assessment_title: String,
    /// Its kind.
    pub kind: AssessmentKind,
    /// How it came in.
    pub origin: Origin,
    /// How long it took, as it was told; `None` where it was not.
    pub minutes: Option<u32>,
    /// When it was added.
    pub added_at: Instant,
    /// Name of whoever added it.
    pub added_by: String,
    /// What it consists of, in order.
    pub parts: Vec<PartHead>,
}

/// A part in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PartHead {
    /// Id, by which it is cited.
    pub id: EvidenceId,
    /// What it is.
    pub kind: PartKind,
    /// Id of the kit's question that it answers; empty for none.
    pub question: String,
    /// The question, or the file's name.
    pub title: String,
    /// Size in bytes, as it came.
    pub bytes: u32,
    /// SHA-256 of the bytes as they came, hexadecimal.
    pub digest: String,
}

/// A part to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Part {
    /// What it is.
    pub head: PartHead,
    /// Its text; empty where only the name is kept.
    pub text: String,
}

/// A submission to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SubmissionDetail {
    /// What it is.
    pub submission: Submission,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

#[cfg(test)]
mod tests;
