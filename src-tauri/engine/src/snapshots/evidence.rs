//! The records of a snapshot, listed page by page.

use assay_domain::ids::{EvidenceId, SnapshotId};
use rusqlite::{Connection, Row, named_params};
use serde::{Deserialize, Serialize};

use super::EvidenceKind;
use crate::store::column;
use crate::{Instant, Result, Store, Viewer, blind};

/// Most rows of a page.
pub(super) const PAGE_MAX: u32 = 500;

/// What is asked of a snapshot.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct EvidenceQuery {
    /// Which snapshot.
    pub snapshot_id: SnapshotId,
    /// Records of this kind.
    pub kind: EvidenceKind,
    /// Only of this repository (`owner/name`).
    pub repo: Option<String>,
    /// First row of the page.
    pub offset: u32,
    /// Rows of the page; at most 500.
    pub limit: u32,
}

/// A page of records.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct EvidencePage {
    /// How many there are in all.
    pub total: u32,
    /// Newest first; what has no date last.
    pub rows: Vec<EvidenceRow>,
}

/// A record in one row.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct EvidenceRow {
    /// Id.
    pub id: EvidenceId,
    /// What it is.
    pub kind: EvidenceKind,
    /// Where it stands.
    pub address: String,
    /// `owner/name`, where it belongs to a repository.
    pub repo: Option<String>,
    /// Its title.
    pub title: String,
    /// The beginning of its text.
    pub excerpt: String,
    /// When.
    pub at: Option<Instant>,
    /// Login of its author.
    pub author: Option<String>,
    /// Whether the subject is the author; `None` where the snapshot does not tell.
    pub by_subject: Option<bool>,
    /// State of a pull request or issue, verdict of a review.
    pub state: Option<String>,
    /// Main language of a repository.
    pub language: Option<String>,
    /// Stars of a repository.
    pub stars: Option<u32>,
    /// Whether a repository is a fork.
    pub fork: Option<bool>,
}

/// Columns of [`row`], from [`FROM`].
pub(super) const COLUMNS: &str =
    "e.id, e.kind, e.address, e.repo, e.title, substr(e.body, 1, 240), e.at, a.login,
        CASE WHEN EXISTS (SELECT 1 FROM attribution AS t WHERE t.evidence_id = e.id) THEN 1
             WHEN e.author_id IS NULL THEN NULL
             WHEN s.account_id IS NOT NULL THEN COALESCE(a.joined_id, e.author_id)
                = (SELECT COALESCE(own.joined_id, own.id) FROM account AS own WHERE own.id = s.account_id)
             WHEN s.candidate_id IS NOT NULL THEN EXISTS (SELECT 1 FROM candidate_account AS ca
                WHERE ca.account_id = e.author_id AND ca.candidate_id = s.candidate_id) END,
        e.state, e.language, min(e.stars, 4294967295), e.fork";

/// Where [`COLUMNS`] come from.
pub(super) const FROM: &str = "evidence AS e JOIN snapshot AS s ON s.id = e.snapshot_id AND s.state = 'whole'
    LEFT JOIN account AS a ON a.id = e.author_id AND a.erased = 0";

/// A record from [`COLUMNS`].
pub(super) fn row(row: &Row<'_>) -> rusqlite::Result<EvidenceRow> {
    Ok(EvidenceRow {
        id: EvidenceId(row.get(0)?),
        kind: column::word(row, 1)?,
        address: row.get(2)?,
        repo: row.get(3)?,
        title: row.get(4)?,
        excerpt: row.get(5)?,
        at: row.get(6)?,
        author: row.get(7)?,
        by_subject: row.get(8)?,
        state: row.get(9)?,
        language: row.get(10)?,
        stars: row.get(11)?,
        fork: row.get(12)?,
    })
}

/// A page of a snapshot's records of one kind. The page is cut in the index alone; only its own rows are read.
pub fn evidence_list(store: &Store, viewer: Viewer, query: &EvidenceQuery) -> Result<EvidencePage> {
    let of_repo = if query.repo.is_some() { "e.repo = :repo" } else { ":repo IS NULL" };
    let filter = format!("e.snapshot_id = :snapshot AND e.kind = :kind AND {of_repo}");
    store.read(viewer, |conn| {
        blind::ensure_snapshot(conn, query.snapshot_id)?;
        let total = total(conn, query, &filter)?;
        let mut statement = conn.prepare_cached(&format!(
            "WITH page AS (SELECT e.rowid AS place FROM evidence AS e WHERE {filter}
                           ORDER BY e.at DESC, e.rowid LIMIT :limit OFFSET :offset)
             SELECT {COLUMNS} FROM page JOIN {FROM} WHERE e.rowid = page.place ORDER BY e.at DESC, e.rowid"
        ))?;
        let rows = statement.query_map(
            named_params! {
                ":snapshot": query.snapshot_id.0, ":kind": query.kind.as_str(), ":repo": query.repo,
                ":limit": query.limit.min(PAGE_MAX), ":offset": query.offset,
            },
            row,
        )?;
        Ok(EvidencePage { total, rows: rows.collect::<rusqlite::Result<_>>()? })
    })
}

fn total(conn: &Connection, query: &EvidenceQuery, filter: &str) -> Result<u32> {
    let sql = format!(
        "SELECT count(*) FROM evidence AS e WHERE {filter}
         AND EXISTS (SELECT 1 FROM snapshot AS s WHERE s.id = :snapshot AND s.state = 'whole')"
    );
    let params =
        named_params! {":snapshot": query.snapshot_id.0, ":kind": query.kind.as_str(), ":repo": query.repo};
    Ok(conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?)
}
