//! Scorecards: drafts of their authors, and what was submitted, for ever.

mod amend;
mod cite;
mod form;
mod freeze;
mod log;
mod rate;
mod read;
mod score;
mod submit;
mod write;

pub use amend::{amend, amend_form};
pub use cite::cite;
pub use form::{check, form, hints, save_draft};
pub(crate) use form::{form_of, keep};
pub(crate) use rate::{draft_of, rate};
pub use read::show;
pub(crate) use read::{Scope, load};
pub(crate) use score::{criteria, score};
pub use submit::{submit, submit_paper};
pub(crate) use write::write_again;

use assay_domain::ids::ScorecardId;
use assay_domain::kit::KitName;
use assay_domain::role::Seniority;
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::{LogEntry, Rating, Recommendation};
use serde::Serialize;

use crate::Instant;
use crate::interviews::Interview;
use crate::snapshots::SnapshotSummary;

/// A red flag that was raised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RaisedFlag {
    /// Id of the rubric's red flag.
    pub flag: String,
    /// Its name for people.
    pub title: String,
    /// What was seen or heard.
    pub evidence: String,
}

/// A scorecard that is being written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Draft {
    /// One for each criterion of the rubric.
    pub ratings: Vec<Rating>,
    /// Red flags raised.
    pub flags: Vec<RaisedFlag>,
    /// In a few sentences.
    pub summary: String,
    /// None yet, or the one given.
    pub recommendation: Option<Recommendation>,
    /// What happened in the room so far, with its times; the timers of its sections follow from it.
    pub log: Vec<LogEntry>,
    /// When it was last saved.
    pub saved_at: Option<Instant>,
}

/// What the scorecard screen needs.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Form {
    /// The interview. Where it is not the viewer's own, a paper scorecard is being typed in.
    pub interview: Interview,
    /// The rubric to rate by.
    pub rubric: Rubric,
    /// The kit by which the assessment is held, if the plan names one.
    pub kit: Option<KitName>,
    /// The role's level, for what is expected.
    pub seniority: Seniority,
    /// The viewer's own draft; empty for a paper scorecard.
    pub draft: Draft,
    /// The candidate's snapshots, to cite from.
    pub snapshots: Vec<SnapshotSummary>,
}

/// One version of a submitted scorecard.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Scorecard {
    /// Id of this version.
    pub id: ScorecardId,
    /// The interview.
    pub interview: Interview,
    /// Version, from 1; later ones are amendments.
    pub version: u32,
    /// When it was submitted.
    pub submitted_at: Instant,
    /// Name of whoever typed in what was written on paper.
    pub typed_in_by: Option<String>,
    /// Why it was amended.
    pub amendment_reason: Option<String>,
    /// Whether the debrief was open when it was written; `None` where that was not kept.
    pub after_debrief: Option<bool>,
    /// Whether its author had read others' ratings of the application by then; `None` where that was not kept.
    pub had_read: Option<bool>,
    /// Both in a sentence; empty for a first version that came before the debrief.
    pub timing: String,
    /// Ratings, in the rubric's order.
    pub ratings: Vec<Rating>,
    /// Red flags raised.
    pub flags: Vec<RaisedFlag>,
    /// In a few sentences.
    pub summary: String,
    /// What its author recommends.
    pub recommendation: Recommendation,
    /// What happened in the room, in the order of its times; the same in every version.
    pub log: Vec<LogEntry>,
    /// Id of the rubric it was rated by.
    pub rubric_id: String,
    /// Version of that rubric.
    pub rubric_version: u32,
    /// Weighted mean on the scale of 1 to 5; `None` where nothing was assessed.
    pub score: Option<f64>,
    /// Whether the score is kept from the viewer, who holds another open interview with the candidate.
    pub closed: bool,
    /// Share of the rubric's weight that was assessed, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub coverage: f64,
}

#[cfg(test)]
mod tests;
