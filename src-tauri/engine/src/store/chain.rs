//! The journal's chain: canonical bytes, digests and hashes.
//!
//! An entry's digest is HMAC-SHA256 (RFC 2104) of its payload under the key of its subject; its hash is SHA-256 over the
//! hash before and every field, each with its length, so that no two entries have the same bytes.

use hmac::{Hmac, KeyInit as _, Mac as _};
use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::keys::random;
use crate::Result;

const DOMAIN: &[u8] = b"assay journal 1";

/// The hash before the first entry.
pub const GENESIS: [u8; 32] = [0; 32];

/// An entry's fields, as they are hashed.
pub struct Link<'a> {
    pub sequence: i64,
    pub action: Uuid,
    /// As stored.
    pub at: &'a str,
    pub person: Option<Uuid>,
    pub op: &'a str,
    pub noun: &'a str,
    pub subject: Uuid,
    pub ids: &'a [Uuid],
    pub digest: &'a [u8],
}

/// Hash of an entry after `previous`.
pub fn hash(previous: &[u8], link: &Link<'_>) -> [u8; 32] {
    let mut hasher = Sha256::new();
    let mut field = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    field(DOMAIN);
    field(previous);
    field(&link.sequence.to_be_bytes());
    field(link.action.as_bytes());
    field(link.at.as_bytes());
    field(link.person.as_ref().map_or(&[][..], |id| id.as_bytes()));
    field(link.op.as_bytes());
    field(link.noun.as_bytes());
    field(link.subject.as_bytes());
    for id in link.ids {
        field(id.as_bytes());
    }
    field(link.digest);
    hasher.finalize().into()
}

/// Digest of a payload under its subject's key.
pub fn digest(key: &[u8], payload: &str) -> Vec<u8> {
    // HMAC takes keys of any length; the error type exists for other constructions.
    Hmac::<Sha256>::new_from_slice(key)
        .map(|mac| mac.chain_update(payload.as_bytes()).finalize().into_bytes().to_vec())
        .unwrap_or_default()
}

/// The subject's key, made at its first entry.
pub fn subject_key(conn: &Connection, subject: Uuid) -> Result<Vec<u8>> {
    let known = conn
        .prepare_cached("SELECT key FROM subject_key WHERE subject_id = ?1")?
        .query_row([subject], |row| row.get::<_, Vec<u8>>(0))
        .optional()?;
    if let Some(key) = known {
        return Ok(key);
    }
    let mut key = [0u8; 32];
    random(&mut key)?;
    conn.prepare_cached("INSERT INTO subject_key (subject_id, key) VALUES (?1, ?2)")?
        .execute(params![subject, key])?;
    Ok(key.to_vec())
}

/// Sequence and hash of the newest entry.
pub fn head(conn: &Connection) -> Result<(i64, Vec<u8>)> {
    let head = conn
        .prepare_cached("SELECT sequence, hash FROM journal_head WHERE one = 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(head.unwrap_or((0, GENESIS.to_vec())))
}
