//! Taking away what is not whole: after a cancel, and what a crash left over.

use assay_domain::ids::ImportId;
use chrono::TimeDelta;
use rusqlite::{Connection, params};
use serde_json::json;
use uuid::Uuid;

use super::BATCH;
use super::run::Run;
use crate::store::{Noun, remove_snapshot_search};
use crate::{Instant, Result, Store, Viewer};

/// Deletes snapshots still being received, of whatever import, and marks imports that never ended as failed. Only called
/// under the import lock.
pub(super) fn leftovers(store: &Store, viewer: Viewer, at: Instant) -> Result<()> {
    let imports: Vec<Uuid> = store.look(|conn| {
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

/// Records deleted in one transaction.
const CHUNK: usize = 500;

/// Deletes what is left of a cancelled import for at most half a second, so that the cancelling answers soon; nobody sees
/// the rest, and the next import begins with taking it away.
pub(super) fn soon(run: &Run<'_>) -> Result<()> {
    let until = (run.now)() + TimeDelta::milliseconds(500);
    provisional_while(run.store, run.viewer, (run.now)(), run.id, &|| (run.now)() < until)
}

/// Deletes the provisional snapshots of one import.
pub(super) fn provisional(store: &Store, viewer: Viewer, at: Instant, import: ImportId) -> Result<()> {
    provisional_while(store, viewer, at, import, &|| true)
}

fn provisional_while(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    import: ImportId,
    keep_going: &dyn Fn() -> bool,
) -> Result<()> {
    let snapshots: Vec<Uuid> = store.look(|conn| {
        let mut statement =
            conn.prepare_cached("SELECT id FROM snapshot WHERE import_id = ?1 AND state = 'receiving'")?;
        let rows = statement.query_map([import.0], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })?;
    let taken_away = json!({"what": "took unfinished records away"});
    for snapshot in snapshots {
        loop {
            if !keep_going() {
                return Ok(());
            }
            let records = some_of(store, snapshot)?;
            store.transact(BATCH, viewer, at, |tx| {
                for record in &records {
                    super::merge::delete(tx, *record)?;
                }
                if records.is_empty() {
                    delete(tx, snapshot)?;
                }
                tx.record(Noun::Import, import.0, &[snapshot], &taken_away)
            })?;
            if records.is_empty() {
                break;
            }
        }
    }
    Ok(())
}

fn some_of(store: &Store, snapshot: Uuid) -> Result<Vec<Uuid>> {
    store.look(|conn| {
        let mut statement = conn.prepare_cached("SELECT id FROM evidence WHERE snapshot_id = ?1 LIMIT ?2")?;
        let rows = statement.query_map(params![snapshot, CHUNK as i64], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// Deletes a snapshot with everything in it.
pub(super) fn delete(tx: &Connection, snapshot: Uuid) -> Result<()> {
    remove_snapshot_search(tx, snapshot)?;
    for sql in [
        "DELETE FROM attribution WHERE evidence_id IN (SELECT id FROM evidence WHERE snapshot_id = ?1)",
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
