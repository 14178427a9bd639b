//! What the window's sidebar counts.

use serde::Serialize;

use crate::{Result, Store, Viewer};

/// Counts for the sidebar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Counts {
    /// Candidates.
    pub candidates: u32,
    /// Roles.
    pub roles: u32,
    /// Interviews the viewer has to score.
    pub to_score: u32,
}

/// The counts, in one query.
pub fn counts(store: &Store, viewer: Viewer) -> Result<Counts> {
    store.read(viewer, |conn| {
        let counts = conn.query_row(
            "SELECT (SELECT count(*) FROM candidate), (SELECT count(*) FROM role),
                    (SELECT count(*) FROM interview WHERE person_id = ?1 AND state = 'open')",
            [viewer.0.0],
            |row| Ok(Counts { candidates: row.get(0)?, roles: row.get(1)?, to_score: row.get(2)? }),
        )?;
        Ok(counts)
    })
}
