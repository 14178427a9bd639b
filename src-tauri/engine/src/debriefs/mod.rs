//! The debrief: candidates by assessments, with scores, coverage, raters and how sure their order is. Everything is computed
//! when it is asked for, from the newest version of each submitted scorecard; law 4 leaves closed applications out of all of
//! it.

mod absences;
mod beside;
mod competencies;
mod disagreements;
mod explain;
mod flags;
pub(crate) mod gather;
mod marks;
mod one;
mod opening;
mod table;
pub(crate) mod versions;

pub use absences::{Absence, AbsenceKind, RoleAbsences, absences};
pub use beside::{BESIDE, Side, SideBySide, beside};
pub(crate) use competencies::of_model as competencies_of;
pub use competencies::{
    CompetencyCell, CompetencyMatrix, CompetencyPart, CompetencyRow, MatrixCompetency, competencies,
};
pub use disagreements::{
    Disagreement, DisagreementSide, GivenRecommendation, RoleDisagreements, SplitRecommendation,
    disagreements,
};
pub(crate) use explain::all_opened;
pub use explain::{
    ExplainedAssessment, ExplainedCriterion, ExplainedRating, Explanation, explain, explain_all,
};
pub use flags::{DebriefFlag, RoleFlags, flags};
pub use one::{ApplicationDebrief, application};
pub use opening::{DebriefOpening, open};
pub(crate) use opening::{close_again, open_in, opening, openings, undo_open};
pub(crate) use table::{of_model as table_of, with_weights};
pub use table::{preview, role};

use assay_domain::decision::DecisionKind;
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, PersonId, PlanId, ScorecardId};
use assay_domain::scorecard::Recommendation;
use assay_domain::stage::Stage;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::plans::{self, Plan, PlanVersion};
use crate::roles::RoleSummary;
use crate::{Result, Viewer, interviews};

/// The candidates of a role side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Debrief {
    /// The role.
    pub role: RoleSummary,
    /// The plan version whose weights are used; with other weights in a preview.
    pub plan: Plan,
    /// All plan versions, newest first.
    pub plan_versions: Vec<PlanVersion>,
    /// Best first; then those without a score; then those closed to the viewer, by name.
    pub rows: Vec<DebriefRow>,
    /// What is to be said about the order.
    pub order_note: String,
}

/// One application in the debrief.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DebriefRow {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Where the application stands.
    pub stage: Stage,
    /// What the role calls that stage.
    pub stage_title: String,
    /// Whether the viewer holds an open interview there: then nothing here comes from its ratings.
    pub closed: bool,
    /// One for each assessment of the plan, in its order.
    pub cells: Vec<DebriefCell>,
    /// Weighted mean on the scale of 1 to 5.
    pub score: Option<f64>,
    /// The score corrected for the raters' severity, beside the plain one by which rows stand; `None` where it is
    /// not corrected.
    pub corrected: Option<f64>,
    /// 95% interval, inside the scale: around the corrected score where there is one. None where every score of an assessment
    /// is explained exactly: how sure it is cannot be said then.
    #[cfg_attr(feature = "specta", specta(type = Option<(specta_typescript::Number, specta_typescript::Number)>))]
    pub interval: Option<(f64, f64)>,
    /// Share of the plan's weight that was assessed, 0 to 1; `None` where closed.
    pub coverage: Option<f64>,
    /// Groups that the row belongs to; they may overlap. Two rows that share one are not told apart, others are. As in
    /// [`crate::measures::order`], from which they come.
    pub bands: Vec<u32>,
    /// How many interviews are still open.
    pub interviews_open: u32,
    /// How many red flags were raised; `None` where closed.
    pub flags: Option<u32>,
    /// The latest decision that stands; `None` also where closed.
    pub decision: Option<DecisionKind>,
}

/// One assessment of one application.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DebriefCell {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Mean of the raters on the scale of 1 to 5.
    pub score: Option<f64>,
    /// Share of the rubric's weight that somebody assessed; `None` where closed.
    pub coverage: Option<f64>,
    /// Who has submitted; nobody where closed.
    pub raters: Vec<RaterMark>,
    /// Highest less lowest score of a rater; `None` with fewer than two, and where closed.
    pub spread: Option<f64>,
    /// Whether two raters are two levels or more apart on a criterion; `None` with fewer than two, and where closed.
    pub gap: Option<bool>,
    /// Interviews still open.
    pub open: u32,
    /// Interviews cancelled.
    pub cancelled: u32,
}

/// One rater in a cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RaterMark {
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Their scorecard.
    pub scorecard_id: ScorecardId,
    /// Its score on the scale of 1 to 5; `None` where it assessed nothing.
    pub score: Option<f64>,
    /// False where they had read ratings before.
    pub independent: bool,
    /// What they recommend.
    pub recommendation: Recommendation,
}

/// A weight to try out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct PreviewWeight {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its weight; only the proportions count.
    pub weight: u32,
}

/// What a decision rests on: the plan version, and the score under it.
pub(crate) struct Standing {
    pub plan: PlanId,
    pub plan_version: u32,
    pub score: Option<f64>,
    pub coverage: f64,
}

/// The standing of an application under the newest plan. The caller has asked law 4.
pub(crate) fn standing(conn: &Connection, viewer: Viewer, application: ApplicationId) -> Result<Standing> {
    let role = interviews::role_of(conn, application)?;
    let plan = plans::current(conn, role)?;
    let material = gather::gather(conn, viewer, role, Some(application), &plan)?;
    let result = assay_domain::measure::aggregate::application(&material.assessed(application, &plan));
    Ok(Standing { plan: plan.id, plan_version: plan.version, score: result.score, coverage: result.coverage })
}

#[cfg(test)]
mod parts_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod versions_tests;
