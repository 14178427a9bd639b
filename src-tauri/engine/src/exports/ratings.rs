//! A role's ratings, one row for each criterion of each scorecard that counts: what every number of the role is computed from.

use assay_domain::ids::{ApplicationId, AssessmentId, RoleId};
use serde::Serialize;

use super::csv;
use crate::debriefs::{self, ExplainedAssessment};
use crate::scorecards::Scorecard;
use crate::{EngineError, Instant, Result, Store, Viewer, rubrics};

/// One rating.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExportedRating {
    /// The candidate's name.
    pub candidate: String,
    /// The rater's name.
    pub rater: String,
    /// Id of the criterion.
    pub criterion: String,
    /// The level; `None` where it was not assessed, never 0.
    pub score: Option<u8>,
    /// Levels of the rubric's scale.
    pub levels: u8,
    /// The criterion's name.
    pub criterion_title: String,
    /// The criterion's weight beside the others of the rubric.
    pub criterion_weight: u32,
    /// The assessment's name.
    pub assessment: String,
    /// The assessment's weight in the plan, in per cent.
    pub assessment_weight: u32,
    /// Version of the plan.
    pub plan_version: u32,
    /// Id of the rubric.
    pub rubric: String,
    /// Version of the rubric.
    pub rubric_version: u32,
    /// When the scorecard was submitted.
    pub submitted_at: Instant,
    /// Whether its rater had read no ratings of the application before.
    pub independent: bool,
    /// What they recommend.
    pub recommendation: String,
    /// The note under it.
    pub note: String,
    /// The application.
    pub application_id: ApplicationId,
}

/// The ratings of a role, under its newest plan; of one assessment where it is named. Applications that are closed to the
/// viewer are left out.
///
/// Errors: [`EngineError::NotFound`] for a role or an assessment that there is not.
pub fn ratings(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    only: Option<AssessmentId>,
) -> Result<Vec<ExportedRating>> {
    let debrief = debriefs::role(store, viewer, at, role, None)?;
    if let Some(id) = only.filter(|id| !debrief.plan.assessments.iter().any(|one| one.id == *id)) {
        return Err(EngineError::not_found("assessment", id));
    }
    let mut rows = Vec::new();
    let mut explained = debriefs::explain_all(store, viewer, at, role)?;
    for row in &debrief.rows {
        let Some(place) = explained.iter().position(|one| one.application_id == row.application_id) else {
            continue;
        };
        let explanation = explained.swap_remove(place);
        let wanted = |part: &&ExplainedAssessment| only.is_none_or(|id| part.assessment_id == id);
        for part in explanation.parts.iter().filter(wanted) {
            for card in &part.scorecards {
                rows.extend(of_card(store, viewer, &explanation, part, card)?);
            }
        }
    }
    Ok(rows)
}

fn of_card(
    store: &Store,
    viewer: Viewer,
    explanation: &debriefs::Explanation,
    part: &ExplainedAssessment,
    card: &Scorecard,
) -> Result<Vec<ExportedRating>> {
    let rubric = rubrics::show(store, viewer, &card.rubric_id, card.rubric_version)?;
    let row = |rating: &assay_domain::scorecard::Rating| {
        let criterion = rubric.criterion(&rating.criterion)?;
        Some(ExportedRating {
            candidate: explanation.candidate_name.clone(),
            rater: card.interview.person_name.clone(),
            criterion: rating.criterion.clone(),
            score: rating.level.filter(|level| *level > 0),
            levels: rubric.levels,
            criterion_title: criterion.title.clone(),
            criterion_weight: criterion.weight,
            assessment: part.title.clone(),
            assessment_weight: part.weight,
            plan_version: explanation.plan_version,
            rubric: card.rubric_id.clone(),
            rubric_version: card.rubric_version,
            submitted_at: card.submitted_at,
            independent: card.interview.independent,
            recommendation: card.recommendation.to_string(),
            note: rating.note.clone(),
            application_id: explanation.application_id,
        })
    };
    Ok(card.ratings.iter().filter_map(row).collect())
}

/// Ratings as CSV. The columns candidate, rater, criterion and score are those that `assay measure` reads; a score that is
/// empty was not assessed.
pub fn ratings_csv(rows: &[ExportedRating]) -> Result<String> {
    let heads = [
        "candidate",
        "rater",
        "criterion",
        "score",
        "levels",
        "criterion_title",
        "criterion_weight",
        "assessment",
        "assessment_weight",
        "plan_version",
        "rubric",
        "rubric_version",
        "submitted_at",
        "independent",
        "recommendation",
        "note",
    ];
    let row = |one: &ExportedRating| {
        vec![
            one.candidate.clone(),
            one.rater.clone(),
            one.criterion.clone(),
            one.score.map(|score| score.to_string()).unwrap_or_default(),
            one.levels.to_string(),
            one.criterion_title.clone(),
            one.criterion_weight.to_string(),
            one.assessment.clone(),
            one.assessment_weight.to_string(),
            one.plan_version.to_string(),
            one.rubric.clone(),
            one.rubric_version.to_string(),
            one.submitted_at.to_rfc3339(),
            one.independent.to_string(),
            one.recommendation.clone(),
            one.note.clone(),
        ]
    };
    csv(&heads.map(str::to_owned), rows.iter().map(row))
}
