//! Whose a snapshot without an account is: said by a person, for the data does not tell.

use assay_domain::ids::{CandidateId, SnapshotId};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::json;
use uuid::Uuid;

use super::summary::{SnapshotSummary, query};
use crate::candidates::{self, CandidateDetail};
use crate::imports::attribution;
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, blind};

const LINK: Op = Op("snapshot.link");
const UNLINK: Op = Op("snapshot.unlink");

/// Says whose a snapshot without an account is. Its facts are then about that candidate's commits.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Conflict`] for one with an account (the account is linked instead) and
/// for one that somebody has.
pub fn link(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    snapshot: SnapshotId,
    candidate: CandidateId,
) -> Result<Done<CandidateDetail>> {
    let done = store.transact(LINK, viewer, at, |tx| {
        candidates::exists(tx, candidate)?;
        let found = linkable(tx, snapshot)?;
        set(tx, snapshot, Some(candidate))?;
        let payload = json!({"name": found.name, "candidate": candidate});
        tx.record(Noun::Snapshot, snapshot.0, &[candidate.0], &payload)?;
        tx.touch(Noun::Candidate, candidate.0);
        Ok(())
    })?;
    done.try_map(|()| candidates::show(store, viewer, at, candidate))
}

/// Takes a snapshot without an account from its candidate; it stays, and is nobody's.
pub fn unlink(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    snapshot: SnapshotId,
) -> Result<Done<SnapshotSummary>> {
    let done = store.transact(UNLINK, viewer, at, |tx| {
        let found = get(tx, snapshot)?;
        let Some(candidate) = found.candidate_id else {
            return Err(EngineError::conflict(
                format!("nobody said whose {} is", found.name),
                "A snapshot with an account goes with its account: unlink that.",
            ));
        };
        blind::ensure_named(tx, viewer, candidate)?;
        set(tx, snapshot, None)?;
        let payload = json!({"name": found.name, "candidate": candidate});
        tx.record(Noun::Snapshot, snapshot.0, &[candidate.0], &payload)?;
        tx.touch(Noun::Candidate, candidate.0);
        Ok(())
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, snapshot)))
}

fn get(conn: &Connection, id: SnapshotId) -> Result<SnapshotSummary> {
    query(conn, "s.id = ?1", &[&id.0])?.pop().ok_or_else(|| EngineError::not_found("snapshot", id))
}

fn linkable(conn: &Connection, id: SnapshotId) -> Result<SnapshotSummary> {
    let found = get(conn, id)?;
    if let Some(account) = &found.account {
        return Err(EngineError::conflict(
            format!("the snapshot belongs to the account {}", account.login),
            "Link that account to the candidate; all of its snapshots go with it.",
        ));
    }
    if found.candidate_id.is_some() {
        return Err(EngineError::conflict(
            "the snapshot is a candidate's already",
            "Take it from them first.",
        ));
    }
    Ok(found)
}

fn set(tx: &Connection, snapshot: SnapshotId, candidate: Option<CandidateId>) -> Result<()> {
    tx.execute(
        "UPDATE snapshot SET candidate_id = ?2 WHERE id = ?1",
        params![snapshot.0, candidate.map(|id| id.0)],
    )?;
    attribution::recompute(tx, snapshot)
}

/// Undo of a link.
pub(crate) fn undo_link(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    set(tx, SnapshotId(entry.subject), None)
}

/// Undo of an unlink; refused where the candidate is gone.
pub(crate) fn undo_unlink(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let candidate: Uuid = entry.id("candidate")?;
    candidates::exists(tx, CandidateId(candidate))?;
    let here: Option<bool> = tx
        .query_row("SELECT account_id IS NULL FROM snapshot WHERE id = ?1", [entry.subject], |row| row.get(0))
        .optional()?;
    match here {
        Some(true) => set(tx, SnapshotId(entry.subject), Some(CandidateId(candidate))),
        _ => Err(EngineError::conflict("the snapshot is gone or has an account now", "Link it anew.")),
    }
}
