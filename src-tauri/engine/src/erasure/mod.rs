//! Erasing a candidate (law 8): gone from tables, other people's snapshots, the search index, the write-ahead log, free
//! pages and our own backups; with a receipt that does not name them.
//!
//! The journal keeps its chain: it holds ids and keyed digests only, and the erasure's own entry says whose payloads and
//! keys are gone, so that `verify` can tell an erasure from a loss.

mod columns;
mod gather;
mod preview;
mod redact;
mod remove;
mod taken_back;

#[cfg(feature = "plaintext")]
pub use columns::redacted_columns;
pub(crate) use columns::{MACHINE, words_of_people};
pub use preview::{ErasurePreview, NamingExample, NamingWord, preview};
pub(crate) use taken_back::{accounts_of, forget};

use assay_domain::blind::calling;
use assay_domain::erasure::nameless;
use assay_domain::ids::{CandidateId, ReceiptId};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::journal::{ERASE, ERASE_TAKEN_BACK};
use crate::store::{Done, ErasureRecord, Noun, Tx, hex};
use crate::{EngineError, Instant, Result, Store, Viewer, blind, people};

/// What is asked for with an erasure.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ErasureInput {
    /// Why; kept in the receipt, without anything by which the person can be told.
    pub reason: String,
    /// Of the words by which they are named those that stay in texts about others, since they are ordinary words there; only
    /// such as [`preview`] says may stay.
    pub leave: Vec<String>,
    /// Of these words those that are taken out though somebody who stays bears them too.
    pub take: Vec<String>,
}

impl ErasureInput {
    /// One that leaves nothing.
    pub fn because(reason: &str) -> Self {
        Self { reason: reason.to_owned(), ..Self::default() }
    }
}

/// One line of a receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct ReceiptLine {
    /// What was erased.
    pub what: String,
    /// How many.
    pub count: u32,
}

/// The receipt of an erasure. It does not name the erased; its reason may name others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Receipt {
    /// Id.
    pub id: ReceiptId,
    /// When.
    pub at: Instant,
    /// Name of whoever did it.
    pub by: String,
    /// Why, as given, without anything by which the person can be told.
    pub reason: String,
    /// Whether something was taken out of the reason.
    pub reason_redacted: bool,
    /// What was erased, counted.
    pub erased: Vec<ReceiptLine>,
    /// Texts about others in which the person was named and is not any more, without what interviewers wrote, which is not
    /// counted; `None` where no texts were searched.
    pub redacted_elsewhere: Option<u32>,
    /// Names, logins and addresses of the person that somebody who stays bears too, and so were left in those texts; `None`
    /// in receipts of an Assay that did not spare them.
    pub borne_by_others: Option<u32>,
    /// Ordinary words among their names and logins that were left in those texts, as it was asked; `None` likewise.
    pub left_as_words: Option<u32>,
    /// Names and logins of the person too short to be looked for in those texts; `None` in receipts of an Assay that did
    /// not count them.
    pub not_searched: Option<u32>,
    /// Backups made before, replaced by one without the person; 0 until that is done.
    pub backups_replaced: u32,
    /// The erasure's entry in the journal.
    pub journal_sequence: u32,
    /// Its hash, hexadecimal.
    pub journal_hash: String,
}

/// What is stored of a receipt.
#[derive(Serialize, Deserialize)]
struct Content {
    reason: String,
    #[serde(default)]
    reason_redacted: bool,
    erased: Vec<(String, u32)>,
    redacted_elsewhere: Option<u32>,
    #[serde(default)]
    borne_by_others: Option<u32>,
    #[serde(default)]
    left_as_words: Option<u32>,
    #[serde(default)]
    not_searched: Option<u32>,
    backups_replaced: u32,
}

