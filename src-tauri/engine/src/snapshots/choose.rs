//! Marking repositories of a candidate as worth reading. The mark belongs to the candidate, not to one snapshot, so that
//! it stays when a newer snapshot comes in.

use assay_domain::ids::{CandidateId, SnapshotId};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::json;
use uuid::Uuid;

use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer};

const CHOOSE: Op = Op("repository.choose");
const LEAVE: Op = Op("repository.leave");

/// Marks a repository (`owner/name`) of a snapshot as worth reading, or takes the mark away. Gives whether it is marked
/// now; what is so already changes nothing.
///
/// Errors: [`EngineError::Conflict`] where the snapshot belongs to no candidate, [`EngineError::NotFound`] where the
/// snapshot speaks of no such repository.
pub fn choose(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    snapshot: SnapshotId,
    repo: &str,
    chosen: bool,
) -> Result<Done<bool>> {
    let op = if chosen { CHOOSE } else { LEAVE };
    store.transact(op, viewer, at, |tx| {
        let of = owner(tx, snapshot)?;
        if is_chosen(tx, &of, repo)? == chosen {
            return Ok(chosen);
        }
        if chosen {
            ensure_there(tx, snapshot, repo)?;
            add(tx, &of, repo, at)?;
        } else {
            take(tx, &of, repo)?;
        }
        tx.record(Noun::Candidate, of.candidate.0, &[], &json!({"name": repo, "host": of.host, "at": at}))?;
        Ok(chosen)
    })
}

struct Owner {
    candidate: CandidateId,
    host: String,
}

fn owner(conn: &Connection, snapshot: SnapshotId) -> Result<Owner> {
    conn.prepare_cached(
        "SELECT COALESCE(s.candidate_id, l.candidate_id), COALESCE(a.host, 'github.com') FROM snapshot AS s
         LEFT JOIN account AS a ON a.id = s.account_id LEFT JOIN candidate_account AS l ON l.account_id = a.id
         WHERE s.id = ?1 AND s.state = 'whole' AND COALESCE(s.candidate_id, l.candidate_id) IS NOT NULL",
    )?
    .query_row([snapshot.0], |row| Ok(Owner { candidate: CandidateId(row.get(0)?), host: row.get(1)? }))
    .optional()?
    .ok_or_else(|| {
        EngineError::conflict(
            "this snapshot belongs to no candidate",
            "Link its account to a candidate first.",
        )
    })
}

fn ensure_there(conn: &Connection, snapshot: SnapshotId, repo: &str) -> Result<()> {
    let there: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM evidence WHERE snapshot_id = ?1 AND repo = ?2)",
        params![snapshot.0, repo],
        |row| row.get(0),
    )?;
    if there { Ok(()) } else { Err(EngineError::not_found("repository", repo)) }
}

fn is_chosen(conn: &Connection, of: &Owner, repo: &str) -> Result<bool> {
    Ok(conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM chosen_repository WHERE candidate_id = ?1 AND host = ?2 AND repo = ?3)",
        params![of.candidate.0, of.host, repo],
        |row| row.get(0),
    )?)
}

fn add(conn: &Connection, of: &Owner, repo: &str, at: Instant) -> Result<()> {
    conn.execute(
        "INSERT INTO chosen_repository (id, candidate_id, host, repo, chosen_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![Uuid::now_v7(), of.candidate.0, of.host, repo, at],
    )?;
    Ok(())
}

fn take(conn: &Connection, of: &Owner, repo: &str) -> Result<()> {
    conn.execute(
        "DELETE FROM chosen_repository WHERE candidate_id = ?1 AND host = ?2 AND repo = ?3",
        params![of.candidate.0, of.host, repo],
    )?;
    Ok(())
}

fn entry_owner(entry: &Entry) -> Result<Owner> {
    Ok(Owner { candidate: CandidateId(entry.subject), host: entry.text("host")?.to_string() })
}

/// Undo of a mark.
pub(crate) fn undo_choose(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    take(tx, &entry_owner(entry)?, entry.text("name")?)
}

/// Undo of taking a mark away.
pub(crate) fn undo_leave(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let of = entry_owner(entry)?;
    let repo = entry.text("name")?;
    if is_chosen(tx, &of, repo)? {
        return Ok(());
    }
    let at = entry.payload.get("at").cloned().unwrap_or_default();
    add(tx, &of, repo, serde_json::from_value(at)?)
}
