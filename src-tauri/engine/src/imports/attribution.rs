//! Which commits without an account are the subject's: those whose author's address has the digest of one of theirs. It
//! stands beside the records, and is told anew whenever an address becomes known or is taken back.

use assay_domain::ids::{AccountId, CandidateId, SnapshotId};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::facts;
use crate::Result;
use crate::digests::Digests;
use crate::snapshots::of_candidate_sql;

/// Tells anew whose commits are whose in the snapshots of a candidate. Snapshots without an account are about the
/// candidate's accounts, so that their facts are computed anew in any case.
pub(crate) fn of_candidate(tx: &Connection, candidate: CandidateId) -> Result<()> {
    for (snapshot, direct) in snapshots(tx, &of_candidate_sql("?1"), candidate.0)? {
        if attribute(tx, snapshot)? || direct {
            facts::recompute(tx, snapshot)?;
        }
    }
    Ok(())
}

/// The same for the snapshots of an account.
pub(crate) fn of_account(tx: &Connection, account: AccountId) -> Result<()> {
    for (snapshot, _) in snapshots(tx, "s.account_id = ?1", account.0)? {
        if attribute(tx, snapshot)? {
            facts::recompute(tx, snapshot)?;
        }
    }
    Ok(())
}

/// Tells it, and all facts, anew for the snapshots of an account: it was joined or separated.
pub(crate) fn recompute_of_account(tx: &Connection, account: AccountId) -> Result<()> {
    for (snapshot, _) in snapshots(tx, "s.account_id = ?1", account.0)? {
        recompute(tx, snapshot)?;
    }
    Ok(())
}

/// Tells it, and all facts, anew for one snapshot.
pub(crate) fn recompute(tx: &Connection, snapshot: SnapshotId) -> Result<()> {
    attribute(tx, snapshot)?;
    facts::recompute(tx, snapshot)
}

/// Whole snapshots, and whether each has no account.
fn snapshots(tx: &Connection, filter: &str, id: Uuid) -> Result<Vec<(SnapshotId, bool)>> {
    let mut statement = tx.prepare_cached(&format!(
        "SELECT s.id, s.account_id IS NULL FROM snapshot AS s WHERE s.state = 'whole' AND ({filter})"
    ))?;
    let rows = statement.query_map([id], |row| Ok((SnapshotId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes which commits of a snapshot are the subject's by address; gives whether that changed.
pub(super) fn attribute(tx: &Connection, snapshot: SnapshotId) -> Result<bool> {
    let known = digests(tx, snapshot)?;
    let mut statement = tx.prepare_cached(
        "SELECT e.id, e.author_digest, EXISTS (SELECT 1 FROM attribution AS t WHERE t.evidence_id = e.id)
         FROM evidence AS e WHERE e.snapshot_id = ?1 AND e.kind = 'commit' AND e.author_digest IS NOT NULL",
    )?;
    let mut rows = statement.query([snapshot.0])?;
    let (mut add, mut remove) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let (id, digest, attributed): (Uuid, Vec<u8>, bool) = (row.get(0)?, row.get(1)?, row.get(2)?);
        match (known.contains(&digest), attributed) {
            (true, false) => add.push(id),
            (false, true) => remove.push(id),
            _ => {}
        }
    }
    for id in &add {
        tx.prepare_cached("INSERT INTO attribution (evidence_id) VALUES (?1)")?.execute([id])?;
    }
    for id in &remove {
        tx.prepare_cached("DELETE FROM attribution WHERE evidence_id = ?1")?.execute([id])?;
    }
    Ok(!add.is_empty() || !remove.is_empty())
}

/// Digests of the addresses that the snapshot's subject made known: in profiles of the account, and to us.
fn digests(tx: &Connection, snapshot: SnapshotId) -> Result<Vec<Vec<u8>>> {
    let digests = Digests::of(tx)?;
    let mut statement = tx.prepare_cached(
        "SELECT p.profile ->> '$.email.value' FROM snapshot AS s JOIN snapshot AS p ON p.account_id = s.account_id
         WHERE s.id = ?1 AND p.profile ->> '$.email.is' = 'value'
         UNION SELECT c.email FROM snapshot AS s LEFT JOIN candidate_account AS ca ON ca.account_id = s.account_id
         JOIN candidate AS c ON c.id = COALESCE(s.candidate_id, ca.candidate_id) WHERE s.id = ?1",
    )?;
    let rows = statement.query_map(params![snapshot.0], |row| row.get::<_, String>(0))?;
    let addresses: Vec<String> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(addresses.iter().filter_map(|address| digests.address(address)).collect())
}