/// Erases a candidate with everything that is about them. Cannot be taken back. What others who stay are called too is left
/// in texts: theirs must not lose it with a duplicate.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Invalid`] for a word to be left that may not; refused to whoever reviews
/// somebody blind, whose name it could tell; [`EngineError::Conflict`] where the candidate is erased but a backup could not be
/// replaced, or another program reads for so long that the write-ahead log cannot be emptied. Both are tried again whenever
/// the workspace is opened, until they are done; the receipt counts the backups only then.
pub fn erase(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
    input: &ErasureInput,
) -> Result<Done<Receipt>> {
    let backups = count(store.backups()?.len());
    let id = ReceiptId(Uuid::now_v7());
    let done = store.transact(ERASE, viewer, at, |tx| erase_in(tx, at, candidate, input, id, backups))?;
    finish(store, at, FROM_THE_START, "the candidate is erased from the workspace")?;
    done.try_map(|()| receipt(store, viewer, id))
}

/// What would tell whom somebody reviews blind.
const WHAT: &str = "what an erasure takes out of texts";

/// Of a candidate anything may tell, whenever it was written.
const FROM_THE_START: i64 = 0;

/// Finishes an erasure in the files once it is committed: in the log, and in the backups that hold the journal's entry `since`,
/// from which on the erased were here. `done` says what is so already.
fn finish(store: &Store, at: Instant, since: i64, done: &str) -> Result<()> {
    store.finish_erasures(since, || at).map_err(|error| {
        EngineError::conflict(
            format!("{done}, but not yet from all of its files: {error}"),
            "Mend that, close other programs that have the workspace open, and open it again: then it is finished.",
        )
    })
}

fn erase_in(
    tx: &mut Tx<'_>,
    at: Instant,
    candidate: CandidateId,
    input: &ErasureInput,
    id: ReceiptId,
    backups_replaced: u32,
) -> Result<()> {
    let found = found(tx, tx.viewer(), candidate, input)?;
    redact::account_numbers(tx, &found.accounts)?;
    let erased = remove::remove(tx, &found)?;
    let redacted_elsewhere = redact::redact(tx, &found.redaction)?;
    let mut entries = redact::journal(tx, &found.redaction)?;
    entries.extend(remove::journal(tx, &found.subjects())?);
    let (reason, reason_redacted) = nameless(&input.reason, &calling(&found.known));
    let words = found.redaction.words();
    let content = Content {
        reason,
        reason_redacted,
        erased,
        redacted_elsewhere: Some(redacted_elsewhere),
        borne_by_others: Some(count(words.iter().filter(|word| word.borne && !word.taken).count())),
        left_as_words: Some(count(words.iter().filter(|word| word.left).count())),
        not_searched: Some(count(found.redaction.too_short().len())),
        backups_replaced,
    };
    issue(tx, at, id, &content)?;
    for (noun, subject) in found.changes() {
        tx.touch(noun, subject);
    }
    let record = ErasureRecord { subjects: found.subjects(), entries };
    tx.record(Noun::Candidate, candidate.0, &[id.0], &record)
}

