//! Keeping a rubric version in the workspace: its canonical text under (id, version, hash).

use assay_domain::rubric::Rubric;
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{RubricSummary, builtin};
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer};

const KEEP: Op = Op("rubric.keep");

/// Keeps a rubric version. The same one again changes nothing.
///
/// Errors: [`EngineError::Invalid`] where it breaks a rule of rubrics, [`EngineError::Conflict`] where the same id and
/// version stand here with another text.
pub fn keep(store: &Store, viewer: Viewer, at: Instant, rubric: &Rubric) -> Result<Done<RubricSummary>> {
    crate::plans::refuse(rubric.check())?;
    store.transact(KEEP, viewer, at, |tx| {
        keep_in(tx, rubric)?;
        Ok(RubricSummary::of(rubric))
    })
}

/// The hash of a rubric version: that of its canonical text, the same in every workspace.
pub(crate) fn hash(rubric: &Rubric) -> [u8; 32] {
    Sha256::digest(rubric.canonical().as_bytes()).into()
}

/// [`keep`] inside another write.
pub(crate) fn keep_in(tx: &mut Tx<'_>, rubric: &Rubric) -> Result<()> {
    let canonical = rubric.canonical();
    let hash = hash(rubric);
    if let Some(known) = hash_of(tx, &rubric.id, rubric.version)? {
        return if known == hash.as_slice() { Ok(()) } else { Err(another_text(rubric)) };
    }
    let shipped = builtin()?.iter().find(|one| one.id == rubric.id && one.version == rubric.version);
    if shipped.is_some_and(|shipped| shipped.canonical() != canonical) {
        return Err(another_text(rubric));
    }
    tx.execute(
        "INSERT INTO rubric (id, version, title, kind, hash, canonical) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![rubric.id, rubric.version, rubric.title, rubric.kind.slug(), hash.as_slice(), canonical],
    )?;
    let payload = serde_json::json!({
        "rubric": rubric.id, "version": rubric.version, "title": rubric.title, "hash": crate::store::hex(&hash),
    });
    tx.record(Noun::Rubric, subject(&hash), &[], &payload)
}

fn another_text(rubric: &Rubric) -> EngineError {
    EngineError::conflict(
        format!("version {} of the rubric \"{}\" is here with another text", rubric.version, rubric.id),
        "A version never changes: give the edited rubric the next version.",
    )
}

fn hash_of(conn: &Connection, id: &str, version: u32) -> Result<Option<Vec<u8>>> {
    Ok(conn
        .prepare_cached("SELECT hash FROM rubric WHERE id = ?1 AND version = ?2")?
        .query_row(params![id, version], |row| row.get(0))
        .optional()?)
}

/// The journal's id of a rubric version: from its hash, so that it is the same in every workspace.
fn subject(hash: &[u8]) -> Uuid {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
