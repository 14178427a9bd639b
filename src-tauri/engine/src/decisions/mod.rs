//! Decisions: advance, hold, reject, hire; with who, when, why, and what it rested on.

mod ground;
mod make;
mod missing;
mod others;
mod read;

pub(crate) use ground::of_model as ground_of;
pub use ground::{DecisionGround, GroundOption, ground};
pub(crate) use make::undo_make;
pub use make::{make, make_despite};
pub use read::{of_application, of_candidate, of_role};
pub(crate) use read::{standing_kind_sql, stands_sql};

use assay_domain::decision::{DecisionKind, DecisionRecord};
use assay_domain::ids::{ApplicationId, DecisionId, ScorecardId};
use serde::{Deserialize, Serialize};

use crate::Instant;

/// A decision to be made.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DecisionInput {
    /// On what.
    pub application_id: ApplicationId,
    /// What.
    pub kind: DecisionKind,
    /// Why. Never empty.
    pub reason: String,
    /// The scorecards that it rests on, of this application.
    pub scorecard_ids: Vec<ScorecardId>,
    /// Context, options and consequences; may be empty.
    pub record: DecisionRecord,
}

/// A decision that was made.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Decision {
    /// Id.
    pub id: DecisionId,
    /// On what.
    pub application_id: ApplicationId,
    /// The role's title.
    pub role_title: String,
    /// What.
    pub kind: DecisionKind,
    /// When.
    pub at: Instant,
    /// Name of whoever decided.
    pub by: String,
    /// Whether it was taken back: then it counts no more.
    pub taken_back: bool,
    /// Why; empty where closed.
    pub reason: String,
    /// Whether the viewer holds an open interview there: then reason, record, figures and what it rests on are withheld.
    pub closed: bool,
    /// The plan version under which it was made.
    pub plan_version: u32,
    /// The score at that time.
    pub score: Option<f64>,
    /// The coverage at that time.
    pub coverage: Option<f64>,
    /// The scorecards that it rests on.
    pub rests_on: Vec<ScorecardId>,
    /// Context, options and consequences; empty where closed, and in decisions from before there was such a record.
    pub record: DecisionRecord,
}

#[cfg(test)]
mod tests;
