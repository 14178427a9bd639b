//! Plans: the ordered, weighted assessments of a role, in versions.

mod move_rubric;
mod read;
mod update;
mod weights;
mod write;

pub use move_rubric::{RubricMove, StayingScorecard, move_rubric, rubric_move};
pub use read::show;
pub(crate) use read::{current, kit_name, load, versions};
pub use update::update;
pub(crate) use write::first_version;

use assay_domain::assessment::AssessmentKind;
use assay_domain::ids::{AssessmentId, PlanId};
use assay_domain::kit::KitName;
use assay_domain::plan::{CriterionMapping, Observing, candidate_minutes, check_plan};
use assay_domain::problem::{Problem, Severity};
use serde::{Deserialize, Serialize};

use crate::{EngineError, Instant, Result};

/// An assessment as a plan is written, and as templates offer it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PlanAssessmentInput {
    /// Id of the assessment that it was in the version before; empty for a new one.
    pub id: String,
    /// The kind.
    pub kind: AssessmentKind,
    /// Name for people in this plan.
    pub title: String,
    /// Weight in whole per cent; all sum to 100.
    pub weight: u32,
    /// Why it weighs that much.
    pub weight_reason: String,
    /// Time box.
    pub minutes: u32,
    /// Id of the rubric.
    pub rubric_id: String,
    /// Version of the rubric.
    pub rubric_version: u32,
    /// The kit by which it is held; none where the team brings its own task.
    pub kit: Option<KitName>,
    /// What criteria observe in this plan, where that is not what their rubric says.
    pub mapping: Vec<CriterionMapping>,
}

/// One version of a role's plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Plan {
    /// Id of this version.
    pub id: PlanId,
    /// Version, from 1.
    pub version: u32,
    /// Since when.
    pub at: Instant,
    /// Why there is this version; empty for the first.
    pub reason: String,
    /// Whether it can no longer be edited in place, because a scorecard was submitted under the role.
    pub frozen: bool,
    /// How many interviews of the role have a scorecard by now.
    pub submitted: u32,
    /// What to say before its weights are changed, and whether that can be undone; empty while no scorecard is in.
    pub weights_warning: String,
    /// Its assessments, in order.
    pub assessments: Vec<PlanAssessment>,
}

/// One assessment in one version of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PlanAssessment {
    /// The same through all versions of the plan.
    pub id: AssessmentId,
    /// The kind.
    pub kind: AssessmentKind,
    /// Name for people in this plan.
    pub title: String,
    /// Weight in whole per cent.
    pub weight: u32,
    /// Why it weighs that much.
    pub weight_reason: String,
    /// Time box.
    pub minutes: u32,
    /// Id of the rubric.
    pub rubric_id: String,
    /// Version of the rubric.
    pub rubric_version: u32,
    /// The rubric's name for people.
    pub rubric_title: String,
    /// The kit by which it is held, if the plan names one.
    pub kit: Option<KitName>,
    /// The kit's name for people; empty without one.
    pub kit_title: String,
    /// What criteria observe in this plan, where that is not what their rubric says; [`assay_domain::plan::observed`] reads it.
    pub mapping: Vec<CriterionMapping>,
}

impl From<&PlanAssessment> for PlanAssessmentInput {
    fn from(held: &PlanAssessment) -> Self {
        Self {
            id: held.id.to_string(),
            kind: held.kind,
            title: held.title.clone(),
            weight: held.weight,
            weight_reason: held.weight_reason.clone(),
            minutes: held.minutes,
            rubric_id: held.rubric_id.clone(),
            rubric_version: held.rubric_version,
            kit: held.kit.clone(),
            mapping: held.mapping.clone(),
        }
    }
}

impl Plan {
    /// What each assessment is called in keys, in their order: its kind; from the second of a kind on with its number, such
    /// as `code-review-2`.
    pub fn keys(&self) -> Vec<String> {
        let key = |(index, one): (usize, &PlanAssessment)| {
            let before = self.assessments[..index].iter().filter(|other| other.kind == one.kind).count();
            let slug = one.kind.slug();
            if before == 0 { slug.to_owned() } else { format!("{slug}-{}", before + 1) }
        };
        self.assessments.iter().enumerate().map(key).collect()
    }

    /// What is asked about the plan, for people: the candidate's whole time, and time boxes that are too long. It keeps no plan
    /// from being stored.
    pub fn questions(&self) -> Vec<String> {
        let asked =
            check_plan(&self.as_domain()).into_iter().filter(|problem| problem.severity != Severity::Error);
        asked.map(|problem| format!("{} {}", problem.what, problem.todo)).collect()
    }

    /// Minutes that it asks of a candidate.
    pub fn candidate_minutes(&self) -> u32 {
        candidate_minutes(&self.as_domain())
    }

    /// What of its assessments says what they observe, in their order.
    pub fn observing(&self) -> Vec<Observing> {
        self.as_domain().iter().map(Observing::from).collect()
    }

    /// Its assessments as the domain's rules know them.
    pub(crate) fn as_domain(&self) -> Vec<assay_domain::plan::PlanAssessment> {
        self.assessments.iter().map(|one| PlanAssessmentInput::from(one).as_domain()).collect()
    }
}

/// What the assessments ask of a candidate, in minutes.
pub(crate) fn minutes_asked(assessments: &[PlanAssessmentInput]) -> u32 {
    candidate_minutes(&assessments.iter().map(PlanAssessmentInput::as_domain).collect::<Vec<_>>())
}

/// A plan version in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PlanVersion {
    /// Id of this version.
    pub id: PlanId,
    /// Version, from 1.
    pub version: u32,
    /// Since when.
    pub at: Instant,
    /// Name of whoever made it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// Where it changed weights after scorecards were in: which, after how many, by whom, when and why, in sentences. Empty
    /// otherwise.
    pub weights: String,
}

impl PlanAssessmentInput {
    /// As the domain's rules know it.
    pub(crate) fn as_domain(&self) -> assay_domain::plan::PlanAssessment {
        assay_domain::plan::PlanAssessment {
            kind: self.kind,
            title: self.title.clone(),
            weight: self.weight,
            weight_reason: self.weight_reason.clone(),
            minutes: self.minutes,
            rubric: self.rubric_id.clone(),
            rubric_version: self.rubric_version,
            kit: self.kit.clone(),
            mapping: self.mapping.clone(),
        }
    }
}

/// Refuses what has errors among its problems; questions pass.
pub(crate) fn refuse(problems: Vec<Problem>) -> Result<()> {
    let errors: Vec<Problem> =
        problems.into_iter().filter(|problem| problem.severity == Severity::Error).collect();
    let Some(first) = errors.first() else { return Ok(()) };
    let what: Vec<&str> = errors.iter().map(|problem| problem.what.as_str()).collect();
    Err(EngineError::invalid(what.join(" "), first.todo.clone()))
}
