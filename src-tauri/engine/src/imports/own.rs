//! The subject under its login alone: some shapes name a repository's owner without the numeric id. Inside one snapshot,
//! taken at one time, that login is the subject's; across snapshots it proves nothing, and accounts stay apart.

use assay_domain::import::AccountRef;
use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

use crate::{Result, accounts};

/// Has the records of a snapshot that name its subject by login name the subject's account.
pub(super) fn claim(tx: &Connection, snapshot: Uuid, subject: &AccountRef, account: Uuid) -> Result<()> {
    let nameless: Option<Uuid> = tx
        .prepare_cached(
            "SELECT id FROM account
             WHERE host = ?1 AND lower(login) = lower(?2) AND github_id IS NULL AND erased = 0 AND id <> ?3",
        )?
        .query_row(params![subject.host, subject.login, account], |row| row.get(0))
        .optional()?;
    let Some(nameless) = nameless else { return Ok(()) };
    tx.execute(
        "UPDATE evidence SET record = replace(record, ?3, ?4)
         WHERE snapshot_id = ?1 AND id IN (SELECT evidence_id FROM evidence_account WHERE account_id = ?2)",
        params![snapshot, nameless, nameless.to_string(), account.to_string()],
    )?;
    tx.execute(
        "UPDATE evidence SET author_id = ?3 WHERE snapshot_id = ?1 AND author_id = ?2",
        params![snapshot, nameless, account],
    )?;
    tx.execute(
        "INSERT OR IGNORE INTO evidence_account (account_id, evidence_id)
         SELECT ?3, n.evidence_id FROM evidence_account AS n JOIN evidence AS e ON e.id = n.evidence_id
         WHERE n.account_id = ?2 AND e.snapshot_id = ?1",
        params![snapshot, nameless, account],
    )?;
    tx.execute(
        "DELETE FROM evidence_account
         WHERE account_id = ?2 AND evidence_id IN (SELECT id FROM evidence WHERE snapshot_id = ?1)",
        params![snapshot, nameless],
    )?;
    accounts::forget(tx, nameless)
}
