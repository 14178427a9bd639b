//! The repositories that a snapshot speaks of, in the order in which one reads them.

use assay_domain::ids::{EvidenceId, SnapshotId};
use rusqlite::{Row, named_params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::evidence::PAGE_MAX;
use crate::{Instant, Result, Store, Viewer, blind};

/// Which repositories, a page at a time.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RepositoryQuery {
    /// Which snapshot.
    pub snapshot_id: SnapshotId,
    /// Only those whose `owner/name` contains this, in any case; empty for all.
    pub text: String,
    /// First row of the page.
    pub offset: u32,
    /// Rows of the page; at most 500.
    pub limit: u32,
}

/// A page of repositories.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RepositoryPage {
    /// How many there are in all.
    pub total: u32,
    /// Chosen here, then pinned, then the rest of the subject's own, forks, those of no known owner, and other people's; newest first in each.
    pub rows: Vec<RepositoryRow>,
}

/// Where a repository stands in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum RepositoryGroup {
    /// Marked by a person here as worth reading.
    Chosen,
    /// Pinned by its owner.
    Pinned,
    /// Another of the subject's own.
    Own,
    /// The subject's fork of somebody else's.
    Fork,
    /// A git repository of which no owner is known.
    Unowned,
    /// Somebody else's, where the subject worked.
    Elsewhere,
}

impl RepositoryGroup {
    fn of(rank: u32) -> Self {
        match rank {
            0 => Self::Chosen,
            1 => Self::Pinned,
            2 => Self::Own,
            3 => Self::Fork,
            4 => Self::Unowned,
            _ => Self::Elsewhere,
        }
    }
}

/// How many records of each readable kind a snapshot has of a repository.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RepositoryCounts {
    /// READMEs.
    pub readmes: u32,
    /// Listings of files.
    pub trees: u32,
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

/// A repository in one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RepositoryRow {
    /// `owner/name`.
    pub repo: String,
    /// Its own record; `None` where only other records name it.
    pub evidence_id: Option<EvidenceId>,
    /// Where it stands in the list.
    pub group: RepositoryGroup,
    /// Whether a person here marked it.
    pub chosen: bool,
    /// Whether its owner pinned it; `None` where the snapshot does not tell.
    pub pinned: Option<bool>,
    /// Description; empty where there is none or the snapshot does not tell.
    pub description: String,
    /// Main language.
    pub language: Option<String>,
    /// Whether it is a fork.
    pub fork: Option<bool>,
    /// Whether it is archived.
    pub archived: Option<bool>,
    /// Stars. Popularity, not quality.
    pub stars: Option<u32>,
    /// When it was last pushed to, or else changed.
    pub at: Option<Instant>,
    /// What there is of it to read.
    pub counts: RepositoryCounts,
}

/// One pass over the index for the counts, one over the repositories' own records; nothing is asked row by row.
const LIST: &str = "WITH counted AS (
        SELECT repo, sum(kind = 'readme') AS readmes, sum(kind = 'tree') AS trees, sum(kind = 'commit') AS commits,
            sum(kind = 'pull-request') AS pulls, sum(kind = 'comment') AS comments, sum(kind = 'issue') AS issues,
            sum(kind = 'release') AS releases
        FROM evidence WHERE snapshot_id = :snapshot AND repo IS NOT NULL
            AND kind IN ('repository', 'readme', 'tree', 'commit', 'pull-request', 'comment', 'issue', 'release')
        GROUP BY repo),
    found AS (
        SELECT c.*, e.id AS id, e.rowid AS place, e.language AS language, e.fork AS fork, e.stars AS stars, e.at AS at,
            json_extract(e.record, '$.pinned.value') AS pinned,
            json_extract(e.record, '$.archived.value') AS archived,
            json_extract(e.record, '$.description.value') AS description,
            COALESCE(e.author_id = s.account_id, 0) AS own,
            EXISTS (SELECT 1 FROM chosen_repository AS r JOIN candidate_account AS l ON l.candidate_id = r.candidate_id
                    JOIN account AS a ON a.id = l.account_id
                    WHERE l.account_id = s.account_id AND r.host = a.host AND r.repo = c.repo)
                OR EXISTS (SELECT 1 FROM chosen_repository AS r WHERE r.candidate_id = s.candidate_id
                    AND r.host = 'github.com' AND r.repo = c.repo) AS chosen
        FROM counted AS c JOIN snapshot AS s ON s.id = :snapshot AND s.state = 'whole'
        LEFT JOIN evidence AS e ON e.snapshot_id = :snapshot AND e.kind = 'repository' AND e.repo = c.repo
        WHERE :text = '' OR instr(lower(c.repo), lower(:text)) > 0),
    ranked AS (
        SELECT *, CASE WHEN chosen THEN 0 WHEN pinned = 1 THEN 1 WHEN own AND COALESCE(fork, 0) = 0 THEN 2
                       WHEN own THEN 3 WHEN instr(repo, '/') = 0 THEN 4 ELSE 5 END AS rank
        FROM found)";

/// A page of the repositories of a snapshot.
pub fn repository_list(store: &Store, viewer: Viewer, query: &RepositoryQuery) -> Result<RepositoryPage> {
    let text = query.text.trim();
    store.read(viewer, |conn| {
        blind::ensure_snapshot(conn, query.snapshot_id)?;
        let total = conn
            .prepare_cached(&format!("{LIST} SELECT count(*) FROM ranked"))?
            .query_row(named_params! {":snapshot": query.snapshot_id.0, ":text": text}, |row| row.get(0))?;
        let mut statement = conn.prepare_cached(&format!(
            "{LIST} SELECT repo, id, rank, chosen, pinned, description, language, fork, archived,
                min(stars, 4294967295), at, readmes, trees, commits, pulls, comments, issues, releases
             FROM ranked ORDER BY rank, at DESC, lower(repo) LIMIT :limit OFFSET :offset"
        ))?;
        let rows = statement.query_map(
            named_params! {
                ":snapshot": query.snapshot_id.0, ":text": text,
                ":limit": query.limit.min(PAGE_MAX), ":offset": query.offset,
            },
            row,
        )?;
        Ok(RepositoryPage { total, rows: rows.collect::<rusqlite::Result<_>>()? })
    })
}

fn row(row: &Row<'_>) -> rusqlite::Result<RepositoryRow> {
    Ok(RepositoryRow {
        repo: row.get(0)?,
        evidence_id: row.get::<_, Option<Uuid>>(1)?.map(EvidenceId),
        group: RepositoryGroup::of(row.get(2)?),
        chosen: row.get(3)?,
        pinned: row.get(4)?,
        description: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
        language: row.get(6)?,
        fork: row.get(7)?,
        archived: row.get(8)?,
        stars: row.get(9)?,
        at: row.get(10)?,
        counts: RepositoryCounts {
            readmes: row.get(11)?,
            trees: row.get(12)?,
            commits: row.get(13)?,
            pull_requests: row.get(14)?,
            comments: row.get(15)?,
            issues: row.get(16)?,
            releases: row.get(17)?,
        },
    })
}
