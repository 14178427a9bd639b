//! Taking away what is not whole: after a cancel, and what a crash left over.

use assay_domain::ids::ImportId;
use rusqlite::Connection;
use serde_json::json;
use uuid::Uuid;

use super::BATCH;
use crate::store::{Noun, remove_snapshot_search};
use crate::{Instant, Result, Store, Viewer};

/// Deletes snapshots still being received, of whatever import, and marks imports that never ended as failed. Only called
/// under the import lock.
pub(super) fn leftovers(store: &Store, viewer: Viewer, at: Instant) -> Result<()> {
    let imports: Vec<Uuid> = store.read(|conn| {
        let mut statement = conn.prepare(
            "SELECT id FROM import_run WHERE state = 'running'
             UNION SELECT import_id FROM snapshot WHERE state = 'receiving'",
        )?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })?;
    for import in imports {
        provisional(store, viewer, at, ImportId(import))?;
        store.transact(BATCH, viewer, at, |tx| {
            tx.execute(
                "UPDATE import_run SET state = 'failed' WHERE id = ?1 AND state = 'running'",
                [import],
            )?;
            tx.record(Noun::Import, import, &[], &json!({"what": "cleaned up after it was broken off"}))
        })?;
    }
    Ok(())
}

/// Deletes the provisional snapshots of one import.
pub(super) fn provisional(store: &Store, viewer: Viewer, at: Instant, import: ImportId) -> Result<()> {
    let snapshots: Vec<Uuid> = store.read(|conn| {
        let mut statement =
            conn.prepare_cached("SELECT id FROM snapshot WHERE import_id = ?1 AND state = 'receiving'")?;
        let rows = statement.query_map([import.0], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })?;
    for snapshot in snapshots {
        store.transact(BATCH, viewer, at, |tx| {
            delete(tx, snapshot)?;
            tx.record(Noun::Import, import.0, &[snapshot], &json!({"what": "took unfinished records away"}))
        })?;
    }
    Ok(())
}

/// Deletes a snapshot with everything in it.
pub(super) fn delete(tx: &Connection, snapshot: Uuid) -> Result<()> {
    remove_snapshot_search(tx, snapshot)?;
    for sql in [
        "DELETE FROM evidence_account WHERE evidence_id IN (SELECT id FROM evidence WHERE snapshot_id = ?1)",
        "DELETE FROM evidence WHERE snapshot_id = ?1",
        "DELETE FROM fact WHERE snapshot_id = ?1",
        "DELETE FROM snapshot_language WHERE snapshot_id = ?1",
        "DELETE FROM snapshot WHERE id = ?1",
    ] {
        tx.execute(sql, [snapshot])?;
    }
    Ok(())
}
