//! Search over everything the viewer may read: names, logins, bios, repositories, READMEs, notes; and roles by title.

use assay_domain::ids::ApplicationId;
use rusqlite::{Connection, Row, named_params};
use serde::Serialize;
use uuid::Uuid;

use crate::store::{Noun, fts_query};
use crate::{EngineError, Instant, Result, Store, Viewer, independence};

const HITS: u32 = 30;
/// Marks round a hit in a snippet; they occur in no text that people write.
pub const MARKS: (char, char) = ('\u{2}', '\u{3}');

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Hit {
    /// What was found.
    pub noun: Noun,
    /// Which.
    pub id: Uuid,
    /// Whose page it leads to.
    pub candidate_id: Option<Uuid>,
    /// Name or title.
    pub title: String,
    /// The text round the hit, which stands between [`MARKS`].
    pub snippet: String,
}

/// The best hits, roles first. Every word must occur; the last one may be a beginning. Nothing for an empty text.
/// A hit in the notes of a scorecard is a reading of it, and noted as one.
pub fn all(store: &Store, viewer: Viewer, at: Instant, text: &str) -> Result<Vec<Hit>> {
    let Some(query) = fts_query(text) else { return Ok(Vec::new()) };
    let (hits, read) = store.read(|conn| {
        let mut hits = roles(conn, text)?;
        let (found, read) = texts(conn, viewer, &query)?;
        hits.extend(found);
        Ok((hits, read))
    })?;
    independence::expose(store, viewer, at, read)?;
    Ok(hits)
}

fn roles(conn: &Connection, text: &str) -> Result<Vec<Hit>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, title FROM role WHERE instr(lower(title), lower(trim(:text))) > 0 ORDER BY open DESC, title LIMIT 5",
    )?;
    let hits = statement
        .query_map(named_params! {":text": text}, |row| {
            Ok(Hit {
                noun: Noun::Role,
                id: row.get(0)?,
                candidate_id: None,
                title: row.get(1)?,
                snippet: String::new(),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(hits)
}

/// Law 4: rows with ratings of an application closed to the viewer are left out before ranking shows anything.
/// Gives the hits, and the applications whose notes they show.
fn texts(conn: &Connection, viewer: Viewer, query: &str) -> Result<(Vec<Hit>, Vec<ApplicationId>)> {
    let closed = independence::closed_sql("r.application_id");
    let sql = format!(
        "SELECT r.noun, r.subject_id, COALESCE(r.candidate_id, link.candidate_id), search.title,
                snippet(search, 1, char(2), char(3), '…', 14), r.application_id
         FROM search
         JOIN search_row AS r ON r.row = search.rowid
         LEFT JOIN snapshot AS s ON s.id = r.snapshot_id
         LEFT JOIN candidate_account AS link ON link.account_id = s.account_id
         WHERE search MATCH :query
           AND (r.snapshot_id IS NULL OR s.state = 'whole')
           AND (r.application_id IS NULL OR NOT {closed})
         ORDER BY bm25(search, 8.0, 1.0) LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows =
        statement.query_map(named_params! {":query": query, ":viewer": viewer.0.0, ":limit": HITS}, hit)?;
    let (mut hits, mut read) = (Vec::new(), Vec::new());
    for row in rows {
        let (noun, hit, application) = row?;
        let noun = Noun::parse(&noun)
            .ok_or_else(|| EngineError::Damaged(format!("the search index names an unknown noun {noun}")))?;
        read.extend(application.map(ApplicationId));
        hits.push(Hit { noun, ..hit });
    }
    Ok((hits, read))
}

fn hit(row: &Row<'_>) -> rusqlite::Result<(String, Hit, Option<Uuid>)> {
    Ok((
        row.get(0)?,
        Hit {
            noun: Noun::Candidate,
            id: row.get(1)?,
            candidate_id: row.get(2)?,
            title: row.get(3)?,
            snippet: row.get(4)?,
        },
        row.get(5)?,
    ))
}
