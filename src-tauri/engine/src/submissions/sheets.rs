//! What a candidate may hand in: the assessments of the roles that they applied for, each with its questions.

use assay_domain::assessment::AssessmentKind;
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, RoleId};
use assay_domain::submission::{Question, questions};
use rusqlite::{Connection, OptionalExtension as _, named_params};
use serde::Serialize;
use uuid::Uuid;

use super::{Submission, read};
use crate::store::column::word;
use crate::{EngineError, Result, Store, Viewer, candidates, kits, plans};

/// An assessment of an application, to hand something in for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Sheet {
    /// The application.
    pub application_id: ApplicationId,
    /// The role.
    pub role_id: RoleId,
    /// Its title.
    pub role_title: String,
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Its name for people.
    pub title: String,
    /// Its kind.
    pub kind: AssessmentKind,
    /// The kit's questions; none where it asks none.
    pub questions: Vec<Question>,
}

/// What a candidate handed in, and what for they may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CandidateSubmissions {
    /// The assessments of their applications, newest application first, in the order of the plan.
    pub sheets: Vec<Sheet>,
    /// What they handed in, newest first.
    pub submissions: Vec<Submission>,
}

/// A candidate's submissions, or [`EngineError::NotFound`].
pub fn of_candidate(store: &Store, viewer: Viewer, id: CandidateId) -> Result<CandidateSubmissions> {
    let submissions = read::list(store, viewer, Some(id), None)?;
    store.read(viewer, |conn| {
        candidates::exists(conn, id)?;
        Ok(CandidateSubmissions { sheets: sheets(conn, id)?, submissions })
    })
}

fn sheets(conn: &Connection, candidate: CandidateId) -> Result<Vec<Sheet>> {
    let mut statement = conn.prepare_cached(
        "SELECT f.id AS application, f.role_id, r.title AS role_title, a.assessment_id, a.title, a.kind
         FROM application AS f JOIN role AS r ON r.id = f.role_id
         JOIN plan AS p ON p.role_id = r.id
            AND p.version = (SELECT max(version) FROM plan WHERE role_id = r.id)
         JOIN plan_assessment AS a ON a.plan_id = p.id
         WHERE f.candidate_id = :candidate ORDER BY f.created_at DESC, f.id, a.position",
    )?;
    let rows = statement.query_map(named_params! {":candidate": candidate.0}, |row| {
        Ok(Sheet {
            application_id: ApplicationId(row.get("application")?),
            role_id: RoleId(row.get("role_id")?),
            role_title: row.get("role_title")?,
            assessment_id: AssessmentId(row.get("assessment_id")?),
            title: row.get("title")?,
            kind: word(row, "kind")?,
            questions: Vec::new(),
        })
    })?;
    let mut sheets: Vec<Sheet> = rows.collect::<rusqlite::Result<_>>()?;
    for sheet in &mut sheets {
        sheet.questions = questions_of(conn, sheet.assessment_id)?;
    }
    Ok(sheets)
}

/// The questions of an assessment's kit; none without a kit. [`EngineError::NotFound`] for an assessment that is not there.
pub(crate) fn questions_of(conn: &Connection, assessment: AssessmentId) -> Result<Vec<Question>> {
    let kit = conn
        .prepare_cached("SELECT kit_id, kit_version FROM assessment WHERE id = ?1")?
        .query_row([assessment.0], plans::kit_name)
        .optional()?
        .ok_or_else(|| EngineError::not_found("assessment", assessment))?;
    match kit {
        Some(name) => Ok(questions(&kits::without_files(conn, &name)?)),
        None => Ok(Vec::new()),
    }
}

/// The role of an assessment.
pub(super) fn role_of(conn: &Connection, assessment: AssessmentId) -> Result<Uuid> {
    conn.prepare_cached("SELECT role_id FROM assessment WHERE id = ?1")?
        .query_row([assessment.0], |row| row.get(0))
        .optional()?
        .ok_or_else(|| EngineError::not_found("assessment", assessment))
}
