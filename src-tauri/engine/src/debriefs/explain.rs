//! A score opened: the sum with its parts, down to ratings, notes and weights (law 2).

use assay_domain::ids::{ApplicationId, AssessmentId};
use assay_domain::measure::aggregate::{self, ApplicationScore, on_common_scale};
use assay_domain::words::percent;
use rusqlite::Connection;
use serde::Serialize;

use super::gather::{Material, gather};
use crate::plans::{self, Plan, PlanAssessment};
use crate::scorecards::{self, Scope, Scorecard};
use crate::{EngineError, Instant, Result, Store, Viewer, independence, interviews};

/// The score of an application, opened.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Explanation {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate's name.
    pub candidate_name: String,
    /// The plan version whose weights are used.
    pub plan_version: u32,
    /// Weighted mean on the scale of 1 to 5.
    pub score: Option<f64>,
    /// Share of the plan's weight that was assessed.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub coverage: f64,
    /// The sum in words.
    pub sentence: String,
    /// Its parts, in the plan's order.
    pub parts: Vec<ExplainedAssessment>,
}

/// One assessment's part of a score.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ExplainedAssessment {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub title: String,
    /// Its weight in the plan, in per cent.
    pub weight: u32,
    /// Its share among the assessments that have a score, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub weight_used: f64,
    /// Mean of the raters on the scale of 1 to 5.
    pub score: Option<f64>,
    /// Share of the rubric's weight that somebody assessed.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub coverage: f64,
    /// Each criterion, in the rubric's order.
    pub criteria: Vec<ExplainedCriterion>,
    /// The scorecards, each in its newest version.
    pub scorecards: Vec<Scorecard>,
}

/// One criterion over the raters.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ExplainedCriterion {
    /// Its id.
    pub criterion: String,
    /// Its name for people.
    pub title: String,
    /// Its weight relative to the other criteria.
    pub weight: u32,
    /// What each rater gave.
    pub ratings: Vec<ExplainedRating>,
    /// Mean level of those who assessed it.
    pub mean: Option<f64>,
    /// Highest less lowest level; `None` with fewer than two raters.
    pub gap: Option<u8>,
}

/// What one rater gave one criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ExplainedRating {
    /// Name of the rater.
    pub person: String,
    /// The level; `None` where it was not assessed.
    pub level: Option<u8>,
    /// The note under it.
    pub note: String,
}

/// Opens the score of an application, under the newest plan or an earlier version.
///
/// Errors: [`EngineError::ClosedToViewer`] while the viewer holds an open interview there.
pub fn explain(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    application: ApplicationId,
    plan_version: Option<u32>,
) -> Result<Explanation> {
    let explanation = store.read(|conn| {
        let role = interviews::role_of(conn, application)?;
        independence::ensure_open(conn, viewer, application)?;
        let plan = plans::load(conn, role, plan_version)?;
        let material = gather(conn, viewer, role, Some(application), &plan)?;
        opened(conn, viewer, application, &plan, &material)
    })?;
    let mut cards = explanation.parts.iter().flat_map(|part| &part.scorecards);
    if cards.any(|card| !card.interview.mine) {
        independence::expose(store, viewer, at, [application])?;
    }
    Ok(explanation)
}

fn opened(
    conn: &Connection,
    viewer: Viewer,
    application: ApplicationId,
    plan: &Plan,
    material: &Material,
) -> Result<Explanation> {
    let who = material.applicants.first();
    let who = who.ok_or_else(|| EngineError::not_found("application", application))?;
    let result = aggregate::application(&material.assessed(application, plan));
    let mut cards = scorecards::load(conn, viewer, Scope::Application(application))?;
    cards.retain(|card| material.cards.iter().any(|counting| counting.id == card.id));
    cards.sort_by_key(|card| card.id);
    let parts = plan
        .assessments
        .iter()
        .enumerate()
        .map(|(index, one)| part(application, one, index, &result, material, &cards))
        .collect::<Result<Vec<_>>>()?;
    Ok(Explanation {
        application_id: application,
        candidate_name: who.name.clone(),
        plan_version: plan.version,
        score: result.score,
        coverage: result.coverage,
        sentence: sentence(&result, &parts),
        parts,
    })
}

fn part(
    application: ApplicationId,
    one: &PlanAssessment,
    index: usize,
    result: &ApplicationScore,
    material: &Material,
    cards: &[Scorecard],
) -> Result<ExplainedAssessment> {
    let rubric = material.rubric(application, one)?;
    let counted = material.counted(application, one, rubric);
    let own: Vec<Scorecard> =
        cards.iter().filter(|card| card.interview.assessment_id == one.id).cloned().collect();
    let counting: Vec<&Scorecard> =
        own.iter().filter(|card| counted.iter().any(|it| it.id == card.id)).collect();
    let measured = result.assessments.get(index);
    let criteria = rubric.criteria.iter().map(|criterion| {
        let found = measured.and_then(|it| it.criteria.iter().find(|part| part.criterion == criterion.id));
        ExplainedCriterion {
            criterion: criterion.id.clone(),
            title: criterion.title.clone(),
            weight: criterion.weight,
            ratings: counting.iter().filter_map(|card| rating(card, &criterion.id)).collect(),
            mean: found.and_then(|part| part.mean),
            gap: found.and_then(|part| part.gap),
        }
    });
    Ok(ExplainedAssessment {
        assessment_id: one.id,
        title: one.title.clone(),
        weight: one.weight,
        weight_used: result.weights_used.get(index).copied().unwrap_or(0.0),
        score: measured.and_then(|it| it.score).map(|score| on_common_scale(score, rubric.levels)),
        coverage: measured.map_or(0.0, |it| it.coverage),
        criteria: criteria.collect(),
        scorecards: own,
    })
}

fn rating(card: &Scorecard, criterion: &str) -> Option<ExplainedRating> {
    let rating = card.ratings.iter().find(|rating| rating.criterion == criterion)?;
    Some(ExplainedRating {
        person: card.interview.person_name.clone(),
        level: rating.level.filter(|level| *level > 0),
        note: rating.note.clone(),
    })
}

fn sentence(result: &ApplicationScore, parts: &[ExplainedAssessment]) -> String {
    let Some(score) = result.score else {
        return "Nothing has been assessed yet, so there is no score.".to_owned();
    };
    let terms: Vec<String> = parts
        .iter()
        .filter_map(|part| {
            Some(format!("{} × {:.2} ({})", percent(part.weight_used), part.score?, part.title))
        })
        .collect();
    format!(
        "{score:.2} = {}. {} of the plan's weight was assessed.",
        terms.join(" + "),
        percent(result.coverage)
    )
}
