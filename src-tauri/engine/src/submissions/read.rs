//! Reading submissions.

use std::collections::HashMap;

use assay_domain::ids::{
    ApplicationId, AssessmentId, CandidateId, EvidenceId, InterviewId, RoleId, SubmissionId,
};
use assay_domain::submission::PartKind;
use rusqlite::{Connection, OptionalExtension as _, Params, Row, named_params, params, params_from_iter};

use super::{Part, PartHead, Submission, SubmissionDetail};
use crate::store::column::{marks, word};
use crate::store::hex;
use crate::{EngineError, Result, Store, Viewer, interviews};

const SELECT: &str = "SELECT s.id, s.application_id, a.candidate_id, c.name AS candidate_name, a.role_id,
        r.title AS role_title, s.assessment_id, x.title AS assessment_title, x.kind, s.origin, s.minutes, s.added_at,
        p.name AS added_by
    FROM submission AS s
    JOIN application AS a ON a.id = s.application_id
    JOIN candidate AS c ON c.id = a.candidate_id
    JOIN role AS r ON r.id = a.role_id
    JOIN assessment AS x ON x.id = s.assessment_id
    JOIN person AS p ON p.id = s.person_id
    WHERE s.removed_at IS NULL";

/// The submissions of a candidate, of a role, or all; newest first.
pub fn list(
    store: &Store,
    viewer: Viewer,
    candidate: Option<CandidateId>,
    role: Option<RoleId>,
) -> Result<Vec<Submission>> {
    store.read(viewer, |conn| {
        let rest =
            "AND (:candidate IS NULL OR a.candidate_id = :candidate) AND (:role IS NULL OR a.role_id = :role)
            ORDER BY s.added_at DESC, s.id DESC";
        let bound = named_params! {":candidate": candidate.map(|id| id.0), ":role": role.map(|id| id.0)};
        select(conn, rest, bound)
    })
}

/// One submission with its texts, or [`EngineError::NotFound`].
pub fn show(store: &Store, viewer: Viewer, id: SubmissionId) -> Result<SubmissionDetail> {
    store.read(viewer, |conn| detail(conn, id))
}

/// What was handed in for the assessment of an interview, by its candidate; newest first.
pub fn of_interview(store: &Store, viewer: Viewer, id: InterviewId) -> Result<Vec<SubmissionDetail>> {
    store.read(viewer, |conn| {
        let held = interviews::get(conn, viewer, id)?;
        let found = ids_for(conn, held.application_id, held.assessment_id)?;
        found.into_iter().map(|id| detail(conn, id)).collect()
    })
}

/// The submissions of an application for an assessment, newest first.
pub(crate) fn ids_for(
    conn: &Connection,
    application: ApplicationId,
    assessment: AssessmentId,
) -> Result<Vec<SubmissionId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM submission WHERE application_id = ?1 AND assessment_id = ?2 AND removed_at IS NULL
         ORDER BY added_at DESC, id DESC",
    )?;
    let rows =
        statement.query_map(params![application.0, assessment.0], |row| Ok(SubmissionId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One submission on a connection, or [`EngineError::NotFound`].
pub(super) fn get(conn: &Connection, id: SubmissionId) -> Result<Submission> {
    let found = select(conn, "AND s.id = :id", named_params! {":id": id.0})?;
    found.into_iter().next().ok_or_else(|| EngineError::not_found("submission", id))
}

/// [`get`] with its texts.
pub(crate) fn detail(conn: &Connection, id: SubmissionId) -> Result<SubmissionDetail> {
    let submission = get(conn, id)?;
    let mut statement =
        conn.prepare_cached("SELECT body FROM submission_part WHERE submission_id = ?1 ORDER BY position")?;
    let texts: Vec<String> =
        statement.query_map([id.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let parts = submission.parts.iter().cloned().zip(texts).map(|(head, text)| Part { head, text }).collect();
    Ok(SubmissionDetail { submission, parts })
}

pub(super) fn select(conn: &Connection, rest: &str, bound: impl Params) -> Result<Vec<Submission>> {
    let mut statement = conn.prepare_cached(&format!("{SELECT} {rest}"))?;
    let mut found: Vec<Submission> =
        statement.query_map(bound, submission)?.collect::<rusqlite::Result<_>>()?;
    let ids: Vec<SubmissionId> = found.iter().map(|one| one.id).collect();
    let mut heads = heads(conn, &ids)?;
    for one in &mut found {
        one.parts = heads.remove(&one.id).unwrap_or_default();
    }
    Ok(found)
}

fn submission(row: &Row<'_>) -> rusqlite::Result<Submission> {
    Ok(Submission {
        id: SubmissionId(row.get("id")?),
        application_id: ApplicationId(row.get("application_id")?),
        candidate_id: CandidateId(row.get("candidate_id")?),
        candidate_name: row.get("candidate_name")?,
        role_id: RoleId(row.get("role_id")?),
        role_title: row.get("role_title")?,
        assessment_id: AssessmentId(row.get("assessment_id")?),
        assessment_title: row.get("assessment_title")?,
        kind: word(row, "kind")?,
        origin: word(row, "origin")?,
        minutes: row.get("minutes")?,
        added_at: row.get("added_at")?,
        added_by: row.get("added_by")?,
        parts: Vec::new(),
    })
}

/// What submissions hold, without the texts.
pub(crate) fn heads(conn: &Connection, ids: &[SubmissionId]) -> Result<HashMap<SubmissionId, Vec<PartHead>>> {
    let mut heads: HashMap<SubmissionId, Vec<PartHead>> = HashMap::new();
    for ids in ids.chunks(500) {
        let mut statement = conn.prepare(&format!(
            "SELECT submission_id, id, kind, question, title, bytes, digest FROM submission_part
             WHERE submission_id IN ({}) ORDER BY submission_id, position",
            marks(ids.len())
        ))?;
        let mut rows = statement.query(params_from_iter(ids.iter().map(|id| id.0)))?;
        while let Some(row) = rows.next()? {
            heads.entry(SubmissionId(row.get("submission_id")?)).or_default().push(head(row)?);
        }
    }
    Ok(heads)
}

fn head(row: &Row<'_>) -> rusqlite::Result<PartHead> {
    let (bytes, digest): (i64, Vec<u8>) = (row.get("bytes")?, row.get("digest")?);
    Ok(PartHead {
        id: EvidenceId(row.get("id")?),
        kind: word(row, "kind")?,
        question: row.get("question")?,
        title: row.get("title")?,
        bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
        digest: hex(&digest),
    })
}

/// A part as it is cited.
pub(crate) struct Citable {
    pub kind: PartKind,
    pub question: String,
    pub title: String,
    pub body: String,
}

/// The part of this id, if it is one of this candidate's that are there.
pub(crate) fn citable(conn: &Connection, candidate: CandidateId, id: EvidenceId) -> Result<Option<Citable>> {
    let found = conn
        .prepare_cached(
            "SELECT p.kind, p.question, p.title, p.body FROM submission_part AS p
             JOIN submission AS s ON s.id = p.submission_id JOIN application AS a ON a.id = s.application_id
             WHERE p.id = ?1 AND a.candidate_id = ?2 AND s.removed_at IS NULL",
        )?
        .query_row(params![id.0, candidate.0], |row| {
            Ok(Citable { kind: word(row, 0)?, question: row.get(1)?, title: row.get(2)?, body: row.get(3)? })
        })
        .optional()?;
    Ok(found)
}
