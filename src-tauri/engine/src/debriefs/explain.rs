//! A score opened: the sum with its parts, down to ratings, notes and weights (law 2).

use assay_domain::ids::{ApplicationId, AssessmentId, RoleId, ScorecardId};
use assay_domain::measure::aggregate::{ApplicationScore, AssessmentScore, on_common_scale};
use assay_domain::words::{decimal, percent};
use rusqlite::Connection;
use serde::Serialize;

use super::gather::Material;
use super::table::by_score;
use super::versions::Versioned;
use crate::measures::{self, Model, OrderRow, RaterOffset};
use crate::plans::{self, PlanAssessment};
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
    /// How sure it is and what correcting for severity makes of it, from the same model as the order.
    pub total: OrderRow,
    /// For each part the raters with their leniency, as the model sees them over the role.
    pub raters: Vec<Vec<RaterOffset>>,
}

/// One assessment's part of a score.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ExplainedAssessment {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// What it is called in keys ([`Plan::keys`]).
    pub key: String,
    /// Its name for people.
    pub title: String,
    /// Id of the rubric by which its scorecards are measured.
    pub rubric_id: String,
    /// Version of that rubric.
    pub rubric_version: u32,
    /// Levels of that rubric's scale.
    pub levels: u8,
    /// Its weight in the plan, in per cent.
    pub weight: u32,
    /// Its share among the assessments that have a score, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub weight_used: f64,
    /// Mean of the raters on the scale of 1 to 5.
    pub score: Option<f64>,
    /// Of which scorecards it is the mean, in a sentence; empty where one scorecard or none makes it.
    pub comes_from: String,
    /// Share of the rubric's weight that somebody assessed.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub coverage: f64,
    /// Where its scorecards were rated by several versions of the rubric: who by which, and how they make one score. Empty
    /// otherwise.
    pub versions: String,
    /// Each criterion, in the rubric's order; then those that only another version has.
    pub criteria: Vec<ExplainedCriterion>,
    /// The scorecards, each in its newest version.
    pub scorecards: Vec<Scorecard>,
    /// Those of them that make the score; others were rated by another rubric or scale.
    pub counting: Vec<ScorecardId>,
}

impl ExplainedAssessment {
    /// The scorecards that make the score.
    pub fn counted(&self) -> impl Iterator<Item = &Scorecard> {
        self.scorecards.iter().filter(|card| self.counting.contains(&card.id))
    }
}

