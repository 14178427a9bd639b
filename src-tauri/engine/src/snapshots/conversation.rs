//! A pull request or an issue read as it was held: its text, then comments, reviews and review comments in order.

use assay_domain::ids::EvidenceId;
use rusqlite::{Connection, named_params};
use serde::Serialize;

use super::detail::{self, CommentPlace, open, opened, opened_columns};
use super::evidence::{EvidenceRow, FROM, PAGE_MAX};
use crate::{EngineError, Result, Store, Viewer};

/// A page of a conversation.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Conversation {
    /// How many comments and reviews there are in all.
    pub total: u32,
    /// The pull request or issue itself (on the first page), then what was said, oldest first.
    pub parts: Vec<ConversationPart>,
}

/// One utterance.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ConversationPart {
    /// The record.
    pub row: EvidenceRow,
    /// Its whole text: foreign, plain.
    pub body: String,
    /// The text rendered and sanitised, where it is marked up; else empty. Only for a sandboxed frame.
    pub html: String,
    /// Where a comment stands; `None` for the pull request or issue itself.
    pub place: Option<CommentPlace>,
}

/// A page of the conversation of a pull request or issue: `limit` comments (at most 500) from `offset` on.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Invalid`] for a record that has none.
pub fn conversation(
    store: &Store,
    viewer: Viewer,
    id: EvidenceId,
    offset: u32,
    limit: u32,
) -> Result<Conversation> {
    store.read(viewer, |conn| {
        let whole = open(conn, id)?;
        let number = whole.record.get("number").and_then(serde_json::Value::as_u64);
        let (Some(number), Some(repo)) = (number, whole.row.repo.clone()) else {
            return Err(EngineError::invalid(
                "this record has no conversation",
                "Pull requests and issues have one.",
            ));
        };
        let of =
            Of { snapshot: whole.snapshot_id.0, repo, number: i64::try_from(number).unwrap_or(i64::MAX) };
        let total = total(conn, &of)?;
        let mut parts = if offset == 0 { vec![part(whole)] } else { Vec::new() };
        parts.extend(comments(conn, &of, offset, limit)?);
        Ok(Conversation { total, parts })
    })
}

struct Of {
    snapshot: uuid::Uuid,
    repo: String,
    number: i64,
}

const FILTER: &str = "e.snapshot_id = :snapshot AND e.kind = 'comment' AND e.repo = :repo
    AND json_extract(e.record, '$.number') = :number";

fn total(conn: &Connection, of: &Of) -> Result<u32> {
    Ok(conn.prepare_cached(&format!("SELECT count(*) FROM evidence AS e WHERE {FILTER}"))?.query_row(
        named_params! {":snapshot": of.snapshot, ":repo": of.repo, ":number": of.number},
        |row| row.get(0),
    )?)
}

fn comments(conn: &Connection, of: &Of, offset: u32, limit: u32) -> Result<Vec<ConversationPart>> {
    let sql = format!(
        "SELECT {} FROM {FROM} WHERE {FILTER} ORDER BY e.at IS NULL, e.at, e.rowid LIMIT :limit OFFSET :offset",
        opened_columns()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(
        named_params! {
            ":snapshot": of.snapshot, ":repo": of.repo, ":number": of.number,
            ":limit": limit.min(PAGE_MAX), ":offset": offset,
        },
        opened,
    )?;
    rows.map(|found| Ok(part(found?))).collect()
}

fn part(found: detail::Opened) -> ConversationPart {
    let html = detail::html(&found.row, &found.body);
    let place = detail::place(&found.row, &found.record);
    ConversationPart { row: found.row, body: found.body, html, place }
}
