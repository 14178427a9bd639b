//! What came in with a list or an import that is taken back: nothing of it stays that nobody could erase.
//!
//! It is an erasure with a receipt of its own, in the action of the undo. Unlike that of a candidate it looks for nobody's
//! name in texts about others: whoever was added twice by mistake is here still, under the same name.

use std::collections::BTreeSet;

use assay_domain::ids::ReceiptId;
use rusqlite::Connection;
use uuid::Uuid;

use super::{Content, count, gather, issue, remove};
use crate::journal::{ERASE_TAKEN_BACK, Entry};
use crate::store::{ErasureRecord, Noun, Tx};
use crate::{Instant, Result, Store, accounts, impact};

/// What stands in the receipt as the reason.
const REASON: &str = "a list or an import was taken back";

/// Accounts of a candidate, and all that a snapshot speaks of.
const ACCOUNTS: [(Noun, &str); 2] = [
    (Noun::Candidate, "SELECT account_id FROM candidate_account WHERE candidate_id = ?1"),
    (
        Noun::Snapshot,
        "SELECT account_id FROM snapshot WHERE id = ?1 AND account_id IS NOT NULL
         UNION SELECT author_id FROM evidence WHERE snapshot_id = ?1 AND author_id IS NOT NULL
         UNION SELECT a.account_id FROM evidence_account AS a JOIN evidence AS e ON e.id = a.evidence_id
             WHERE e.snapshot_id = ?1",
    ),
];

/// The accounts that the entries are about; to be read before they are taken back.
pub(crate) fn accounts_of(conn: &Connection, entries: &[Entry]) -> Result<BTreeSet<Uuid>> {
    let mut found = BTreeSet::new();
    for (noun, sql) in ACCOUNTS {
        let mut statement = conn.prepare_cached(sql)?;
        for entry in entries.iter().filter(|entry| entry.noun == noun) {
            for account in statement.query_map([entry.subject], |row| row.get(0))? {
                found.insert(account?);
            }
        }
    }
    Ok(found)
}

/// What is erased with what was taken back.
#[derive(Default)]
pub(crate) struct TakenBack {
    candidates: BTreeSet<Uuid>,
    snapshots: BTreeSet<Uuid>,
    /// The first entry that is about any of it, or about the import that it came with: older backups do not hold it.
    since: i64,
}

impl TakenBack {
    /// Whether there is nothing to erase.
    pub fn is_empty(&self) -> bool {
        self.candidates.is_empty() && self.snapshots.is_empty()
    }

    /// Finishes the erasure in the files, once it is committed.
    ///
    /// Errors: as [`erase`](super::erase).
    pub fn finish(&self, store: &Store, at: Instant) -> Result<()> {
        if self.is_empty() {
            return Ok(());
        }
        let done = "it is taken back, and what came in with it is erased from the workspace";
        super::finish(store, at, self.since, done)
    }

    fn told(&self) -> Vec<(String, u32)> {
        let lines = [("candidates", self.candidates.len()), ("snapshots", self.snapshots.len())];
        let some = lines.into_iter().filter(|(_, number)| *number > 0);
        some.map(|(what, number)| (what.into(), count(number))).collect()
    }
}

/// Erases what the journal tells of those of the entries who are here no more, and the accounts unless something else
/// refers to them. It is to be finished after the commit.
pub(crate) fn forget(
    store: &Store,
    tx: &mut Tx<'_>,
    at: Instant,
    entries: &[Entry],
    accounts: &BTreeSet<Uuid>,
) -> Result<TakenBack> {
    let gone = gone(tx, entries)?;
    let Some((noun, subject)) = first(&gone) else { return Ok(gone) };
    let mut subjects: BTreeSet<Uuid> = gone.candidates.union(&gone.snapshots).copied().collect();
    for candidate in &gone.candidates {
        subjects.extend(gather::told(tx, *candidate)?);
        impact::forget(tx, *candidate)?;
    }
    accounts.iter().try_for_each(|account| accounts::forget(tx, *account))?;
    let subjects: Vec<Uuid> = subjects.into_iter().collect();
    let entries = remove::journal(tx, &subjects)?;
    let content = Content {
        reason: REASON.into(),
        reason_redacted: false,
        erased: gone.told(),
        redacted_elsewhere: None,
        borne_by_others: None,
        left_as_words: None,
        not_searched: None,
        backups_replaced: count(store.backups_since(gone.since)?.len()),
    };
    let id = ReceiptId(Uuid::now_v7());
    issue(tx, at, id, &content)?;
    tx.record_as(ERASE_TAKEN_BACK, noun, subject, &[id.0], &ErasureRecord { subjects, entries })?;
    Ok(gone)
}

/// Those of the entries' candidates and snapshots who are here no more.
fn gone(conn: &Connection, entries: &[Entry]) -> Result<TakenBack> {
    let mut gone = TakenBack { since: i64::MAX, ..TakenBack::default() };
    let mut first = conn.prepare_cached("SELECT min(sequence) FROM journal WHERE subject_id = ?1")?;
    for entry in entries {
        let is_gone = match entry.noun {
            Noun::Candidate => !exists(conn, "SELECT 1 FROM candidate WHERE id = ?1", entry.subject)?,
            Noun::Snapshot => !exists(conn, "SELECT 1 FROM snapshot WHERE id = ?1", entry.subject)?,
            Noun::Import => true,
            _ => false,
        };
        if !is_gone {
            continue;
        }
        match entry.noun {
            Noun::Candidate => gone.candidates.insert(entry.subject),
            Noun::Snapshot => gone.snapshots.insert(entry.subject),
            _ => false,
        };
        gone.since = gone.since.min(first.query_row([entry.subject], |row| row.get(0))?);
    }
    Ok(gone)
}

fn exists(conn: &Connection, sql: &str, id: Uuid) -> Result<bool> {
    Ok(conn.prepare_cached(sql)?.exists([id])?)
}

/// What the erasure's own entry is about.
fn first(gone: &TakenBack) -> Option<(Noun, Uuid)> {
    let candidate = gone.candidates.first().map(|id| (Noun::Candidate, *id));
    candidate.or_else(|| gone.snapshots.first().map(|id| (Noun::Snapshot, *id)))
}
