//! What the debrief has to do without: assessments that nobody was assigned, interviews that are still open, and those that
//! were cancelled, with why. Nothing here is a rating, so that nothing is closed.

use std::collections::BTreeMap;

use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, InterviewId, RoleId};
use rusqlite::{Connection, named_params};
use serde::Serialize;

use crate::applications::{self, Application};
use crate::interviews::{self, Interview, InterviewState};
use crate::plans::{self, Plan, PlanAssessment};
use crate::{Result, Store, Viewer};

/// What is missing of a role's applications that are under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleAbsences {
    /// The role.
    pub role_id: RoleId,
    /// By candidate, then in the plan's order.
    pub absences: Vec<Absence>,
}

/// Why something is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub enum AbsenceKind {
    /// Nobody was ever assigned.
    NotAssigned,
    /// It is still to be held or to be submitted.
    Open,
    /// It was cancelled, and nobody else's scorecard for the assessment is in.
    Cancelled,
    /// It was cancelled; somebody else's scorecard for the assessment is in.
    CancelledAndReplaced,
}

/// One thing that is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Absence {
    /// The application.
    pub application_id: ApplicationId,
    /// The candidate.
    pub candidate_id: CandidateId,
    /// The candidate's name.
    pub candidate_name: String,
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub assessment_title: String,
    /// Its weight in the plan, in per cent.
    pub weight: u32,
    /// Why it is not there.
    pub kind: AbsenceKind,
    /// The interview; `None` where nobody was assigned.
    pub interview_id: Option<InterviewId>,
    /// Who holds or held it.
    pub person: Option<String>,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// Local time at which it starts, `YYYY-MM-DDTHH:MM`.
    pub starts_local: Option<String>,
    /// IANA name of the zone of that time.
    pub zone: Option<String>,
}

/// What is missing of the role's applications that are under way.
pub fn absences(store: &Store, viewer: Viewer, role: RoleId) -> Result<RoleAbsences> {
    store.read(viewer, |conn| {
        let plan = plans::current(conn, role)?;
        let mut all = applications::query(
            conn,
            "WHERE f.role_id = ?1 ORDER BY c.name COLLATE NOCASE, f.id",
            &[&role.0],
        )?;
        all.retain(|one| one.stage.is_active());
        let mut found = Vec::new();
        let mut held = by_application(conn, viewer, role)?;
        for one in &all {
            found.extend(of(one, &plan, &held.remove(&one.id).unwrap_or_default()));
        }
        Ok(RoleAbsences { role_id: role, absences: found })
    })
}

/// What is missing of one application, whatever its stage.
pub(super) fn of_application(
    conn: &Connection,
    viewer: Viewer,
    application: &Application,
    plan: &Plan,
) -> Result<Vec<Absence>> {
    let bound = named_params! {":viewer": viewer.0.0, ":application": application.id.0};
    let held = interviews::select(conn, "WHERE i.application_id = :application ORDER BY i.id", bound)?;
    Ok(of(application, plan, &held))
}

fn by_application(
    conn: &Connection,
    viewer: Viewer,
    role: RoleId,
) -> Result<BTreeMap<ApplicationId, Vec<Interview>>> {
    let rest = "WHERE a.role_id = :role ORDER BY i.id";
    let all = interviews::select(conn, rest, named_params! {":viewer": viewer.0.0, ":role": role.0})?;
    let mut grouped: BTreeMap<ApplicationId, Vec<Interview>> = BTreeMap::new();
    for one in all {
        grouped.entry(one.application_id).or_default().push(one);
    }
    Ok(grouped)
}

fn of(application: &Application, plan: &Plan, held: &[Interview]) -> Vec<Absence> {
    plan.assessments.iter().flat_map(|one| of_assessment(application, one, held)).collect()
}

fn of_assessment(application: &Application, one: &PlanAssessment, held: &[Interview]) -> Vec<Absence> {
    let own: Vec<&Interview> = held.iter().filter(|held| held.assessment_id == one.id).collect();
    if own.is_empty() {
        return vec![absence(application, one, AbsenceKind::NotAssigned, None)];
    }
    let is_in = own.iter().any(|held| held.state == InterviewState::Submitted);
    let kind = |held: &Interview| match (held.state, is_in) {
        (InterviewState::Submitted, _) => None,
        (InterviewState::Open, _) => Some(AbsenceKind::Open),
        (InterviewState::Cancelled, true) => Some(AbsenceKind::CancelledAndReplaced),
        (InterviewState::Cancelled, false) => Some(AbsenceKind::Cancelled),
    };
    own.iter().filter_map(|held| Some(absence(application, one, kind(held)?, Some(held)))).collect()
}

fn absence(
    application: &Application,
    one: &PlanAssessment,
    kind: AbsenceKind,
    held: Option<&Interview>,
) -> Absence {
    Absence {
        application_id: application.id,
        candidate_id: application.candidate_id,
        candidate_name: application.candidate_name.clone(),
        assessment_id: one.id,
        assessment_title: one.title.clone(),
        weight: one.weight,
        kind,
        interview_id: held.map(|held| held.id),
        person: held.map(|held| held.person_name.clone()),
        reason: held.and_then(|held| held.cancelled_reason.clone()),
        starts_local: held.and_then(|held| held.starts_local.clone()),
        zone: held.and_then(|held| held.zone.clone()),
    }
}
