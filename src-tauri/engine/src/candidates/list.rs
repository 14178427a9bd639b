//! The table of candidates: sorted, filtered, searched, paged; a bounded number of queries for a page.

mod sql;

use std::collections::HashMap;

use assay_domain::candidate::SourceKind;
use assay_domain::ids::{CandidateId, RoleId};
use assay_domain::stage::Stage;
use rusqlite::{Connection, OptionalExtension as _, named_params, params_from_iter};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::ApplicationBrief;
use crate::store::column;
use crate::store::{fts_query, in_title};
use crate::{Instant, Result, Store, Viewer, applications};

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum SortKey {
    /// Name.
    #[default]
    Name,
    /// When they were added.
    Added,
    /// The furthest stage of their applications.
    Stage,
    /// Source.
    Source,
    /// Date of the newest snapshot.
    Snapshot,
}

/// What is asked of the table.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CandidateQuery {
    /// Words that must occur; empty for all.
    pub text: String,
    /// Only from this source.
    pub source: Option<SourceKind>,
    /// Only with an application in this stage.
    pub stage: Option<Stage>,
    /// Only with an application for this role.
    pub role_id: Option<RoleId>,
    /// Only with repositories in this language.
    pub language: Option<String>,
    /// Only with (or only without) a do-not-contact mark.
    #[serde(default)]
    pub do_not_contact: Option<bool>,
    /// Order.
    pub sort: SortKey,
    /// The other way round.
    pub descending: bool,
    /// First row of the page.
    pub offset: u32,
    /// Rows of the page; at most 500.
    pub limit: u32,
}

/// A page of the table.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CandidatePage {
    /// How many there are in all.
    pub total: u32,
    /// The page.
    pub rows: Vec<CandidateRow>,
    /// Languages to filter by.
    pub languages: Vec<String>,
}

/// A row of the table.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CandidateRow {
    /// Id.
    pub id: CandidateId,
    /// Name.
    pub name: String,
    /// One line about them.
    pub headline: String,
    /// Logins of their accounts.
    pub logins: Vec<String>,
    /// Whether they are not to be contacted.
    pub do_not_contact: bool,
    /// Where they came from.
    pub source: SourceKind,
    /// Applications, newest first.
    pub applications: Vec<ApplicationBrief>,
    /// Languages of their repositories, the most frequent first; at most five.
    pub languages: Vec<String>,
    /// Newest date of their newest snapshot.
    pub snapshot_at: Option<Instant>,
    /// When they were added.
    pub added_at: Instant,
    /// Where the searched words stand, U+0002 and U+0003 round each hit.
    pub match_snippet: Option<String>,
}

/// A page of the table.
pub fn list(store: &Store, viewer: Viewer, query: &CandidateQuery) -> Result<CandidatePage> {
    let text = fts_query(&query.text);
    store.read(viewer, |conn| {
        let (total, mut rows, hits) = page(conn, viewer, query, text.as_deref())?;
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id.0).collect();
        if let Some(text) = &text {
            add_snippets(conn, text, &mut rows, &hits)?;
        }
        let place: HashMap<Uuid, usize> = ids.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        add_texts(conn, sql::LOGINS, &ids, |id, login| rows[place[&id]].logins.push(login))?;
        add_texts(conn, sql::ROW_LANGUAGES, &ids, |id, language| {
            let languages = &mut rows[place[&id]].languages;
            if languages.len() < 5 {
                languages.push(language);
            }
        })?;
        for (id, brief) in applications::briefs(conn, &ids)? {
            rows[place[&id]].applications.push(brief);
        }
        Ok(CandidatePage { total, rows, languages: languages(conn)? })
    })
}

type Page = (u32, Vec<CandidateRow>, Vec<Option<i64>>);

fn page(conn: &Connection, viewer: Viewer, query: &CandidateQuery, text: Option<&str>) -> Result<Page> {
    let text = text.unwrap_or_default();
    let source = query.source.map(SourceKind::as_str);
    let stage = query.stage.map(Stage::as_str);
    let role = query.role_id.map(|id| id.0);
    let sql = sql::page(query, !text.is_empty());
    let mut statement = conn.prepare_cached(&sql)?;
    let (titled, limit) = (in_title(text), query.limit.min(500));
    let searched =
        named_params! {":viewer": viewer.0.0, ":text": text, ":titled": titled, ":typed": query.text};
    let mut params = named_params! {
        ":source": source, ":stage": stage, ":role": role,
        ":language": query.language, ":marked": query.do_not_contact, ":limit": limit, ":offset": query.offset,
    }
    .to_vec();
    if !text.is_empty() {
        params.extend_from_slice(searched);
    }
    let mut found = statement.query(params.as_slice())?;
    let (mut rows, mut hits, mut total) = (Vec::new(), Vec::new(), 0);
    while let Some(row) = found.next()? {
        rows.push(CandidateRow {
            id: CandidateId(row.get(0)?),
            name: row.get(1)?,
            headline: row.get(2)?,
            logins: Vec::new(),
            do_not_contact: row.get(8)?,
            source: column::word(row, 3)?,
            applications: Vec::new(),
            languages: Vec::new(),
            snapshot_at: row.get(5)?,
            added_at: row.get(4)?,
            match_snippet: None,
        });
        hits.push(row.get(6)?);
        total = row.get(7)?;
    }
    if rows.is_empty() && query.offset > 0 {
        let first = CandidateQuery { offset: 0, limit: 1, ..query.clone() };
        total = page(conn, viewer, &first, Some(text))?.0;
    }
    Ok((total, rows, hits))
}

/// A hit in the notes of a scorecard finds its candidate, and is read where reading it is noted (law 4), not here.
fn add_snippets(
    conn: &Connection,
    text: &str,
    rows: &mut [CandidateRow],
    hits: &[Option<i64>],
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT snippet(search, -1, char(2), char(3), '…', 16) FROM search WHERE search MATCH ?1 AND rowid = ?2
           AND NOT EXISTS (SELECT 1 FROM search_row WHERE row = ?2 AND application_id IS NOT NULL)",
    )?;
    for (row, hit) in rows.iter_mut().zip(hits) {
        if let Some(hit) = hit {
            row.match_snippet =
                statement.query_row(rusqlite::params![text, hit], |row| row.get(0)).optional()?;
        }
    }
    Ok(())
}

fn add_texts(conn: &Connection, sql: &str, ids: &[Uuid], mut add: impl FnMut(Uuid, String)) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let mut statement = conn.prepare(&sql.replace("{ids}", &column::marks(ids.len())))?;
    let mut rows = statement.query(params_from_iter(ids))?;
    while let Some(row) = rows.next()? {
        add(row.get(0)?, row.get(1)?);
    }
    Ok(())
}

fn languages(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(sql::LANGUAGES)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
