//! What became of hires: the app asks after three months and after six, keeps goals met and the manager's rating, and says
//! whether scores had anything to do with it.

mod due;
mod keep;
mod predict;

pub(crate) use due::due;
pub use due::{FollowUp, follow_ups};
pub use keep::{keep, list};
pub use predict::{Prediction, PredictionRow, Predictions, predictions};

use assay_domain::ids::{ApplicationId, RoleId};
use serde::{Deserialize, Serialize};

use crate::Instant;

/// Months after which the app asks.
pub const MONTHS: [u8; 2] = [3, 6];

/// One of the role's goals, and whether it was met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct GoalMet {
    /// The goal, in the words of the role.
    pub goal: String,
    /// Whether it was met; `None` where that cannot be said yet. Never counted as not met.
    pub met: Option<bool>,
}

/// An outcome to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct OutcomeInput {
    /// The hire's application.
    pub application_id: ApplicationId,
    /// After how many months: 3 or 6.
    pub month: u8,
    /// The goals.
    pub goals: Vec<GoalMet>,
    /// What the manager says, 1 (far below what was hoped) to 5 (far above).
    pub manager_rating: Option<u8>,
    /// Anything else worth remembering; may be empty.
    pub note: String,
    /// It is meant, although the months are not over by the stages: somebody hired before they came in here.
    pub ahead: bool,
}

/// An outcome that was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct HireOutcome {
    /// The hire's application.
    pub application_id: ApplicationId,
    /// The hire's name.
    pub candidate_name: String,
    /// The role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// After how many months.
    pub month: u8,
    /// When it was kept.
    pub at: Instant,
    /// Name of whoever did it.
    pub by: String,
    /// The goals.
    pub goals: Vec<GoalMet>,
    /// What the manager says, 1 to 5.
    pub manager_rating: Option<u8>,
    /// Anything else.
    pub note: String,
}

#[cfg(test)]
mod tests;
