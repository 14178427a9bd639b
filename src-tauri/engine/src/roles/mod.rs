//! Roles: openings with their goals, what they ask for, and a plan.

mod calendar;
mod change;
mod coverage;
mod dropping;
mod read;
mod stages;
mod templates;

pub use calendar::{RoleCalendar, RoleCalendarInput, set_calendar};
pub(crate) use calendar::{calendar, undo_set_calendar};
pub use change::{create, set_open, update};
pub use coverage::{CompetencyCoverage, coverage};
pub use dropping::DropWarning;
pub(crate) use read::{asked, detail, ids, summary};
pub use read::{list, show};
pub use stages::{RoleStage, RoleStageInput, set_stages, stage_called, stage_meant};
pub(crate) use stages::{next_stage, pipeline, stage_name, stage_name_sql, undo_set_stages, used_stages};
pub(crate) use templates::title as competency_title;
pub use templates::{RoleTemplate, SeniorityTemplate, templates};

use assay_domain::ids::RoleId;
use assay_domain::role::{Seniority, Specialisation};
use assay_domain::stage::Stage;
use serde::{Deserialize, Serialize};

use crate::Instant;
use crate::blind::BlindState;
use crate::panels::Panel;
use crate::plans::{Plan, PlanAssessmentInput, PlanVersion};

/// A competency that a role asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleCompetency {
    /// Its shared slug.
    pub slug: String,
    /// Its name for people.
    pub title: String,
    /// What is expected of it.
    pub expectation: String,
}

/// What a person types for a role.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleInput {
    /// Title.
    pub title: String,
    /// Level.
    pub seniority: Seniority,
    /// Specialisation.
    pub specialisation: Specialisation,
    /// What the person will have done after six months.
    pub goals: Vec<String>,
    /// What is asked for.
    pub competencies: Vec<RoleCompetency>,
}

/// A role to be opened, with the first version of its plan.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct NewRole {
    /// The role.
    pub role: RoleInput,
    /// The plan, in order.
    pub assessments: Vec<PlanAssessmentInput>,
}

/// A role in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleSummary {
    /// Id.
    pub id: RoleId,
    /// Title.
    pub title: String,
    /// Level.
    pub seniority: Seniority,
    /// Specialisation.
    pub specialisation: Specialisation,
    /// Whether it still looks for somebody.
    pub open: bool,
    /// Whether it is reviewed blind.
    pub blind: bool,
    /// When it was opened.
    pub created_at: Instant,
    /// How many applications there are.
    pub applications: u32,
    /// How many of them are under way.
    pub active: u32,
    /// Newest version of the plan.
    pub plan_version: u32,
}

/// A role with everything around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleDetail {
    /// The role.
    pub summary: RoleSummary,
    /// What the person will have done after six months.
    pub goals: Vec<String>,
    /// What is asked for.
    pub competencies: Vec<RoleCompetency>,
    /// The newest version of the plan.
    pub plan: Plan,
    /// All versions, newest first.
    pub plan_versions: Vec<PlanVersion>,
    /// How many applications stand in each stage, in the order of the pipeline.
    pub stages: Vec<StageCount>,
    /// All stages in their order: which of them the role uses, and what it calls them.
    pub pipeline: Vec<RoleStage>,
    /// By which day after an application what is done.
    pub calendar: RoleCalendar,
    /// Who usually interviews, for each assessment of the newest plan, in its order.
    pub panels: Vec<Panel>,
    /// Which assessments observe which competency: what is asked for first, then what is only observed.
    pub coverage: Vec<CompetencyCoverage>,
    /// What is said before a competency is no longer asked for that scorecards have looked at.
    pub dropping: Vec<DropWarning>,
    /// Blind review: whether, what it hides, who sees names.
    pub blind: BlindState,
    /// Minutes that the plan asks of a candidate.
    pub candidate_minutes: u32,
}

/// How many applications stand in a stage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct StageCount {
    /// The stage.
    pub stage: Stage,
    /// What the role calls it.
    pub stage_title: String,
    /// How many.
    pub count: u32,
}

#[cfg(test)]
mod tests;
