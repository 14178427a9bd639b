//! Writing a submission with its search rows and journal entry.

use assay_domain::ids::{ApplicationId, AssessmentId};
use assay_domain::submission::{Origin, PartKind};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::sheets;
use crate::store::{Noun, SearchRow, Tx};
use crate::{EngineError, Instant, Result, Viewer, interviews};

/// A submission to be written.
pub(super) struct New {
    pub application: ApplicationId,
    pub assessment: AssessmentId,
    pub origin: Origin,
    pub minutes: Option<u32>,
    pub parts: Vec<NewPart>,
}

/// A part to be written.
pub(super) struct NewPart {
    pub kind: PartKind,
    pub question: String,
    pub title: String,
    pub body: String,
    pub bytes: u64,
    pub digest: [u8; 32],
}

impl NewPart {
    /// Of a pasted text.
    pub fn text(kind: PartKind, question: &str, title: &str, body: &str) -> Self {
        Self {
            kind,
            question: question.to_owned(),
            title: title.to_owned(),
            body: body.to_owned(),
            bytes: body.len() as u64,
            digest: Sha256::digest(body.as_bytes()).into(),
        }
    }
}

impl New {
    /// Over kind, question, title and contents of every part, each with its length before it.
    pub fn digest(&self) -> Vec<u8> {
        let mut digest = Sha256::new();
        for part in &self.parts {
            for bytes in
                [part.kind.as_str().as_bytes(), part.question.as_bytes(), part.title.as_bytes(), &part.digest]
            {
                digest.update((bytes.len() as u64).to_be_bytes());
                digest.update(bytes);
            }
        }
        digest.finalize().to_vec()
    }
}

/// Refuses an assessment of another role, and what is not there.
pub(super) fn ensure_of_role(
    conn: &Connection,
    application: ApplicationId,
    assessment: AssessmentId,
) -> Result<()> {
    let role = interviews::role_of(conn, application)?;
    if sheets::role_of(conn, assessment)? == role.0 {
        return Ok(());
    }
    Err(EngineError::conflict(
        "the assessment belongs to another role",
        "Choose one of the role that the candidate applied for.",
    ))
}

/// The submission with the same contents that is there already.
pub(super) fn known(conn: &Connection, new: &New) -> Result<Option<Uuid>> {
    let found = conn
        .prepare_cached(
            "SELECT id FROM submission WHERE application_id = ?1 AND assessment_id = ?2 AND digest = ?3
             AND removed_at IS NULL",
        )?
        .query_row(params![new.application.0, new.assessment.0, new.digest()], |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// Writes it; gives its id, and whether the same was there already, in which case nothing changes.
pub(super) fn insert(tx: &mut Tx<'_>, at: Instant, viewer: Viewer, new: &New) -> Result<(Uuid, bool)> {
    if let Some(id) = known(tx, new)? {
        return Ok((id, true));
    }
    let id = Uuid::now_v7();
    tx.prepare_cached(
        "INSERT INTO submission (id, application_id, assessment_id, origin, minutes, digest, added_at, person_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        id,
        new.application.0,
        new.assessment.0,
        new.origin.as_str(),
        new.minutes,
        new.digest(),
        at,
        viewer.0.0
    ])?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO submission_part (id, submission_id, position, kind, question, title, body, bytes, digest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (position, part) in (0_i64..).zip(&new.parts) {
        insert.execute(params![
            Uuid::now_v7(),
            id,
            position,
            part.kind.as_str(),
            part.question,
            part.title,
            part.body,
            i64::try_from(part.bytes).unwrap_or(i64::MAX),
            part.digest
        ])?;
    }
    drop(insert);
    let title = index(tx, id)?;
    let payload = json!({
        "title": title, "assessment": new.assessment, "origin": new.origin, "minutes": new.minutes,
        "parts": new.parts.len(),
    });
    tx.record(Noun::Submission, id, &[new.application.0, new.assessment.0], &payload)?;
    tx.touch(Noun::Application, new.application.0);
    Ok((id, false))
}

/// A search row for each part, in the place of those that there are; gives the title of the assessment.
pub(super) fn index(conn: &Connection, id: Uuid) -> Result<String> {
    crate::store::remove_search(conn, id)?;
    let (candidate, assessment): (Uuid, String) = conn
        .prepare_cached(
            "SELECT a.candidate_id, x.title FROM submission AS s JOIN application AS a ON a.id = s.application_id
             JOIN assessment AS x ON x.id = s.assessment_id WHERE s.id = ?1",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut parts = conn.prepare_cached(
        "SELECT title, body FROM submission_part WHERE submission_id = ?1 ORDER BY position",
    )?;
    let mut rows = parts.query([id])?;
    while let Some(row) = rows.next()? {
        let (title, body): (String, String) = (row.get(0)?, row.get(1)?);
        SearchRow {
            noun: Noun::Submission,
            subject: id,
            candidate: Some(candidate),
            snapshot: None,
            application: None,
            title: &format!("{title} ({assessment})"),
            body: &body,
        }
        .insert(conn)?;
    }
    Ok(assessment)
}
