//! Moving an assessment of an open role to another version of its rubric: an act of its own, that says what stays behind.

use assay_domain::ids::{AssessmentId, InterviewId, RoleId};
use rusqlite::{Connection, params};
use serde::Serialize;

use super::update::replace;
use super::{Plan, PlanAssessment, PlanAssessmentInput, current};
use crate::roles::RoleDetail;
use crate::store::Done;
use crate::{EngineError, Instant, Result, Store, Viewer, roles, rubrics};

/// What a move to another version of a rubric means for the scorecards of a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RubricMove {
    /// The assessment's name for people.
    pub assessment_title: String,
    /// The rubric.
    pub rubric_id: String,
    /// The version that the plan names now.
    pub from: u32,
    /// The version that it is to name.
    pub to: u32,
    /// Submitted scorecards: they stay on the version that they were rated by.
    pub staying: Vec<StayingScorecard>,
    /// How many open interviews will be rated by the new version. Ratings of a draft whose criteria it keeps are kept.
    pub open_interviews: u32,
    /// Whether the move makes a new version of the plan, and so needs a reason.
    pub needs_reason: bool,
}

/// A submitted scorecard that stays on its version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct StayingScorecard {
    /// Its interview.
    pub interview_id: InterviewId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Who rated.
    pub person_name: String,
    /// The version that it was rated by.
    pub rubric_version: u32,
}

/// What a move would mean. Changes nothing, and shows no rating.
///
/// Errors: [`EngineError::NotFound`] for an assessment that the plan does not have, or a version that there is not.
pub fn rubric_move(
    store: &Store,
    viewer: Viewer,
    role: RoleId,
    assessment: AssessmentId,
    to: u32,
) -> Result<RubricMove> {
    store.read(viewer, |conn| meaning(conn, role, assessment, to))
}

/// Moves it: a new version of the plan, with the reason, where scorecards were submitted under the present one. What the plan
/// maps of criteria that the new version does not have is dropped.
///
/// Errors: as [`rubric_move`] and [`super::update`]; [`EngineError::Invalid`] where a reason is needed and missing.
pub fn move_rubric(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    assessment: AssessmentId,
    to: u32,
    reason: &str,
) -> Result<Done<RoleDetail>> {
    let (plan, rubric) = store.read(viewer, |conn| {
        let meant = meaning(conn, role, assessment, to)?;
        Ok((current(conn, role)?, rubrics::find(conn, &meant.rubric_id, to)?))
    })?;
    let mut inputs: Vec<PlanAssessmentInput> = plan.assessments.iter().map(Into::into).collect();
    for (input, held) in inputs.iter_mut().zip(&plan.assessments) {
        if held.id == assessment {
            input.rubric_version = to;
            input.mapping.retain(|one| rubric.criteria.iter().any(|criterion| criterion.id == one.criterion));
        }
    }
    replace(store, viewer, at, role, &inputs, reason, Some(assessment))
}

fn meaning(conn: &Connection, role: RoleId, assessment: AssessmentId, to: u32) -> Result<RubricMove> {
    roles::summary(conn, role)?;
    let plan = current(conn, role)?;
    let held = held(&plan, assessment)?;
    rubrics::find(conn, &held.rubric_id, to)?;
    let open_interviews = conn
        .prepare_cached("SELECT count(*) FROM interview WHERE assessment_id = ?1 AND state = 'open'")?
        .query_row([assessment.0], |row| row.get(0))?;
    Ok(RubricMove {
        assessment_title: held.title.clone(),
        rubric_id: held.rubric_id.clone(),
        from: held.rubric_version,
        to,
        staying: staying(conn, assessment)?,
        open_interviews,
        needs_reason: plan.frozen,
    })
}

fn held(plan: &Plan, assessment: AssessmentId) -> Result<&PlanAssessment> {
    let found = plan.assessments.iter().find(|one| one.id == assessment);
    found.ok_or_else(|| EngineError::not_found("assessment in the plan", assessment))
}

/// The scorecards that were submitted for an assessment, by the version that they were rated by.
pub(super) fn staying(conn: &Connection, assessment: AssessmentId) -> Result<Vec<StayingScorecard>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT i.id, c.name, p.name, s.rubric_version FROM scorecard AS s
         JOIN interview AS i ON i.id = s.interview_id JOIN person AS p ON p.id = i.person_id
         JOIN application AS a ON a.id = i.application_id JOIN candidate AS c ON c.id = a.candidate_id
         WHERE i.assessment_id = ?1 ORDER BY c.name, p.name, s.rubric_version",
    )?;
    let rows = statement.query_map(params![assessment.0], |row| {
        Ok(StayingScorecard {
            interview_id: InterviewId(row.get(0)?),
            candidate_name: row.get(1)?,
            person_name: row.get(2)?,
            rubric_version: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
