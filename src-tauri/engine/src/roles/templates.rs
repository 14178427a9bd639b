//! Role templates: what opening a role of one specialisation starts with.

use assay_domain::competency::CompetencySlug;
use assay_domain::plan::{CompetencyExpectation, PlanTemplate};
use assay_domain::role::{Seniority, Specialisation};
use serde::Serialize;

use super::RoleCompetency;
use crate::plans::{PlanAssessmentInput, minutes_asked};
use crate::{Result, rubrics};

/// A template of `rubrics/plans/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleTemplate {
    /// Stable name.
    pub id: String,
    /// Suggested title of the role.
    pub title: String,
    /// Which specialisation.
    pub specialisation: Specialisation,
    /// When to choose this one.
    pub summary: String,
    /// The levels that it can be opened at.
    pub seniorities: Vec<SeniorityTemplate>,
    /// What is asked for, as expected of a senior where that level is offered.
    pub competencies: Vec<RoleCompetency>,
    /// The assessments with their weights, as for a senior where that level is offered.
    pub assessments: Vec<PlanAssessmentInput>,
    /// Days from application to decision.
    pub calendar_days: u32,
}

/// What differs by level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SeniorityTemplate {
    /// The level.
    pub seniority: Seniority,
    /// Suggested goals.
    pub goals: Vec<String>,
    /// What is asked for at this level.
    pub competencies: Vec<RoleCompetency>,
    /// The assessments with their weights at this level.
    pub assessments: Vec<PlanAssessmentInput>,
    /// Minutes that they ask of a candidate.
    pub candidate_minutes: u32,
}

/// The templates that come with Assay.
pub fn templates() -> Result<Vec<RoleTemplate>> {
    rubrics::templates()?.iter().map(template).collect()
}

fn template(data: &PlanTemplate) -> Result<RoleTemplate> {
    let seniorities =
        data.seniorities.iter().map(|level| at_level(data, *level)).collect::<Result<Vec<_>>>()?;
    let usual = seniorities.iter().find(|one| one.seniority == Seniority::Senior).or(seniorities.first());
    Ok(RoleTemplate {
        id: data.id.clone(),
        title: data.title.clone(),
        specialisation: data.specialisation,
        summary: data.summary.clone(),
        competencies: usual.map(|one| one.competencies.clone()).unwrap_or_default(),
        assessments: usual.map(|one| one.assessments.clone()).unwrap_or_default(),
        seniorities,
        calendar_days: data.calendar_days,
    })
}

fn at_level(data: &PlanTemplate, seniority: Seniority) -> Result<SeniorityTemplate> {
    let competencies = data.competencies.iter().map(|one| competency(one, seniority));
    let assessments: Vec<PlanAssessmentInput> = data.plan(seniority).iter().map(assessment).collect();
    Ok(SeniorityTemplate {
        seniority,
        goals: data.goals.get(seniority).clone(),
        competencies: competencies.collect::<Result<_>>()?,
        candidate_minutes: minutes_asked(&assessments),
        assessments,
    })
}

fn competency(data: &CompetencyExpectation, seniority: Seniority) -> Result<RoleCompetency> {
    Ok(RoleCompetency {
        slug: data.competency.0.clone(),
        title: title(&data.competency)?,
        expectation: data.expectation.get(seniority).clone(),
    })
}

/// A competency's name for people; its slug where the list does not have it.
pub(crate) fn title(slug: &CompetencySlug) -> Result<String> {
    let known = rubrics::competencies()?.get(slug);
    Ok(known.map_or_else(|| slug.0.clone(), |one| one.title.clone()))
}

fn assessment(data: &assay_domain::plan::PlanAssessment) -> PlanAssessmentInput {
    PlanAssessmentInput {
        id: String::new(),
        kind: data.kind,
        title: data.title.clone(),
        weight: data.weight,
        weight_reason: data.weight_reason.clone(),
        minutes: data.minutes,
        rubric_id: data.rubric.clone(),
        rubric_version: data.rubric_version,
        kit: data.kit.clone(),
        mapping: data.mapping.clone(),
    }
}
