//! Interviews: one person assigned one assessment of one application.

mod assign;
mod calendar;
mod cancel;
mod read;
mod remarks;
mod reschedule;
mod undo;
mod when;
mod zone;

pub use assign::{assign, assign_panel, reassign};
pub use calendar::{CalendarQuery, CalendarSaved, calendar, save_calendar};
pub use cancel::cancel;
pub(crate) use cancel::cancel_open;
pub use read::list;
pub(crate) use read::{get, role_of, select};
pub use remarks::remarks;
pub use reschedule::reschedule;
pub(crate) use undo::{reopen, undo_assign, undo_cancel, undo_reassign, undo_reschedule};
pub(crate) use when::{by_time, ends_at, instant as starts_at};

use assay_domain::assessment::AssessmentKind;
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, InterviewId, PersonId, RoleId};
use serde::{Deserialize, Serialize};

use crate::Instant;

/// Where an interview stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum InterviewState {
    /// Its scorecard is awaited; the application's ratings are closed to its holder.
    Open,
    /// Its scorecard is in.
    Submitted,
    /// It will not be held.
    Cancelled,
}

/// One person assigned one assessment of one application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Interview {
    /// Id.
    pub id: InterviewId,
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The candidate's name.
    pub candidate_name: String,
    /// The role.
    pub role_id: RoleId,
    /// The role's title.
    pub role_title: String,
    /// The assessment of the role's plan.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub assessment_title: String,
    /// Its kind.
    pub kind: AssessmentKind,
    /// Its time box.
    pub minutes: u32,
    /// Who holds it.
    pub person_id: PersonId,
    /// Their name.
    pub person_name: String,
    /// Where it stands.
    pub state: InterviewState,
    /// False where its holder had read ratings of the application before it was assigned to them.
    pub independent: bool,
    /// In a blind role: whether its scorecard is, or was when it was submitted, written without knowing whose it is. False for
    /// who saw the name before, and for what cannot be blind. `None` in other roles.
    pub blind: Option<bool>,
    /// Local time at which it starts, `YYYY-MM-DDTHH:MM`; `+HH:MM` behind it where the clocks show it twice.
    pub starts_local: Option<String>,
    /// IANA name of the zone of that time.
    pub zone: Option<String>,
    /// Since when it is assigned.
    pub assigned_at: Instant,
    /// Why it was cancelled.
    pub cancelled_reason: Option<String>,
    /// Whether the viewer holds it.
    pub mine: bool,
    /// Whether the viewer has a draft for it. Nobody learns of other people's drafts.
    pub has_draft: bool,
}

/// Which interviews are asked for; `None` asks for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct InterviewQuery {
    /// Of this role.
    pub role_id: Option<RoleId>,
    /// Of this application.
    pub application_id: Option<ApplicationId>,
    /// Held by this person.
    pub person_id: Option<PersonId>,
    /// In this state.
    pub state: Option<InterviewState>,
}

/// An interview to be assigned.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct NewInterview {
    /// The application.
    pub application_id: ApplicationId,
    /// The assessment, of the role's present plan.
    pub assessment_id: AssessmentId,
    /// Who is to hold it.
    pub person_id: PersonId,
    /// Local time at which it starts, `YYYY-MM-DDTHH:MM`, `+HH:MM` behind it where the clocks show it twice; with a zone.
    pub starts_local: Option<String>,
    /// IANA name of the zone of that time.
    pub zone: Option<String>,
}

/// When an interview is held.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct InterviewTime {
    /// Local time at which it starts, `YYYY-MM-DDTHH:MM`; `+HH:MM` behind it where the clocks show it twice.
    pub starts_local: String,
    /// IANA name of the zone of that time.
    pub zone: String,
}

/// An assessment of an application, and who is to hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PanelPick {
    /// The assessment, of the role's present plan.
    pub assessment_id: AssessmentId,
    /// Who is to hold it.
    pub person_id: PersonId,
}

impl InterviewState {
    fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Submitted => "submitted",
            Self::Cancelled => "cancelled",
        }
    }
}

#[cfg(test)]
mod tests;
