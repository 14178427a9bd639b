//! Migrations: numbered SQL files, applied in order, counted in `user_version`; a copy is kept before an old workspace changes.

use rusqlite::{Connection, TransactionBehavior};

use crate::{EngineError, Result};

const MIGRATIONS: [&str; 16] = [
    include_str!("../../migrations/0001_workspace.sql"),
    include_str!("../../migrations/0002_roles.sql"),
    include_str!("../../migrations/0003_candidates.sql"),
    include_str!("../../migrations/0004_interviews.sql"),
    include_str!("../../migrations/0005_search.sql"),
    include_str!("../../migrations/0006_chosen_repositories.sql"),
    include_str!("../../migrations/0007_identity.sql"),
    include_str!("../../migrations/0009_fairness.sql"),
    include_str!("../../migrations/0010_kits.sql"),
    include_str!("../../migrations/0011_submissions.sql"),
    include_str!("../../migrations/0012_blind.sql"),
    include_str!("../../migrations/0013_pipeline.sql"),
    include_str!("../../migrations/0014_debrief.sql"),
    include_str!("../../migrations/0015_room.sql"),
    include_str!("../../migrations/0016_panel.sql"),
    include_str!("../../migrations/0017_voluntary_sums.sql"),
];

/// The version of the database: how many migrations it has seen.
pub fn version(conn: &Connection) -> Result<usize> {
    let version: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(version as usize)
}

/// Whether migrations are wanting. Refuses a database that a newer Assay made.
pub fn is_needed(conn: &Connection) -> Result<bool> {
    let version = version(conn)?;
    if version > MIGRATIONS.len() {
        return Err(EngineError::conflict(
            format!("the workspace has version {version}; this Assay knows up to {}", MIGRATIONS.len()),
            "Open it with the newer Assay that wrote it.",
        ));
    }
    Ok(version < MIGRATIONS.len())
}

/// Brings the database to the newest version, each step whole or not at all.
pub fn migrate(conn: &mut Connection) -> Result<()> {
    for (index, sql) in MIGRATIONS.iter().enumerate().skip(version(conn)?) {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(sql)?;
        tx.pragma_update(None, "user_version", (index + 1) as u32)?;
        tx.commit()?;
    }
    Ok(())
}
