//! Keeping a version of a kit in the workspace, whole: its canonical text and its files.

use assay_domain::kit::KitName;
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{Bundle, find};
use crate::rubrics::kits as builtin;
use crate::store::{Noun, Tx};
use crate::{EngineError, Result};

/// Keeps a version that there is. The same one again changes nothing; gives its name for people.
///
/// Errors: [`EngineError::NotFound`] where there is none of this name, [`EngineError::Conflict`] where this Assay brings the
/// same id and version with other contents than the workspace keeps.
pub(crate) fn keep_in(tx: &mut Tx<'_>, name: &KitName) -> Result<String> {
    let bundle = find(tx, name)?;
    let canonical = bundle.kit.canonical();
    let hash = hash(&bundle, &canonical);
    if let Some(known) = hash_of(tx, name)? {
        let shipped = builtin()?.iter().find(|one| one.kit.name() == *name);
        let same = shipped.is_none_or(|one| self::hash(one, &one.kit.canonical()) == known);
        return if same { Ok(bundle.kit.title) } else { Err(other_contents(&bundle)) };
    }
    tx.execute(
        "INSERT INTO kit (id, version, title, kind, hash, canonical) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![name.id, name.version, bundle.kit.title, bundle.kit.kind.slug(), hash, canonical],
    )?;
    for (path, content) in &bundle.files {
        tx.prepare_cached(
            "INSERT INTO kit_file (kit_id, kit_version, path, content) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![name.id, name.version, path, content])?;
    }
    let payload = serde_json::json!({
        "kit": name.id, "version": name.version, "title": bundle.kit.title, "hash": crate::store::hex(&hash),
    });
    tx.record(Noun::Kit, subject(&hash), &[], &payload)?;
    Ok(bundle.kit.title)
}

fn other_contents(bundle: &Bundle) -> EngineError {
    EngineError::conflict(
        format!(
            "version {} of the kit \"{}\" is here with other contents",
            bundle.kit.version, bundle.kit.id
        ),
        "A version never changes: give the edited kit the next version.",
    )
}

/// Over the canonical text and every file with its path, each with its length before it.
fn hash(bundle: &Bundle, canonical: &str) -> Vec<u8> {
    let mut digest = Sha256::new();
    let mut part = |bytes: &[u8]| {
        digest.update((bytes.len() as u64).to_be_bytes());
        digest.update(bytes);
    };
    part(canonical.as_bytes());
    for (path, content) in &bundle.files {
        part(path.as_bytes());
        part(content);
    }
    digest.finalize().to_vec()
}

fn hash_of(conn: &Connection, name: &KitName) -> Result<Option<Vec<u8>>> {
    Ok(conn
        .prepare_cached("SELECT hash FROM kit WHERE id = ?1 AND version = ?2")?
        .query_row(params![name.id, name.version], |row| row.get(0))
        .optional()?)
}

/// The journal's id of a version: from its hash, so that it is the same in every workspace.
fn subject(hash: &[u8]) -> Uuid {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
