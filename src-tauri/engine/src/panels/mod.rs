//! Panels: for each assessment the people who usually hold it, and how many of them rate each candidate. They stand beside
//! the plan and not in its versions: who is there to interview changes nothing about how scores are counted.

mod read;
mod seats;
mod set;
#[cfg(test)]
mod tests;

pub(crate) use read::of_plan;
pub use seats::seats;
pub use set::set;
pub(crate) use set::undo_set;

use assay_domain::ids::{AssessmentId, PersonId};
use serde::{Deserialize, Serialize};

/// Who usually holds an assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Panel {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// How many of them rate each candidate.
    pub raters: u32,
    /// Who, in order; empty where nobody is named.
    pub people: Vec<PanelPerson>,
}

/// Somebody on a panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PanelPerson {
    /// Id.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Whether they are archived: they stay on the panel, and nothing is suggested for them.
    pub archived: bool,
    /// How many interviews they have open, in all roles.
    pub open_interviews: u32,
    /// The minutes of these.
    pub open_minutes: u32,
}

/// A panel as it is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PanelInput {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// How many rate each candidate, 1 to 5.
    pub raters: u32,
    /// Who usually holds it, in order.
    pub people: Vec<PersonId>,
}

/// A seat of an application's panel that nobody has yet, and who is suggested for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PanelSeat {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub assessment_title: String,
    /// Its time box.
    pub minutes: u32,
    /// Who is suggested; none where nobody is to be had.
    pub person: Option<PanelPerson>,
    /// Why this person, or why nobody.
    pub why: String,
}
