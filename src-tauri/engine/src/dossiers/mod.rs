//! Dossiers: one candidacy or one role as a document to hand over, and the candidate's own feedback. They are made of the
//! same reads as the screens, so law 4 holds in them, and whoever makes one is noted as having read ratings.
//!
//! The same data, viewer and moment give the same document. How it looks is decided elsewhere.

mod asked;
mod candidate;
mod cards;
mod charts;
mod decided;
mod feedback;
mod file;
mod foot;
mod missing;
mod opened;
mod plan;
mod reading;
mod request;
mod role;
mod sums;
mod words;

pub use candidate::candidate;
pub use feedback::{FeedbackCriterion, FeedbackOptions, FeedbackPart, feedback, feedback_parts};
pub use file::{DossierFormat, save};
pub use request::DossierRequest;
pub use role::role;

use assay_domain::document::Document;

/// A document with the name its file should have.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// What it says.
    pub document: Document,
    /// Name for its file, without the ending: letters, digits and hyphens.
    pub stem: String,
    /// Why it is not to be handed over yet; `None` where nothing speaks against it.
    pub warning: Option<&'static str>,
    /// Of a feedback, the assessments of which something is told in general words, since a rubric has none for candidates.
    pub in_general: Vec<String>,
}

#[cfg(test)]
mod tests;
