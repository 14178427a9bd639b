//! Imports that were made, newest first.

use assay_domain::ids::ImportId;
use serde::Serialize;

use super::{ImportState, ImportTotals};
use crate::store::column;
use crate::{Instant, Result, Store, Viewer};

/// An import in one row.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ImportSummary {
    /// Id.
    pub id: ImportId,
    /// When it began.
    pub at: Instant,
    /// Name of whoever started it.
    pub by: String,
    /// What was to be imported.
    pub paths: Vec<String>,
    /// Counts.
    pub totals: ImportTotals,
    /// How it ended.
    pub state: ImportState,
}

/// Every import that left something, newest first; at most 500.
pub fn list(store: &Store, viewer: Viewer) -> Result<Vec<ImportSummary>> {
    store.read(viewer, |conn| {
        let mut statement = conn.prepare_cached(
            "SELECT i.id, i.at, p.name, i.paths, i.totals, i.state
             FROM import_run AS i JOIN person AS p ON p.id = i.person_id ORDER BY i.at DESC, i.id DESC LIMIT 500",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(ImportSummary {
                id: ImportId(row.get(0)?),
                at: row.get(1)?,
                by: row.get(2)?,
                paths: column::json(row, 3)?,
                totals: column::json(row, 4)?,
                state: ImportState::parse(row.get_ref(5)?.as_str()?),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}
