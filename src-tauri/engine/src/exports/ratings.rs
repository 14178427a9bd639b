//! A role's ratings, one row for each criterion of each scorecard that counts: what every number of the role is computed from.

use std::collections::BTreeMap;

use assay_domain::ids::{ApplicationId, AssessmentId, PersonId, RoleId};
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::Rating;
use assay_domain::words::told_apart;
use serde::Serialize;

use super::csv;
use crate::debriefs::{self, ExplainedAssessment, Explanation};
use crate::rubrics::Shelf;
use crate::scorecards::Scorecard;
use crate::{EngineError, Instant, Result, Store, Viewer, plans};

/// One rating.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExportedRating {
    /// The candidate's name; with a number where several applications here have it.
    pub candidate: String,
    /// The rater's name; with a number where several raters here have it.
    pub rater: String,
    /// The assessment's key and the criterion's id, such as `code-review/tests`: rubrics share criteria's ids.
    pub criterion: String,
    /// The level; `None` where it was not assessed, never 0.
    pub score: Option<u8>,
    /// Levels of the rubric's scale.
    pub levels: u8,
    /// The criterion's name.
    pub criterion_title: String,
    /// The criterion's weight beside the others of the rubric.
    pub criterion_weight: u32,
    /// The assessment's name; with a number where several of the plan have it.
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
    /// The rater.
    pub rater_id: PersonId,
}

/// The ratings of a role, under its newest plan; of one assessment where it is named. Applications that are closed to the
/// viewer are left out, and scorecards that make no score.
///
/// Errors: [`EngineError::NotFound`] for a role or an assessment that there is not.
pub fn ratings(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    only: Option<AssessmentId>,
) -> Result<Vec<ExportedRating>> {
    let plan = store.read(viewer, |conn| plans::current(conn, role))?;
    if let Some(id) = only.filter(|id| !plan.assessments.iter().any(|one| one.id == *id)) {
        return Err(EngineError::not_found("assessment", id));
    }
    let explained = debriefs::explain_all(store, viewer, at, role)?;
    let (named, mut shelf, mut rows) = (Named::of(&explained), Shelf::new(store, viewer), Vec::new());
    for explanation in &explained {
        let wanted = |part: &&ExplainedAssessment| only.is_none_or(|id| part.assessment_id == id);
        for part in explanation.parts.iter().filter(wanted) {
            for card in part.counted() {
                let rubric = shelf.get(&card.rubric_id, card.rubric_version)?;
                rows.extend(of_card(&named, explanation, part, card, &rubric));
            }
        }
    }
    Ok(rows)
}

/// By which names applications, raters and assessments are told apart. Ids grow with time, so the older keeps its plain name.
struct Named {
    applications: BTreeMap<ApplicationId, String>,
    raters: BTreeMap<PersonId, String>,
    assessments: BTreeMap<AssessmentId, String>,
}

impl Named {
    fn of(explained: &[Explanation]) -> Self {
        let applications = explained.iter().map(|one| (one.application_id, one.candidate_name.clone()));
        let parts = || explained.iter().flat_map(|one| &one.parts);
        let cards = parts().flat_map(|part| &part.scorecards);
        let raters = cards.map(|card| (card.interview.person_id, card.interview.person_name.clone()));
        let assessments = parts().map(|part| (part.assessment_id, part.title.clone()));
        Self {
            applications: apart(applications.collect()),
            raters: apart(raters.collect()),
            assessments: apart(assessments.collect()),
        }
    }
}

fn apart<K: Ord>(named: BTreeMap<K, String>) -> BTreeMap<K, String> {
    let (ids, names): (Vec<K>, Vec<String>) = named.into_iter().unzip();
    ids.into_iter().zip(told_apart(&names)).collect()
}

fn of_card(
    named: &Named,
    explanation: &Explanation,
    part: &ExplainedAssessment,
    card: &Scorecard,
    rubric: &Rubric,
) -> Vec<ExportedRating> {
    let (application, rater) = (explanation.application_id, card.interview.person_id);
    let row = |rating: &Rating| {
        let criterion = rubric.criterion(&rating.criterion)?;
        Some(ExportedRating {
            candidate: named.applications.get(&application).cloned().unwrap_or_default(),
            rater: named.raters.get(&rater).cloned().unwrap_or_default(),
            criterion: format!("{}/{}", part.key, rating.criterion),
            score: rating.level.filter(|level| *level > 0),
            levels: rubric.levels,
            criterion_title: criterion.title.clone(),
            criterion_weight: criterion.weight,
            assessment: named.assessments.get(&part.assessment_id).cloned().unwrap_or_default(),
            assessment_weight: part.weight,
            plan_version: explanation.plan_version,
            rubric: card.rubric_id.clone(),
            rubric_version: card.rubric_version,
            submitted_at: card.submitted_at,
            independent: card.interview.independent,
            recommendation: card.recommendation.to_string(),
            note: rating.note.clone(),
            application_id: application,
            rater_id: rater,
        })
    };
    card.ratings.iter().filter_map(row).collect()
}

/// Ratings as CSV. The columns candidate, rater, criterion and score are those that `assay measure` reads, each value meaning
/// one and the same over the whole role; a score that is empty was not assessed.
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
        "application_id",
        "rater_id",
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
            one.application_id.to_string(),
            one.rater_id.to_string(),
        ]
    };
    csv(&heads.map(str::to_owned), rows.iter().map(row))
}
