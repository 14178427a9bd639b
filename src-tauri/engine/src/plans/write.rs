//! Writing a plan version: checked, its rubrics kept, its assessments under their ids.

use std::collections::BTreeSet;

use assay_domain::ids::{AssessmentId, PlanId, RoleId};
use assay_domain::plan::{check_kits, check_plan, check_rubrics};
use assay_domain::rubric::Rubric;
use rusqlite::params;
use uuid::Uuid;

use super::{PlanAssessment, PlanAssessmentInput, refuse};
use crate::store::Tx;
use crate::{EngineError, Instant, Result, Viewer, kits, rubrics};

/// The assessments under their ids, with their rubrics kept; refused where the domain's rules are broken. `known` are the
/// role's assessments so far: an id that is none of them is refused.
pub(super) fn checked(
    tx: &mut Tx<'_>,
    inputs: &[PlanAssessmentInput],
    known: &[AssessmentId],
) -> Result<Vec<PlanAssessment>> {
    let plain: Vec<_> = inputs.iter().map(PlanAssessmentInput::as_domain).collect();
    let mut problems = check_plan(&plain);
    problems.extend(check_rubrics(&plain, &rubrics::references(tx)?));
    problems.extend(check_kits(&plain, &kits::references(tx)?));
    refuse(problems)?;
    let mut seen = BTreeSet::new();
    inputs
        .iter()
        .map(|input| {
            let id = id_of(input, known)?;
            if !seen.insert(id) {
                return Err(EngineError::invalid(
                    format!("the assessment \"{}\" stands in the plan twice", input.title),
                    "Leave the id of the second one empty.",
                ));
            }
            let rubric = rubrics::find(tx, &input.rubric_id, input.rubric_version)?;
            rubrics::keep_in(tx, &rubric)?;
            ensure_criteria(input, &rubric)?;
            let kit_title = input.kit.as_ref().map(|kit| kits::keep_in(tx, kit)).transpose()?;
            Ok(assessment(input, id, rubric.title, kit_title.unwrap_or_default()))
        })
        .collect()
}

fn id_of(input: &PlanAssessmentInput, known: &[AssessmentId]) -> Result<AssessmentId> {
    if input.id.is_empty() {
        return Ok(AssessmentId(Uuid::now_v7()));
    }
    let id = input.id.parse().ok().filter(|id| known.contains(id));
    id.ok_or_else(|| EngineError::not_found("assessment", &input.id))
}

/// Refuses a mapping of criteria that the rubric does not have.
fn ensure_criteria(input: &PlanAssessmentInput, rubric: &Rubric) -> Result<()> {
    let known = |id: &str| rubric.criteria.iter().any(|criterion| criterion.id == id);
    let Some(gone) = input.mapping.iter().find(|one| !known(&one.criterion)) else { return Ok(()) };
    Err(EngineError::invalid(
        format!(
            "\"{}\" maps the criterion {}, which version {} of its rubric does not have",
            input.title, gone.criterion, rubric.version
        ),
        "Take it out of what the criteria observe in this plan.",
    ))
}

fn assessment(
    input: &PlanAssessmentInput,
    id: AssessmentId,
    rubric_title: String,
    kit_title: String,
) -> PlanAssessment {
    PlanAssessment {
        id,
        kind: input.kind,
        title: input.title.trim().to_owned(),
        weight: input.weight,
        weight_reason: input.weight_reason.trim().to_owned(),
        minutes: input.minutes,
        rubric_id: input.rubric_id.clone(),
        rubric_version: input.rubric_version,
        rubric_title,
        kit: input.kit.clone(),
        kit_title,
        mapping: input.mapping.clone(),
    }
}

/// The first version of a new role's plan.
pub(crate) fn first_version(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    inputs: &[PlanAssessmentInput],
) -> Result<PlanId> {
    let assessments = checked(tx, inputs, &[])?;
    insert(tx, viewer, at, role, &Version { version: 1, reason: "", assessments: &assessments })
}

/// A version to be written.
pub(super) struct Version<'a> {
    pub version: u32,
    pub reason: &'a str,
    pub assessments: &'a [PlanAssessment],
}

/// Adds a version.
pub(super) fn insert(
    tx: &Tx<'_>,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    new: &Version<'_>,
) -> Result<PlanId> {
    let id = PlanId(Uuid::now_v7());
    tx.execute(
        "INSERT INTO plan (id, role_id, version, at, person_id, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id.0, role.0, new.version, at, viewer.0.0, new.reason],
    )?;
    fill(tx, role, id, new.assessments)?;
    Ok(id)
}

/// Writes the assessments of a version that has none.
pub(super) fn fill(tx: &Tx<'_>, role: RoleId, plan: PlanId, assessments: &[PlanAssessment]) -> Result<()> {
    for (position, one) in assessments.iter().enumerate() {
        let kit = one.kit.as_ref();
        tx.prepare_cached(
            "INSERT INTO assessment (id, role_id, kind, title, minutes, rubric_id, rubric_version, kit_id, kit_version)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title,
                minutes = excluded.minutes, rubric_id = excluded.rubric_id, rubric_version = excluded.rubric_version,
                kit_id = excluded.kit_id, kit_version = excluded.kit_version",
        )?
        .execute(params![
            one.id.0,
            role.0,
            one.kind.slug(),
            one.title,
            one.minutes,
            one.rubric_id,
            one.rubric_version,
            kit.map(|name| &name.id),
            kit.map(|name| name.version)
        ])?;
        tx.prepare_cached(
            "INSERT INTO plan_assessment (plan_id, assessment_id, position, kind, title, weight, weight_reason,
                minutes, rubric_id, rubric_version, kit_id, kit_version, mapping)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            plan.0,
            one.id.0,
            position as i64,
            one.kind.slug(),
            one.title,
            one.weight,
            one.weight_reason,
            one.minutes,
            one.rubric_id,
            one.rubric_version,
            kit.map(|name| &name.id),
            kit.map(|name| name.version),
            serde_json::to_string(&one.mapping)?
        ])?;
    }
    Ok(())
}
