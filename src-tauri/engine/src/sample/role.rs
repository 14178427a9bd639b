//! The sample's role, from the template for API generalists.

use assay_domain::role::{Seniority, Specialisation};

use super::Sample;
use crate::panels::{self, PanelInput};
use crate::plans::{PlanAssessment, PlanAssessmentInput};
use crate::roles::{self, NewRole, RoleDetail, RoleInput};
use crate::{EngineError, Result};

const TITLE: &str = "Senior backend engineer, payments";

/// Opens the role with the template's plan.
pub fn open(sample: &Sample<'_>) -> Result<RoleDetail> {
    let template = roles::templates()?
        .into_iter()
        .find(|template| template.specialisation == Specialisation::ApiGeneralist)
        .ok_or_else(|| EngineError::Defect("there is no template for API generalists".into()))?;
    let goals = template
        .seniorities
        .iter()
        .find(|one| one.seniority == Seniority::Senior)
        .map(|one| one.goals.clone())
        .unwrap_or_default();
    let role = RoleInput {
        title: TITLE.into(),
        seniority: Seniority::Senior,
        specialisation: template.specialisation,
        goals,
        competencies: template.competencies,
    };
    let new = NewRole { role, assessments: template.assessments };
    Ok(roles::create(sample.store, sample.owner, sample.at(0, 5), &new)?.value)
}

/// Three of the five usually hold each assessment, others for each; two of them rate each candidate.
pub fn name_panels(sample: &Sample<'_>, role: &RoleDetail) -> Result<()> {
    let panel = |(place, one): (usize, &PlanAssessment)| PanelInput {
        assessment_id: one.id,
        raters: 2,
        people: (0..3).map(|seat| sample.people[(place + seat) % sample.people.len()]).collect(),
    };
    let inputs: Vec<PanelInput> = role.plan.assessments.iter().enumerate().map(panel).collect();
    panels::set(sample.store, sample.owner, sample.at(0, 10), role.summary.id, &inputs)?;
    Ok(())
}

/// Moves five points from the questionnaire to live debugging, late in the process and with a reason: a second version.
pub fn change_plan(sample: &Sample<'_>, role: &RoleDetail) -> Result<()> {
    let mut assessments: Vec<PlanAssessmentInput> =
        role.plan.assessments.iter().map(PlanAssessmentInput::from).collect();
    for assessment in &mut assessments {
        match assessment.kind.slug() {
            "questionnaire" => assessment.weight -= 5,
            "live-debugging" => assessment.weight += 5,
            _ => {}
        }
    }
    let reason = "Two incidents this month: being calm at a live fault matters more than we had said.";
    crate::plans::update(
        sample.store,
        sample.owner,
        sample.at(18, 30),
        role.summary.id,
        &assessments,
        reason,
    )?;
    Ok(())
}
