//! One record, opened: its text, where it stands, and its further fields.

use assay_domain::evidence::FactState;
use assay_domain::ids::{EvidenceId, SnapshotId};
use assay_domain::import::Record;
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use serde::Serialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::evidence::{COLUMNS, EvidenceRow, FROM, row};
use super::show::profile_fields;
use super::{EvidenceKind, ProfileField, render};
use crate::store::column;
use crate::{EngineError, Result, Store, Viewer};

/// One record, opened.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct EvidenceDetail {
    /// In one row.
    pub row: EvidenceRow,
    /// The snapshot it is in.
    pub snapshot_id: SnapshotId,
    /// The whole text: foreign, plain.
    pub body: String,
    /// The text rendered and sanitised, where it is Markdown and marked up; else empty. Only for a sandboxed frame.
    pub html: String,
    /// Where a comment stands; `None` for what is no comment.
    pub place: Option<CommentPlace>,
    /// The pull request or issue that it belongs to, where this snapshot has it.
    pub conversation: Option<EvidenceId>,
    /// Further fields, each in one of its states.
    pub fields: Vec<ProfileField>,
}

/// Where a comment stands. What the source does not tell is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CommentPlace {
    /// Number of the pull request or issue.
    pub number: Option<u32>,
    /// File.
    pub path: Option<String>,
    /// Line in it.
    pub line: Option<u32>,
    /// Commit.
    pub commit: Option<String>,
    /// The piece of the difference above it.
    pub hunk: Option<String>,
}

/// What is read of one record beside its row.
pub(super) struct Opened {
    pub row: EvidenceRow,
    pub snapshot_id: SnapshotId,
    pub body: String,
    pub record: Value,
}

/// Columns of [`opened`]: those of a row, then the rest.
pub(super) fn opened_columns() -> String {
    format!("{COLUMNS}, e.snapshot_id, e.body, e.record")
}

/// A record with its text, from [`opened_columns`].
pub(super) fn opened(found: &Row<'_>) -> rusqlite::Result<Opened> {
    Ok(Opened {
        row: row(found)?,
        snapshot_id: SnapshotId(found.get::<_, Uuid>(13)?),
        body: found.get(14)?,
        record: column::json(found, 15)?,
    })
}

/// One record with its text, or [`EngineError::NotFound`].
pub(super) fn open(conn: &Connection, id: EvidenceId) -> Result<Opened> {
    conn.prepare_cached(&format!("SELECT {} FROM {FROM} WHERE e.id = ?1", opened_columns()))?
        .query_row([id.0], opened)
        .optional()?
        .ok_or_else(|| EngineError::not_found("evidence", id))
}

/// One record, or [`EngineError::NotFound`].
pub fn evidence_show(store: &Store, viewer: Viewer, id: EvidenceId) -> Result<EvidenceDetail> {
    store.read(viewer, |conn| {
        let found = open(conn, id)?;
        let html = html(&found.row, &found.body);
        let place = place(&found.row, &found.record);
        let conversation = conversation_of(conn, &found, place.as_ref())?;
        let record = crate::imports::refs::restore(conn, found.record)?;
        let fields = fields(&record, place.is_some());
        Ok(EvidenceDetail {
            row: found.row,
            snapshot_id: found.snapshot_id,
            body: found.body,
            html,
            place,
            conversation,
            fields,
        })
    })
}

/// A pull request or issue is its own conversation; a comment belongs to the one with its number.
fn conversation_of(
    conn: &Connection,
    found: &Opened,
    place: Option<&CommentPlace>,
) -> Result<Option<EvidenceId>> {
    if matches!(found.row.kind, EvidenceKind::PullRequest | EvidenceKind::Issue) {
        return Ok(Some(found.row.id));
    }
    let (Some(number), Some(repo)) = (place.and_then(|place| place.number), &found.row.repo) else {
        return Ok(None);
    };
    let id: Option<Uuid> = conn
        .prepare_cached(
            "SELECT id FROM evidence WHERE snapshot_id = ?1 AND kind IN ('pull-request', 'issue') AND repo = ?2
             AND address = ?3 LIMIT 1",
        )?
        .query_row(params![found.snapshot_id.0, repo, format!("{repo}#{number}")], |row| row.get(0))
        .optional()?;
    Ok(id.map(EvidenceId))
}

/// The text rendered, where it is Markdown. A README has its frame also where nothing is marked up.
pub(super) fn html(row: &EvidenceRow, body: &str) -> String {
    match row.kind {
        EvidenceKind::Readme if is_markdown_file(&row.address) => render::markdown(body),
        EvidenceKind::PullRequest | EvidenceKind::Issue | EvidenceKind::Comment | EvidenceKind::Release => {
            render::markdown_if_marked(body)
        }
        _ => String::new(),
    }
}

/// A file is Markdown where its name says so, or says nothing.
fn is_markdown_file(address: &str) -> bool {
    let name = address.rsplit(['/', ':']).next().unwrap_or_default().to_lowercase();
    [".md", ".markdown", ".mkd"].iter().any(|end| name.ends_with(end)) || !name.contains('.')
}

/// Where a comment stands.
pub(super) fn place(row: &EvidenceRow, record: &Value) -> Option<CommentPlace> {
    if row.kind != EvidenceKind::Comment {
        return None;
    }
    let number = |field: &str| record.get(field)?.as_u64().and_then(|number| u32::try_from(number).ok());
    let text = |field: &str| record.get(field)?.as_str().map(str::to_string);
    Some(CommentPlace {
        number: number("number"),
        path: text("path"),
        line: number("line"),
        commit: text("commit"),
        hunk: text("diff_hunk"),
    })
}

/// The plain values of a record; those that are objects of their own (accounts, texts shown elsewhere) are left out.
pub(super) fn fields(record: &Value, placed: bool) -> Vec<ProfileField> {
    if let Ok(Record::Subject(profile)) = serde_json::from_value(record.clone()) {
        return profile_fields(&profile);
    }
    let elsewhere: &[&str] = if placed { &["path", "line", "commit", "diff_hunk"] } else { &["paths"] };
    let skip = ["record", "text", "body", "message", "title", "name"];
    let Some(object) = record.as_object() else { return Vec::new() };
    object
        .iter()
        .filter(|(name, _)| !skip.contains(&name.as_str()) && !elsewhere.contains(&name.as_str()))
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

fn login(object: &Map<String, Value>) -> Option<String> {
    object.get("login").and_then(Value::as_str).map(str::to_string)
}
