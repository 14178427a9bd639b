//! Candidates by competencies: what all assessments together say of each competency.

use std::collections::BTreeSet;

use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, PersonId, RoleId};
use assay_domain::measure::competency::{Observed, competency};
use assay_domain::plan::observed;
use assay_domain::rubric::{Criterion, Rubric};
use assay_domain::stage::Stage;
use rusqlite::Connection;
use serde::Serialize;

use super::gather::{Applicant, Card};
use super::versions::Versioned;
use crate::measures::{LeftOut, Model, count};
use crate::plans::{self, PlanAssessment};
use crate::{Instant, Result, Store, Viewer, independence, roles};

/// Candidates of a role by competencies.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CompetencyMatrix {
    /// The role.
    pub role_id: RoleId,
    /// The plan version whose weights are used.
    pub plan_version: u32,
    /// What the role asks for, in its order; then what is only observed.
    pub competencies: Vec<MatrixCompetency>,
    /// Candidates by their total, as in the debrief; those without one last.
    pub rows: Vec<CompetencyRow>,
    /// Applications left out because they are closed to the viewer.
    pub left_out: LeftOut,
}

/// A column of the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct MatrixCompetency {
    /// Its shared slug.
    pub slug: String,
    /// Its name for people.
    pub title: String,
    /// Whether the role asks for it.
    pub asked: bool,
    /// How many assessments of the plan observe it.
    pub assessments: u32,
}

/// A candidate's row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CompetencyRow {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The candidate's name.
    pub candidate_name: String,
    /// Where the application stands.
    pub stage: Stage,
    /// One for each competency, in their order.
    pub cells: Vec<CompetencyCell>,
}

/// One competency of one candidate.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CompetencyCell {
    /// Weighted mean of the criteria that somebody assessed, on the scale of 1 to 5.
    pub score: Option<f64>,
    /// Share of the observing criteria's weight that was assessed, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub coverage: f64,
    /// How many ratings it rests on.
    pub ratings: u32,
    /// How many people gave them.
    pub raters: u32,
    /// The criteria that observe it, in the plan's order, those that nobody assessed included.
    pub parts: Vec<CompetencyPart>,
}

/// One criterion's part of a competency.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CompetencyPart {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub assessment_title: String,
    /// The criterion.
    pub criterion: String,
    /// Its name for people.
    pub title: String,
    /// Its share of the weight of all that observe the competency, 0 to 1.
    #[cfg_attr(feature = "specta", specta(type = specta_typescript::Number))]
    pub weight: f64,
    /// Mean of its raters on the scale of 1 to 5; `None` where nobody assessed it.
    pub mean: Option<f64>,
    /// How many ratings that is.
    pub ratings: u32,
}

/// The matrix of a role, under its newest plan or an earlier version. Whoever reads it is noted as having read ratings.
pub fn competencies(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    plan_version: Option<u32>,
) -> Result<CompetencyMatrix> {
    let (matrix, seen) = store.read(viewer, |conn| {
        let model = Model::of(conn, viewer, role, plans::load(conn, role, plan_version)?)?;
        Ok((of_model(conn, role, &model)?, model.seen(viewer)))
    })?;
    independence::expose(store, viewer, at, seen)?;
    Ok(matrix)
}

/// The matrix of a model.
pub(crate) fn of_model(conn: &Connection, role: RoleId, model: &Model) -> Result<CompetencyMatrix> {
    let competencies = columns(conn, role, model)?;
    let rows = super::table::by_score(model).into_iter().map(|place| {
        let who = model.applicant(place);
        let cells =
            competencies.iter().map(|column| cell(model, who, &column.slug)).collect::<Result<_>>()?;
        Ok(CompetencyRow {
            application_id: who.id,
            candidate_id: who.candidate,
            candidate_name: who.name.clone(),
            stage: who.stage,
            cells,
        })
    });
    Ok(CompetencyMatrix {
        role_id: role,
        plan_version: model.plan.version,
        rows: rows.collect::<Result<_>>()?,
        left_out: LeftOut::of(model.closed()),
        competencies,
    })
}

fn columns(conn: &Connection, role: RoleId, model: &Model) -> Result<Vec<MatrixCompetency>> {
    let asked = roles::asked(conn, role)?;
    let mut columns: Vec<MatrixCompetency> = asked
        .into_iter()
        .map(|one| MatrixCompetency { slug: one.slug, title: one.title, asked: true, assessments: 0 })
        .collect();
    for one in &model.plan.assessments {
        let mut met: Vec<&str> = Vec::new();
        for Versioned { criterion, .. } in model.criteria(one)? {
            let slug = observed(&one.mapping, criterion);
            if met.contains(&slug.0.as_str()) {
                continue;
            }
            met.push(&slug.0);
            match columns.iter_mut().find(|column| column.slug == slug.0) {
                Some(column) => column.assessments += 1,
                None => columns.push(MatrixCompetency {
                    slug: slug.0.clone(),
                    title: roles::competency_title(slug)?,
                    asked: false,
                    assessments: 1,
                }),
            }
        }
    }
    Ok(columns)
}

fn cell(model: &Model, who: &Applicant, slug: &str) -> Result<CompetencyCell> {
    let mut found: Vec<(Observed, CompetencyPart)> = Vec::new();
    let mut raters: BTreeSet<PersonId> = BTreeSet::new();
    for one in &model.plan.assessments {
        let rubric = model.material.rubric(who.id, one)?;
        let cards = model.material.counted(who.id, one, rubric);
        let of = |it: &Versioned<'_>| observed(&one.mapping, it.criterion).0 == slug;
        for Versioned { rubric, criterion } in model.material.criteria(rubric, &cards).into_iter().filter(of)
        {
            let given = given(&cards, &criterion.id);
            raters.extend(given.iter().map(|(person, _)| *person));
            found.push(part(one, rubric, criterion, given.into_iter().map(|(_, level)| level).collect()));
        }
    }
    let observed: Vec<Observed> = found.iter().map(|(observed, _)| observed.clone()).collect();
    let score = competency(&observed);
    let all: f64 = observed.iter().map(|one| one.weight).sum();
    let share = |(observed, part): (Observed, CompetencyPart)| CompetencyPart {
        weight: if all > 0.0 { observed.weight / all } else { 0.0 },
        ..part
    };
    let parts: Vec<CompetencyPart> = found.into_iter().map(share).collect();
    Ok(CompetencyCell {
        score: score.score,
        coverage: score.coverage,
        ratings: parts.iter().map(|part| part.ratings).sum(),
        raters: count(raters.len()),
        parts,
    })
}

/// Who gave which level to a criterion.
fn given(cards: &[&Card], criterion: &str) -> Vec<(PersonId, u8)> {
    cards.iter().filter_map(|card| Some((card.person, card.level(criterion)?))).collect()
}

fn part(
    one: &PlanAssessment,
    rubric: &Rubric,
    criterion: &Criterion,
    ratings: Vec<u8>,
) -> (Observed, CompetencyPart) {
    let all: f64 = rubric.criteria.iter().map(|other| f64::from(other.weight)).sum();
    let weight = if all > 0.0 { f64::from(one.weight) * f64::from(criterion.weight) / all } else { 0.0 };
    let observed = Observed { weight, levels: rubric.levels, ratings };
    let part = CompetencyPart {
        assessment_id: one.id,
        assessment_title: one.title.clone(),
        criterion: criterion.id.clone(),
        title: criterion.title.clone(),
        weight,
        mean: observed.mean(),
        ratings: count(observed.ratings.len()),
    };
    (observed, part)
}
