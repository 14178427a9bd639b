//! People who came in with a list or an import that is taken back: nothing of them stays that nobody could erase.
//!
//! It is an erasure with a receipt of its own, in the action of the undo. Unlike that of a candidate it looks for nobody's
//! name in texts about others: whoever was added twice by mistake is here still, under the same name.

use std::collections::BTreeSet;

use assay_domain::ids::ReceiptId;
use rusqlite::Connection;
use uuid::Uuid;

use super::{Content, gather, issue, remove};
use crate::journal::{ERASE, Entry};
use crate::store::{ErasureRecord, Noun, Tx};
use crate::{Instant, Result, Store, accounts};

/// What stands in the receipt as the reason.
const REASON: &str = "a list or an import was taken back";

/// The accounts of those whom the entries are about; to be read before they are taken back.
pub(crate) fn accounts_of(conn: &Connection, entries: &[Entry]) -> Result<Vec<Uuid>> {
    let mut accounts = Vec::new();
    for entry in entries.iter().filter(|entry| entry.noun == Noun::Candidate) {
        let sql = "SELECT account_id FROM candidate_account WHERE candidate_id = ?1";
        accounts.extend(gather::ids(conn, sql, entry.subject)?);
    }
    Ok(accounts)
}

/// Those who came in with what was taken back and are erased.
pub(crate) struct TakenBack {
    /// How many people they are.
    pub people: usize,
    /// The first entry taken back: in older backups they are not.
    since: i64,
}

impl TakenBack {
    /// Finishes their erasure in the files, once it is committed; nothing is to be done where they are none.
    ///
    /// Errors: as [`erase`](super::erase).
    pub fn finish(&self, store: &Store, at: Instant) -> Result<()> {
        if self.people == 0 {
            return Ok(());
        }
        let done = "it is taken back, and those who came in with it are erased from the workspace";
        super::finish(store, at, self.since, done)
    }
}

/// Erases what the journal tells of those of the entries who are here no more, and their accounts unless something else
/// refers to them. It is to be finished after the commit.
pub(crate) fn forget(
    store: &Store,
    tx: &mut Tx<'_>,
    at: Instant,
    entries: &[Entry],
    accounts: &[Uuid],
) -> Result<TakenBack> {
    let since = entries.iter().map(|entry| entry.sequence).min().unwrap_or_default();
    let mut people = BTreeSet::new();
    let mut subjects = BTreeSet::new();
    for entry in entries {
        let sql = match entry.noun {
            Noun::Candidate => "SELECT id FROM candidate WHERE id = ?1",
            Noun::Snapshot => "SELECT id FROM snapshot WHERE id = ?1",
            _ => continue,
        };
        if tx.prepare_cached(sql)?.exists([entry.subject])? {
            continue;
        }
        subjects.insert(entry.subject);
        if entry.noun == Noun::Candidate {
            people.insert(entry.subject);
            subjects.extend(gather::told(tx, entry.subject)?);
        }
    }
    let Some(first) = people.first().copied() else {
        return Ok(TakenBack { people: 0, since });
    };
    accounts.iter().try_for_each(|account| accounts::forget(tx, *account))?;
    let subjects: Vec<Uuid> = subjects.into_iter().collect();
    let entries = remove::journal(tx, &subjects)?;
    let content = Content {
        reason: REASON.into(),
        reason_redacted: false,
        erased: vec![("people who were taken back".into(), count(people.len()))],
        redacted_elsewhere: 0,
        not_searched: None,
        backups_replaced: count(store.backups_since(since)?.len()),
    };
    let id = ReceiptId(Uuid::now_v7());
    issue(tx, at, id, &content)?;
    tx.record_as(ERASE, Noun::Candidate, first, &[id.0], &ErasureRecord { subjects, entries })?;
    Ok(TakenBack { people: people.len(), since })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