/// What there is about the candidate, and what is looked for in texts about others.
fn found(
    conn: &Connection,
    viewer: Viewer,
    candidate: CandidateId,
    input: &ErasureInput,
) -> Result<gather::Found> {
    blind::ensure_names_all(conn, viewer, WHAT)?;
    let mut found = gather::gather(conn, candidate)?;
    let left = found.redaction.leaving(&input.leave).map_err(|word| {
        EngineError::invalid(
            format!("\"{word}\" cannot be left in texts"),
            "Only a name or login of theirs of letters, blanks and hyphens can be: it may be ordinary words.",
        )
    })?;
    found.redaction = left.taking(&input.take).map_err(|word| {
        EngineError::invalid(
            format!("\"{word}\" is nothing that somebody else here is called too"),
            "What nobody else is called is taken out in any case.",
        )
    })?;
    Ok(found)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Writes a receipt, and that its erasure has not reached the files yet.
fn issue(tx: &Tx<'_>, at: Instant, id: ReceiptId, content: &Content) -> Result<()> {
    tx.execute(
        "INSERT INTO receipt (id, at, person_id, content) VALUES (?1, ?2, ?3, ?4)",
        params![id.0, at, tx.viewer().0.0, serde_json::to_string(content)?],
    )?;
    tx.execute("INSERT INTO unfinished_erasure (receipt_id) VALUES (?1)", [id.0])?;
    Ok(())
}

/// All receipts, newest first.
pub fn receipts(store: &Store, viewer: Viewer) -> Result<Vec<Receipt>> {
    let ids: Vec<Uuid> = store.read(viewer, |conn| {
        let mut statement = conn.prepare("SELECT id FROM receipt ORDER BY at DESC, id DESC")?;
        let ids = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    })?;
    ids.into_iter().map(|id| receipt(store, viewer, ReceiptId(id))).collect()
}

fn receipt(store: &Store, viewer: Viewer, id: ReceiptId) -> Result<Receipt> {
    store.read(viewer, |conn| {
        let (at, person, content, sequence, hash, unfinished) = conn.query_row(
            "SELECT r.at, r.person_id, r.content, j.sequence, j.hash,
                    EXISTS (SELECT 1 FROM unfinished_erasure AS u WHERE u.receipt_id = r.id)
             FROM receipt AS r
             JOIN journal_id AS n ON n.id = r.id JOIN journal AS j USING (sequence)
             WHERE r.id = ?1 AND j.op IN (?2, ?3)",
            params![id.0, ERASE.0, ERASE_TAKEN_BACK.0],
            |row| {
                let content: String = row.get(2)?;
                let hash: Vec<u8> = row.get(4)?;
                Ok((row.get(0)?, row.get::<_, Uuid>(1)?, content, row.get(3)?, hash, row.get::<_, bool>(5)?))
            },
        )?;
        let content: Content = serde_json::from_str(&content)?;
        let by = people::name(conn, Viewer(assay_domain::ids::PersonId(person)))?;
        let erased = content.erased.into_iter().map(|(what, count)| ReceiptLine { what, count }).collect();
        Ok(Receipt {
            id,
            at,
            by,
            reason: content.reason,
            reason_redacted: content.reason_redacted,
            erased,
            redacted_elsewhere: content.redacted_elsewhere,
            borne_by_others: content.borne_by_others,
            left_as_words: content.left_as_words,
            not_searched: content.not_searched,
            backups_replaced: if unfinished { 0 } else { content.backups_replaced },
            journal_sequence: sequence,
            journal_hash: hex(&hash),
        })
    })
}

impl Store {
    /// Finishes what erasures an earlier program left unfinished.
    pub(crate) fn finish_left_erasures(&self, now: impl FnOnce() -> Instant) -> Result<()> {
        if self.unfinished_erasures()? == 0 { Ok(()) } else { self.finish_erasures(FROM_THE_START, now) }
    }

    /// Finishes erasures in the files: empties the log, replaces the backups that hold the journal's entry `since`; all of
    /// them where an earlier erasure is unfinished too. Does what it can of both before it fails.
    fn finish_erasures(&self, since: i64, now: impl FnOnce() -> Instant) -> Result<()> {
        let since = if self.unfinished_erasures()? > 1 { FROM_THE_START } else { since };
        let log = self.forget_freed_bytes();
        self.replace_backups(&self.backups_since(since)?, now)?;
        log?;
        self.scratch(|tx| Ok(tx.execute("DELETE FROM unfinished_erasure", [])?))?;
        Ok(())
    }

    fn unfinished_erasures(&self) -> Result<u32> {
        self.look(|conn| Ok(conn.query_row("SELECT count(*) FROM unfinished_erasure", [], |row| row.get(0))?))
    }

    /// Empties the write-ahead log into the database and cuts it to nothing: secure deletion has overwritten the pages.
    fn forget_freed_bytes(&self) -> Result<()> {
        self.close_readers();
        let writer = self.writer_connection();
        let busy: bool = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy {
            return Err(EngineError::Busy {
                what: "it reads, so that the write-ahead log cannot be emptied".into(),
            });
        }
        Ok(())
    }
}
