//! Search over everything the viewer may read: names, logins, bios, repositories, READMEs, notes; and roles by title.

use assay_domain::ids::ApplicationId;
use rusqlite::{Connection, Row, named_params};
use serde::Serialize;
use uuid::Uuid;

use crate::store::{Noun, fts_query, in_title};
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

/// The first hits, roles before all others. Every word must occur; the last one may be a beginning. Nothing for an empty text.
/// A hit in the notes of a scorecard is a reading of it, and noted as one.
pub fn all(store: &Store, viewer: Viewer, at: Instant, text: &str) -> Result<Vec<Hit>> {
    let Some(query) = fts_query(text) else { return Ok(Vec::new()) };
    let (hits, read) = store.read(viewer, |conn| {
        let mut hits = roles(conn, text)?;
        hits.extend(labelled(conn, text)?);
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

/// Candidates hidden from the viewer, by their labels. What names them is not searched: a hit would tell who they are.
fn labelled(conn: &Connection, text: &str) -> Result<Vec<Hit>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, name FROM candidate WHERE blind_label(id) IS NOT NULL
           AND instr(lower(name), lower(trim(:text))) > 0 ORDER BY name LIMIT 10",
    )?;
    let hits = statement
        .query_map(named_params! {":text": text}, |row| {
            let id: Uuid = row.get(0)?;
            Ok(Hit {
                noun: Noun::Candidate,
                id,
                candidate_id: Some(id),
                title: row.get(1)?,
                snippet: String::new(),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(hits)
}

/// Law 4: rows with ratings of an application closed to the viewer are left out before anything is ordered or counted.
/// Hits in titles come first, then candidates, then what was written last. FTS5's own rank (bm25) is not asked: it weighs a
/// word by all rows that hold it, the closed ones too, so that an order by it would tell of them.
/// Gives the hits, and the applications whose notes they show.
fn texts(conn: &Connection, viewer: Viewer, query: &str) -> Result<(Vec<Hit>, Vec<ApplicationId>)> {
    let closed = independence::closed_sql("r.application_id");
    let sql = format!(
        "WITH hit AS MATERIALIZED (SELECT rowid AS row FROM search WHERE search MATCH :query),
         titled AS MATERIALIZED (SELECT rowid AS row FROM search WHERE search MATCH :titled),
         best AS MATERIALIZED (
            SELECT r.row, r.noun, r.subject_id, COALESCE(r.candidate_id, s.candidate_id, link.candidate_id) AS candidate_id,
                   r.application_id, r.row IN titled AS titled, r.noun = 'candidate' AS person
            FROM hit JOIN search_row AS r ON r.row = hit.row
            LEFT JOIN snapshot AS s ON s.id = r.snapshot_id
            LEFT JOIN candidate_account AS link ON link.account_id = s.account_id
            WHERE (r.snapshot_id IS NULL OR s.state = 'whole')
              AND (r.application_id IS NULL OR NOT {closed})
            ORDER BY titled DESC, person DESC, r.row DESC LIMIT :limit)
         SELECT best.noun, best.subject_id, best.candidate_id, search.title,
                snippet(search, 1, char(2), char(3), '…', 14), best.application_id
         FROM best JOIN search ON search.rowid = best.row
         WHERE search MATCH :query
         ORDER BY best.titled DESC, best.person DESC, best.row DESC"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let bound = named_params! {
        ":query": query, ":titled": in_title(query), ":viewer": viewer.0.0, ":limit": HITS,
    };
    let rows = statement.query_map(bound, hit)?;
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

#[cfg(test)]
mod tests;
