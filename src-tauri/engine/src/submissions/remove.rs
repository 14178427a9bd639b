//! Taking a submission away again: while nobody has cited or marked it. The undo of adding deletes it; the undo of removing
//! brings it back.

use assay_domain::ids::SubmissionId;
use rusqlite::{Connection, params};
use serde_json::json;

use super::{read, write};
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx, remove_search};
use crate::{EngineError, Instant, Result, Store, Viewer};

const REMOVE: Op = Op("submission.remove");

/// Takes a submission away: no read shows it any more. It can be taken back; until then only erasing the candidate deletes it.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Conflict`] where it is cited, or a scorecard came in after it.
pub fn remove(store: &Store, viewer: Viewer, at: Instant, id: SubmissionId) -> Result<Done<()>> {
    store.transact(REMOVE, viewer, at, |tx| {
        let before = read::get(tx, id)?;
        ensure_free(tx, id)?;
        tx.execute("UPDATE submission SET removed_at = ?2 WHERE id = ?1", params![id.0, at])?;
        remove_search(tx, id.0)?;
        let payload = json!({"title": before.assessment_title});
        tx.record(Noun::Submission, id.0, &[before.application_id.0], &payload)?;
        tx.touch(Noun::Application, before.application_id.0);
        Ok(())
    })
}

/// Refuses what a scorecard or a draft cites, and what was there when a scorecard of its assessment was submitted. It is not
/// said which of them: nobody learns of other people's drafts.
fn ensure_free(conn: &Connection, id: SubmissionId) -> Result<()> {
    let used: bool = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM citation AS c JOIN submission_part AS p ON p.id = c.evidence_id
                    WHERE p.submission_id = ?1)
                OR EXISTS (SELECT 1 FROM scorecard AS k JOIN interview AS i ON i.id = k.interview_id
                    JOIN submission AS s ON s.application_id = i.application_id AND s.assessment_id = i.assessment_id
                    WHERE s.id = ?1 AND k.submitted_at >= s.added_at)",
        )?
        .query_row([id.0], |row| row.get(0))?;
    if used || is_in_a_draft(conn, id)? {
        return Err(EngineError::conflict(
            "it has been cited or marked",
            "It stays, as what a rating rests on. Add what is right beside it.",
        ));
    }
    Ok(())
}

/// Whether a draft cites it: of any of the candidate's applications, in all of which it can be cited.
fn is_in_a_draft(conn: &Connection, id: SubmissionId) -> Result<bool> {
    let found = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM submission AS s
                JOIN application AS own ON own.id = s.application_id
                JOIN application AS a ON a.candidate_id = own.candidate_id
                JOIN interview AS i ON i.application_id = a.id
                JOIN draft AS d ON d.interview_id = i.id, json_tree(d.content) AS t
                WHERE s.id = ?1 AND t.key = 'evidence_id'
                  AND t.atom IN (SELECT lower(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4)
                        || '-' || substr(h, 17, 4) || '-' || substr(h, 21))
                    FROM (SELECT hex(id) AS h FROM submission_part WHERE submission_id = s.id)))",
        )?
        .query_row([id.0], |row| row.get(0))?;
    Ok(found)
}

/// Undo of adding: it is deleted.
pub(crate) fn undo_add(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    ensure_free(tx, SubmissionId(entry.subject))?;
    remove_search(tx, entry.subject)?;
    tx.execute("DELETE FROM submission_part WHERE submission_id = ?1", [entry.subject])?;
    tx.execute("DELETE FROM submission WHERE id = ?1", [entry.subject])?;
    Ok(())
}

/// Undo of removing: it is there again.
pub(crate) fn undo_remove(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    tx.execute("UPDATE submission SET removed_at = NULL WHERE id = ?1", [entry.subject])?;
    write::index(tx, entry.subject)?;
    Ok(())
}
