//! Groups that candidates gave of their own accord.

use assay_domain::ids::CandidateId;
use rusqlite::{Connection, params};
use uuid::Uuid;

use crate::digests::Digests;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer};

const GIVE: Op = Op("group.give");
const WITHDRAW: Op = Op("group.withdraw");

/// Characters of a category or a group at most.
const WORD: usize = 100;

/// Keeps what a candidate said of themselves: in `category` ("gender", "age") they belong to `group`. Another answer in the
/// same category takes its place. Nothing that can be read says that this candidate answered.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Invalid`] where a word is empty or too long.
pub fn give(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
    category: &str,
    group: &str,
) -> Result<Done<()>> {
    let (category, group) = (word("category", category)?.to_lowercase(), word("group", group)?);
    store.transact(GIVE, viewer, at, |tx| {
        let subject = known(tx, candidate)?;
        tx.execute(
            "INSERT INTO voluntary_group (subject, category, group_name) VALUES (?1, ?2, ?3)
             ON CONFLICT (subject, category) DO UPDATE SET group_name = excluded.group_name",
            params![subject, category, group],
        )?;
        note(tx)
    })
}

/// Takes back everything that a candidate gave.
///
/// Errors: [`EngineError::NotFound`] of the candidate. Where there is nothing to take back, nothing is said.
pub fn withdraw(store: &Store, viewer: Viewer, at: Instant, candidate: CandidateId) -> Result<Done<()>> {
    store.transact(WITHDRAW, viewer, at, |tx| {
        known(tx, candidate)?;
        forget(tx, candidate.0)?;
        note(tx)
    })
}

/// Removes what the candidate gave.
pub(crate) fn forget(conn: &Connection, candidate: Uuid) -> Result<()> {
    let subject = Digests::of(conn)?.volunteer(candidate);
    conn.execute("DELETE FROM voluntary_group WHERE subject = ?1", [subject])?;
    Ok(())
}

/// The journal's entry is about the workspace: it must not say whose answer it was.
fn note(tx: &mut Tx<'_>) -> Result<()> {
    let workspace: Uuid = tx.query_row("SELECT id FROM workspace", [], |row| row.get(0))?;
    tx.record(Noun::Impact, workspace, &[], &serde_json::json!({}))
}

fn known(conn: &Connection, candidate: CandidateId) -> Result<Vec<u8>> {
    let there: bool = conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM candidate WHERE id = ?1)")?
        .query_row([candidate.0], |row| row.get(0))?;
    if there {
        Ok(Digests::of(conn)?.volunteer(candidate.0))
    } else {
        Err(EngineError::not_found("candidate", candidate))
    }
}

fn word<'a>(what: &str, text: &'a str) -> Result<&'a str> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > WORD || text.chars().any(char::is_control) {
        return Err(EngineError::invalid(
            format!("the {what} must be a word of at most {WORD} characters"),
            "Use the words in which candidates were asked.",
        ));
    }
    Ok(text)
}