/// One criterion over the raters.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ExplainedCriterion {
    /// Its id.
    pub criterion: String,
    /// Its name for people.
    pub title: String,
    /// Its weight relative to the other criteria of its version.
    pub weight: u32,
    /// The version of the rubric that has it, where that is not the one of the assessment's other criteria.
    pub version: Option<u32>,
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
    /// What the criterion weighs in the version of the rubric that they rated by.
    pub weight: u32,
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
    let (explanation, seen) = store.read(viewer, |conn| {
        let role = interviews::role_of(conn, application)?;
        independence::ensure_open(conn, viewer, application)?;
        let model = Model::of(conn, viewer, role, plans::load(conn, role, plan_version)?)?;
        Ok((opened(conn, viewer, application, &model)?, model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(explanation)
}

/// Opens the scores of all applications of a role that are open to the viewer, under the newest plan, in the order of the
/// debrief: [`explain`] of each, with the model fitted once.
pub fn explain_all(store: &Store, viewer: Viewer, at: Instant, role: RoleId) -> Result<Vec<Explanation>> {
    let (all, seen) = store.read(viewer, |conn| {
        let model = Model::of(conn, viewer, role, plans::load(conn, role, None)?)?;
        Ok((all_opened(conn, viewer, &model)?, model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(all)
}

/// [`explain_all`] of a model.
pub(crate) fn all_opened(conn: &Connection, viewer: Viewer, model: &Model) -> Result<Vec<Explanation>> {
    let places = by_score(model).into_iter();
    places.map(|place| opened(conn, viewer, model.applicant(place).id, model)).collect()
}

pub(crate) fn opened(
    conn: &Connection,
    viewer: Viewer,
    application: ApplicationId,
    model: &Model,
) -> Result<Explanation> {
    of_cards(scorecards::load(conn, viewer, Scope::Application(application))?, application, model)
}

/// The score opened from the application's scorecards.
pub(super) fn of_cards(
    mut cards: Vec<Scorecard>,
    application: ApplicationId,
    model: &Model,
) -> Result<Explanation> {
    let (plan, material) = (&model.plan, &model.material);
    let place = model.place(application).ok_or_else(|| EngineError::not_found("application", application))?;
    let result = &model.plain[place];
    cards.retain(|card| material.cards.iter().any(|counting| counting.id == card.id));
    cards.sort_by_key(|card| card.id);
    let keyed = plan.assessments.iter().zip(plan.keys()).enumerate();
    let parts = keyed.map(|(index, (one, key))| {
        let measured = (result.assessments.get(index), result.weights_used.get(index).copied());
        part(application, (one, key), measured, material, &cards)
    });
    let parts = parts.collect::<Result<Vec<_>>>()?;
    Ok(Explanation {
        application_id: application,
        candidate_name: model.applicant(place).name.clone(),
        plan_version: plan.version,
        score: result.score,
        coverage: result.coverage,
        sentence: sentence(result, &parts),
        parts,
        total: measures::order_row(model, place),
        raters: (0..plan.assessments.len()).map(|index| measures::rater_offsets(model, index)).collect(),
    })
}

fn part(
    application: ApplicationId,
    (one, key): (&PlanAssessment, String),
    (measured, weight_used): (Option<&AssessmentScore>, Option<f64>),
    material: &Material,
    cards: &[Scorecard],
) -> Result<ExplainedAssessment> {
    let rubric = material.rubric(application, one)?;
    let counted = material.counted(application, one, rubric);
    let own: Vec<Scorecard> =
        cards.iter().filter(|card| card.interview.assessment_id == one.id).cloned().collect();
    let counting: Vec<&Scorecard> =
        own.iter().filter(|card| counted.iter().any(|it| it.id == card.id)).collect();
    let counting_ids = counting.iter().map(|card| card.id).collect();
    let weight =
        |card: &Scorecard, id: &str| material.weight(&(card.rubric_id.clone(), card.rubric_version), id);
    let criteria =
        material.criteria(rubric, &counted).into_iter().map(|Versioned { rubric: of, criterion }| {
            let found =
                measured.and_then(|it| it.criteria.iter().find(|part| part.criterion == criterion.id));
            ExplainedCriterion {
                criterion: criterion.id.clone(),
                title: criterion.title.clone(),
                weight: criterion.weight,
                version: (of.version != rubric.version).then_some(of.version),
                ratings: counting
                    .iter()
                    .filter_map(|card| rating(card, &criterion.id, weight(card, &criterion.id)))
                    .collect(),
                mean: found.and_then(|part| part.mean),
                gap: found.and_then(|part| part.gap),
            }
        });
    Ok(ExplainedAssessment {
        assessment_id: one.id,
        key,
        title: one.title.clone(),
        rubric_id: rubric.id.clone(),
        rubric_version: rubric.version,
        levels: rubric.levels,
        weight: one.weight,
        weight_used: weight_used.unwrap_or(0.0),
        score: measured.and_then(|it| it.score).map(|score| on_common_scale(score, rubric.levels)),
        comes_from: comes_from(&counting),
        coverage: measured.map_or(0.0, |it| it.coverage),
        versions: versions(&counting),
        criteria: criteria.collect(),
        counting: counting_ids,
        scorecards: own,
    })
}

/// The scores of the scorecards, whose mean is the assessment's score: where somebody left out a criterion, the means of the
/// criteria do not give it.
fn comes_from(cards: &[&Scorecard]) -> String {
    let scored: Vec<String> = cards
        .iter()
        .filter_map(|card| Some(format!("{} {}", card.interview.person_name, decimal(card.score?, 2))))
        .collect();
    if scored.len() < 2 {
        return String::new();
    }
    format!(
        "The mean of the scorecards: {}. Each is the mean of its levels, from 1 to 5, by the weights of what it assessed.",
        scored.join(", ")
    )
}

/// Who rated by which version, and how they make one score; empty with one version.
fn versions(cards: &[&Scorecard]) -> String {
    if cards.windows(2).all(|pair| pair[0].rubric_version == pair[1].rubric_version) {
        return String::new();
    }
    let one =
        |card: &&Scorecard| format!("{} by version {}", card.interview.person_name, card.rubric_version);
    format!(
        "Rated by several versions of the rubric: {}. Each scorecard counts by the criteria and weights of its own version, \
         and the score is the mean of the scorecards that assess something.",
        cards.iter().map(one).collect::<Vec<_>>().join(", ")
    )
}

fn rating(card: &Scorecard, criterion: &str, weight: u32) -> Option<ExplainedRating> {
    let rating = card.ratings.iter().find(|rating| rating.criterion == criterion)?;
    Some(ExplainedRating {
        person: card.interview.person_name.clone(),
        level: rating.level.filter(|level| *level > 0),
        weight,
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
            Some(format!("{} × {} ({})", percent(part.weight_used), decimal(part.score?, 2), part.title))
        })
        .collect();
    format!(
        "{} = {}. {} of the plan's weight was assessed.",
        decimal(score, 2),
        terms.join(" + "),
        percent(result.coverage)
    )
}
