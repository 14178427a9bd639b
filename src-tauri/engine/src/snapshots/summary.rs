//! A snapshot in a few lines: whose, of when, from where, with whose permission, how much.

use assay_domain::candidate::Provenance;
use assay_domain::ids::{CandidateId, ImportId, SnapshotId};
use rusqlite::{Connection, Row, ToSql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::accounts::{self, Account};
use crate::candidates::provenance;
use crate::store::column;
use crate::{Instant, Result, Store, Viewer};

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
    /// What it is called: the login of its account, or what it was read from.
    pub name: String,
    /// Whose account; `None` where the data names none that could be its subject (a git clone).
    pub account: Option<Account>,
    /// Whose it is said to be, where it has no account.
    pub candidate_id: Option<CandidateId>,
    /// When it was taken, where a capture says so; else the newest date that the data itself carries.
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
    s.permission, s.given_on, s.until, s.candidate_id, ";

pub(super) fn row(row: &Row<'_>) -> rusqlite::Result<SnapshotSummary> {
    let origin: String = row.get(3)?;
    let account = match row.get::<_, Option<Uuid>>(12)? {
        Some(_) => Some(accounts::row(row, 12)?),
        None => None,
    };
    let last = || origin.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or_default();
    Ok(SnapshotSummary {
        id: SnapshotId(row.get(0)?),
        name: account.as_ref().map_or_else(|| last().to_owned(), |account| account.login.clone()),
        taken_at: row.get(1)?,
        imported_at: row.get(2)?,
        shape: row.get(4)?,
        counts: column::json(row, 5)?,
        provenance: provenance(row, 6)?,
        candidate_id: row.get::<_, Option<Uuid>>(11)?.map(CandidateId),
        account,
        origin,
    })
}

/// Whole snapshots of a filter over `s`, `a` (account) and `ca` (its link), newest first.
pub(super) fn query(conn: &Connection, filter: &str, params: &[&dyn ToSql]) -> Result<Vec<SnapshotSummary>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} {} FROM snapshot AS s LEFT JOIN {} ON a.id = s.account_id
         WHERE s.state = 'whole' AND {filter}
         ORDER BY s.taken_at DESC, s.imported_at DESC, s.id DESC",
        accounts::COLUMNS,
        format_args!("({})", "account AS a LEFT JOIN candidate_account AS ca ON ca.account_id = a.id"),
    ))?;
    let rows = statement.query_map(params, row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The condition that snapshot `s` is a candidate's: by its account, or because somebody said so.
pub(crate) fn of_candidate_sql(candidate: &str) -> String {
    format!(
        "s.candidate_id = {candidate}
         OR s.account_id IN (SELECT account_id FROM candidate_account WHERE candidate_id = {candidate})"
    )
}

/// Snapshots that no candidate has, newest first; at most 500.
pub fn unlinked(store: &Store, viewer: Viewer) -> Result<Vec<SnapshotSummary>> {
    store.read(viewer, |conn| {
        let mut found = query(conn, "ca.candidate_id IS NULL AND s.candidate_id IS NULL", &[])?;
        found.truncate(500);
        Ok(found)
    })
}

/// The snapshots of a candidate, newest first.
pub(crate) fn of_candidate(conn: &Connection, candidate: CandidateId) -> Result<Vec<SnapshotSummary>> {
    query(conn, &format!("({})", of_candidate_sql("?1")), &[&candidate.0])
}

/// The snapshots of an import that no candidate has.
pub(crate) fn of_import_unlinked(conn: &Connection, import: ImportId) -> Result<Vec<SnapshotSummary>> {
    query(conn, "s.import_id = ?1 AND ca.candidate_id IS NULL AND s.candidate_id IS NULL", &[&import.0])
}
