//! The records of a snapshot, listed page by page and opened one by one.

use assay_domain::evidence::FactState;
use assay_domain::ids::{EvidenceId, SnapshotId};
use assay_domain::import::Record;
use rusqlite::{OptionalExtension as _, Row, named_params};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::show::profile_fields;
use super::{EvidenceKind, ProfileField, render};
use crate::store::column;
use crate::{EngineError, Instant, Result, Store, Viewer};

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

/// One record, opened.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct EvidenceDetail {
    /// In one row.
    pub row: EvidenceRow,
    /// The whole text: foreign, plain.
    pub body: String,
    /// The text rendered and sanitised, where it is Markdown; else empty. Only for a sandboxed frame.
    pub html: String,
    /// Further fields, each in one of its states.
    pub fields: Vec<ProfileField>,
}

const ROW: &str = "SELECT e.id, e.kind, e.address, e.repo, e.title, substr(e.body, 1, 240), e.at, a.login,
        CASE WHEN e.author_id IS NULL THEN NULL ELSE e.author_id = s.account_id END,
        e.state, e.language, min(e.stars, 4294967295), e.fork
    FROM evidence AS e JOIN snapshot AS s ON s.id = e.snapshot_id AND s.state = 'whole'
    LEFT JOIN account AS a ON a.id = e.author_id AND a.erased = 0";

fn row(row: &Row<'_>) -> rusqlite::Result<EvidenceRow> {
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

/// A page of a snapshot's records of one kind.
pub fn evidence_list(store: &Store, _viewer: Viewer, query: &EvidenceQuery) -> Result<EvidencePage> {
    let filter = "e.snapshot_id = :snapshot AND e.kind = :kind AND (:repo IS NULL OR e.repo = :repo)";
    store.read(|conn| {
        let total = conn
            .prepare_cached(&format!(
                "SELECT count(*) FROM evidence AS e JOIN snapshot AS s ON s.id = e.snapshot_id AND s.state = 'whole'
                 WHERE {filter}"
            ))?
            .query_row(
                named_params! {":snapshot": query.snapshot_id.0, ":kind": query.kind.as_str(), ":repo": query.repo},
                |row| row.get(0),
            )?;
        let mut statement = conn.prepare_cached(&format!(
            "{ROW} WHERE {filter} ORDER BY e.at DESC, e.id LIMIT :limit OFFSET :offset"
        ))?;
        let rows = statement.query_map(
            named_params! {
                ":snapshot": query.snapshot_id.0, ":kind": query.kind.as_str(), ":repo": query.repo,
                ":limit": query.limit.min(500), ":offset": query.offset,
            },
            row,
        )?;
        Ok(EvidencePage { total, rows: rows.collect::<rusqlite::Result<_>>()? })
    })
}

/// One record, or [`EngineError::NotFound`].
pub fn evidence_show(store: &Store, _viewer: Viewer, id: EvidenceId) -> Result<EvidenceDetail> {
    store.read(|conn| {
        let found = conn
            .prepare_cached(&format!("{ROW} WHERE e.id = ?1"))?
            .query_row([id.0], row)
            .optional()?
            .ok_or_else(|| EngineError::not_found("evidence", id))?;
        let (body, record): (String, Value) =
            conn.query_row("SELECT body, record FROM evidence WHERE id = ?1", [id.0], |row| {
                Ok((row.get(0)?, column::json(row, 1)?))
            })?;
        let html = if is_markdown(&found) { render::markdown(&body) } else { String::new() };
        let record = crate::imports::refs::restore(conn, record)?;
        Ok(EvidenceDetail { row: found, body, html, fields: fields(&record) })
    })
}

/// Bodies of GitHub's conversations are Markdown; a README is where its name says so, or says nothing.
fn is_markdown(row: &EvidenceRow) -> bool {
    match row.kind {
        EvidenceKind::Readme => {
            let name = row.address.rsplit(['/', ':']).next().unwrap_or_default().to_lowercase();
            [".md", ".markdown", ".mkd"].iter().any(|end| name.ends_with(end)) || !name.contains('.')
        }
        EvidenceKind::PullRequest | EvidenceKind::Issue | EvidenceKind::Comment | EvidenceKind::Release => {
            true
        }
        _ => false,
    }
}

/// The plain values of a record; those that are objects of their own (accounts, texts shown elsewhere) are left out.
fn fields(record: &Value) -> Vec<ProfileField> {
    if let Ok(Record::Subject(profile)) = serde_json::from_value(record.clone()) {
        return profile_fields(&profile);
    }
    let skip = ["record", "text", "body", "message", "title", "name"];
    let Some(object) = record.as_object() else { return Vec::new() };
    object
        .iter()
        .filter(|(name, _)| !skip.contains(&name.as_str()))
        .filter_map(|(name, value)| field(name, value))
        .collect()
}

fn field(name: &str, value: &Value) -> Option<ProfileField> {
    let (state, value) = match value {
        Value::Null => (FactState::Absent, String::new()),
        Value::Object(object) => match object.get("is").and_then(Value::as_str) {
            Some("absent") => (FactState::Absent, String::new()),
            Some("empty") => (FactState::Zero, String::new()),
            Some("value") => (FactState::Known, plain(object.get("value")?)?),
            _ => (FactState::Known, login(object)?),
        },
        other => (FactState::Known, plain(other)?),
    };
    let mut title = name.replace('_', " ");
    if let Some(first) = title.get_mut(0..1) {
        first.make_ascii_uppercase();
    }
    Some(ProfileField { field: name.into(), title, state, value })
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.into()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => {
            Some(values.iter().filter_map(plain).take(100).collect::<Vec<_>>().join(", "))
        }
        Value::Null | Value::Object(_) => None,
    }
}

fn login(object: &serde_json::Map<String, Value>) -> Option<String> {
    object.get("login").and_then(Value::as_str).map(str::to_string)
}
