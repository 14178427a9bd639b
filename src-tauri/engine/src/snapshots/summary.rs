//! A snapshot in a few lines: whose, of when, from where, with whose permission, how much.

use assay_domain::candidate::Provenance;
use assay_domain::ids::{CandidateId, ImportId, SnapshotId};
use rusqlite::{Connection, Row, ToSql};
use serde::{Deserialize, Serialize};

use crate::accounts::{self, Account};
use crate::candidates::provenance;
use crate::store::column;
use crate::{Instant, Result};

/// How many records of the kinds that people ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct EvidenceCounts {
    /// Repositories.
    pub repositories: u32,
    /// READMEs.
    pub readmes: u32,
    /// Commits.
    pub commits: u32,
    /// Pull requests.
    pub pull_requests: u32,
    /// Comments and reviews.
    pub comments: u32,
    /// Issues.
    pub issues: u32,
    /// Releases.
    pub releases: u32,
}

/// A snapshot in a few lines.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SnapshotSummary {
    /// Id.
    pub id: SnapshotId,
    /// Whose.
    pub account: Account,
    /// Newest date that the data itself carries.
    pub taken_at: Option<Instant>,
    /// When it came in.
    pub imported_at: Instant,
    /// Path it was read from.
    pub origin: String,
    /// On what basis it is held.
    pub provenance: Provenance,
    /// Id of the shape of its profile.
    pub shape: String,
    /// How much is in it.
    pub counts: EvidenceCounts,
}

pub(super) const COLUMNS: &str =
    "s.id, s.taken_at, s.imported_at, s.origin, s.shape, s.counts, s.source, s.basis,
    s.permission, s.until, ";

pub(super) fn row(row: &Row<'_>) -> rusqlite::Result<SnapshotSummary> {
    Ok(SnapshotSummary {
        id: SnapshotId(row.get(0)?),
        taken_at: row.get(1)?,
        imported_at: row.get(2)?,
        origin: row.get(3)?,
        shape: row.get(4)?,
        counts: column::json(row, 5)?,
        provenance: provenance(row, 6)?,
        account: accounts::row(row, 10)?,
    })
}

/// Whole snapshots of a filter over `s`, `a` (account) and `ca` (its link), newest first.
pub(super) fn query(conn: &Connection, filter: &str, params: &[&dyn ToSql]) -> Result<Vec<SnapshotSummary>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} {} FROM snapshot AS s JOIN {} ON a.id = s.account_id
         WHERE s.state = 'whole' AND {filter}
         ORDER BY s.taken_at DESC, s.imported_at DESC, s.id DESC",
        accounts::COLUMNS,
        format_args!("({})", "account AS a LEFT JOIN candidate_account AS ca ON ca.account_id = a.id"),
    ))?;
    let rows = statement.query_map(params, row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The snapshots of a candidate's accounts, newest first.
pub(crate) fn of_candidate(conn: &Connection, candidate: CandidateId) -> Result<Vec<SnapshotSummary>> {
    query(conn, "ca.candidate_id = ?1", &[&candidate.0])
}

/// The snapshots of an import whose account no candidate has.
pub(crate) fn of_import_unlinked(conn: &Connection, import: ImportId) -> Result<Vec<SnapshotSummary>> {
    query(conn, "s.import_id = ?1 AND ca.candidate_id IS NULL", &[&import.0])
}
