//! Taking back assignments, handings-on and cancellings. Who has read ratings meanwhile is not independent any more.

use assay_domain::ids::{ApplicationId, AssessmentId, InterviewId, PersonId};
use rusqlite::{OptionalExtension as _, params};
use serde_json::Value;

use super::assign::{ensure_active, ensure_single};
use crate::journal::Entry;
use crate::store::{Noun, Tx};
use crate::{EngineError, Instant, Result, independence, people};

/// The interview was a mistake: it stands as cancelled.
pub(crate) fn undo_assign(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    tx.execute(
        "UPDATE interview SET state = 'cancelled', cancelled_reason = 'the assignment was taken back' WHERE id = ?1",
        [entry.subject],
    )?;
    Ok(())
}

/// Back to the former holder.
pub(crate) fn undo_reassign(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let before = entry.payload.get("before").unwrap_or(&Value::Null);
    let person = text(entry, before, "person")?
        .parse::<PersonId>()
        .map_err(|_| EngineError::Damaged(format!("journal entry {} names nobody", entry.sequence)))?;
    let (application, assessment, _) = interview(tx, entry)?;
    people::active(tx, person)?;
    ensure_single(tx, application, assessment, person)?;
    let independent = still_independent(tx, entry, person, application)?;
    tx.execute(
        "UPDATE interview SET person_id = ?2, independent = ?3, assigned_at = ?4 WHERE id = ?1",
        params![entry.subject, person.0, independent, instant(entry, text(entry, before, "assigned_at")?)?],
    )?;
    tx.execute("DELETE FROM draft WHERE interview_id = ?1", [entry.subject])?;
    Ok(())
}

/// Back to the former time, or to none.
pub(crate) fn undo_reschedule(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let before = entry.payload.get("before").unwrap_or(&Value::Null);
    let text = |field: &str| before.get(field).and_then(Value::as_str);
    tx.execute(
        "UPDATE interview SET starts_local = ?2, zone = ?3 WHERE id = ?1",
        params![entry.subject, text("starts_local"), text("zone")],
    )?;
    Ok(())
}

/// Open again, in an application that is under way.
pub(crate) fn undo_cancel(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    ensure_active(tx, interview(tx, entry)?.0)?;
    reopen(tx, entry)
}

/// Open again, also where the same undo brings the application back afterwards.
pub(crate) fn reopen(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let (application, assessment, person) = interview(tx, entry)?;
    people::active(tx, person)?;
    ensure_single(tx, application, assessment, person)?;
    let independent = still_independent(tx, entry, person, application)?;
    tx.execute(
        "UPDATE interview SET state = 'open', cancelled_reason = NULL, independent = ?2 WHERE id = ?1",
        params![entry.subject, independent],
    )?;
    Ok(())
}

fn interview(tx: &Tx<'_>, entry: &Entry) -> Result<(ApplicationId, AssessmentId, PersonId)> {
    tx.prepare_cached("SELECT application_id, assessment_id, person_id FROM interview WHERE id = ?1")?
        .query_row([entry.subject], |row| {
            Ok((ApplicationId(row.get(0)?), AssessmentId(row.get(1)?), PersonId(row.get(2)?)))
        })
        .optional()?
        .ok_or_else(|| EngineError::not_found(Noun::Interview.as_str(), InterviewId(entry.subject)))
}

fn still_independent(
    tx: &Tx<'_>,
    entry: &Entry,
    person: PersonId,
    application: ApplicationId,
) -> Result<bool> {
    let was = entry.payload.pointer("/before/independent").and_then(Value::as_bool).unwrap_or(false);
    Ok(was && !independence::is_exposed(tx, person, application)?)
}

fn instant(entry: &Entry, text: &str) -> Result<Instant> {
    text.parse().map_err(|_| EngineError::Damaged(format!("journal entry {} has no instant", entry.sequence)))
}

fn text<'a>(entry: &Entry, object: &'a Value, field: &str) -> Result<&'a str> {
    object
        .get(field)
        .and_then(Value::as_str)
        .ok_or_else(|| EngineError::Damaged(format!("journal entry {} lacks {field}", entry.sequence)))
}
