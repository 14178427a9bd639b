//! The records that a fact was computed from, each one click away.

use assay_domain::ids::SnapshotId;
use rusqlite::{OptionalExtension as _, params, params_from_iter};
use uuid::Uuid;

use super::evidence::{COLUMNS, EvidencePage, FROM, row};
use crate::store::column;
use crate::{EngineError, Result, Store, Viewer, blind};

/// The records kept with a fact (the first hundred), in its order; the total counts those beyond them too.
///
/// Errors: [`EngineError::NotFound`] for a fact that this snapshot does not tell.
pub fn fact_evidence(
    store: &Store,
    viewer: Viewer,
    snapshot: SnapshotId,
    fact: &str,
) -> Result<EvidencePage> {
    store.read(viewer, |conn| {
        blind::ensure_snapshot(conn, snapshot)?;
        let (ids, total): (Vec<Uuid>, u32) = conn
            .prepare_cached("SELECT evidence, evidence_total FROM fact WHERE snapshot_id = ?1 AND fact = ?2")?
            .query_row(params![snapshot.0, fact], |row| Ok((column::json(row, 0)?, row.get(1)?)))
            .optional()?
            .ok_or_else(|| EngineError::not_found("fact", fact))?;
        if ids.is_empty() {
            return Ok(EvidencePage { total, rows: Vec::new() });
        }
        let mut statement = conn
            .prepare(&format!("SELECT {COLUMNS} FROM {FROM} WHERE e.id IN ({})", column::marks(ids.len())))?;
        let found = statement.query_map(params_from_iter(&ids), row)?;
        let mut rows = found.collect::<rusqlite::Result<Vec<_>>>()?;
        rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id.0));
        Ok(EvidencePage { total, rows })
    })
}
