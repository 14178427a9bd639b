//! Whether the workspace is whole: the journal's chain and digests, foreign keys, SQLite's and SQLCipher's own checks.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Row};
use serde::Serialize;
use uuid::Uuid;

use super::{Store, chain};
use crate::Result;
use crate::journal::{ERASE, ERASE_TAKEN_BACK};

/// The result of one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct VerifyCheck {
    /// What was checked.
    pub check: String,
    /// Whether it held.
    pub ok: bool,
    /// What was counted, or the first thing that is wrong.
    pub detail: String,
}

/// The result of all checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct VerifyReport {
    /// Whether all held.
    pub ok: bool,
    /// Journal entries read.
    pub entries: u32,
    /// Hash of the newest entry, hexadecimal.
    pub head: String,
    /// Sequence of the first journal entry that is wrong.
    pub first_bad_entry: Option<u32>,
    /// Each check.
    pub checks: Vec<VerifyCheck>,
}

/// Payload of an erasure's entry: whose payloads and keys are gone, and which further entries were redacted.
#[derive(Debug, Default, serde::Deserialize, Serialize)]
pub(crate) struct ErasureRecord {
    /// Subjects whose keys and payloads are gone.
    pub subjects: Vec<Uuid>,
    /// Entries of other subjects whose payload named the erased person.
    pub entries: Vec<i64>,
}

impl Store {
    /// Runs every check; a damaged workspace gives a report, not an error, as long as it can be read at all.
    pub fn verify(&self) -> Result<VerifyReport> {
        self.read_afresh(|conn| {
            let chain = check_chain(conn)?;
            let mut checks = vec![chain.check];
            checks.push(check_rows(conn, "foreign keys", "PRAGMA foreign_key_check", foreign_key)?);
            checks.push(check_rows(conn, "SQLite integrity", "PRAGMA integrity_check", not_ok)?);
            if !self.is_plaintext() {
                checks.push(check_rows(
                    conn,
                    "SQLCipher page authentication",
                    "PRAGMA cipher_integrity_check",
                    any,
                )?);
            }
            checks.push(check_search(conn)?);
            checks.push(check_rows(conn, "erasures", "SELECT 1 FROM unfinished_erasure", unfinished)?);
            Ok(VerifyReport {
                ok: checks.iter().all(|check| check.ok),
                entries: chain.entries,
                head: hex(&chain.head),
                first_bad_entry: chain.bad,
                checks,
            })
        })
    }
}

struct Chain {
    check: VerifyCheck,
    entries: u32,
    head: Vec<u8>,
    bad: Option<u32>,
}

struct Entry {
    sequence: i64,
    action: Uuid,
    at: String,
    person: Option<Uuid>,
    op: String,
    noun: String,
    subject: Uuid,
    digest: Vec<u8>,
    previous: Vec<u8>,
    hash: Vec<u8>,
    payload: Option<String>,
    key: Option<Vec<u8>>,
}

/// Walks the journal once from its first entry, holding only what is missing until an erasure accounts for it.
fn check_chain(conn: &Connection) -> Result<Chain> {
    let mut ids = ids_by_entry(conn)?;
    let mut walk = Walk { previous: chain::GENESIS.to_vec(), expected: 1, ..Walk::default() };
    let mut statement = conn.prepare(
        "SELECT j.sequence, j.action, j.at, j.person_id, j.op, j.subject_noun, j.subject_id, j.digest, j.previous,
                j.hash, p.payload, k.key
         FROM journal AS j
         LEFT JOIN journal_payload AS p USING (sequence)
         LEFT JOIN subject_key AS k USING (subject_id)
         ORDER BY j.sequence",
    )?;
    let rows = statement.query_map([], entry)?;
    for row in rows {
        let entry = match row {
            Ok(entry) => entry,
            Err(error) if is_form(&error) => {
                let why = format!("a field of it, or of what is missing before it, is malformed: {error}");
                let at = walk.expected;
                return Ok(walk.broken(at, &why));
            }
            Err(error) => return Err(error.into()),
        };
        let named = ids.remove(&entry.sequence).unwrap_or_default();
        if let Err(why) = walk.step(&entry, &named) {
            return Ok(walk.broken(entry.sequence, &why));
        }
    }
    if let Some(sequence) = ids.keys().next() {
        return Ok(walk.broken(*sequence, "its ids stand without it"));
    }
    walk.end(conn)
}

#[derive(Default)]
struct Walk {
    previous: Vec<u8>,
    expected: i64,
    entries: u32,
    /// Missing payloads and keys that no erasure has accounted for yet.
    missing: BTreeMap<i64, Uuid>,
}

impl Walk {
    fn step(&mut self, entry: &Entry, ids: &[Uuid]) -> std::result::Result<(), String> {
        if entry.sequence != self.expected {
            return Err(format!("entry {} is missing before it", self.expected));
        }
        if entry.previous != self.previous {
            return Err("it does not follow the entry before it".into());
        }
        let link = chain::Link {
            sequence: entry.sequence,
            action: entry.action,
            at: &entry.at,
            person: entry.person,
            op: &entry.op,
            noun: &entry.noun,
            subject: entry.subject,
            ids,
            digest: &entry.digest,
        };
        if chain::hash(&entry.previous, &link).as_slice() != entry.hash {
            return Err("its hash is not that of its fields: it was changed".into());
        }
        self.payload(entry)?;
        self.previous.clone_from(&entry.hash);
        self.expected += 1;
        self.entries += 1;
        Ok(())
    }

    fn payload(&mut self, entry: &Entry) -> std::result::Result<(), String> {
        let (Some(payload), Some(key)) = (&entry.payload, &entry.key) else {
            self.missing.insert(entry.sequence, entry.subject);
            return Ok(());
        };
        if chain::digest(key, payload) != entry.digest {
            return Err("its payload is not the one that was recorded".into());
        }
        if [ERASE.0, ERASE_TAKEN_BACK.0].contains(&entry.op.as_str()) {
            let record: ErasureRecord = serde_json::from_str(payload).map_err(|error| error.to_string())?;
            self.account_for(entry.sequence, &record);
        }
        Ok(())
    }

    /// An erasure accounts only for what stands before it.
    fn account_for(&mut self, sequence: i64, record: &ErasureRecord) {
        let subjects: BTreeSet<Uuid> = record.subjects.iter().copied().collect();
        let entries: BTreeSet<i64> = record.entries.iter().copied().collect();
        self.missing.retain(|missing, subject| {
            *missing >= sequence || !(subjects.contains(subject) || entries.contains(missing))
        });
    }

    fn end(self, conn: &Connection) -> Result<Chain> {
        if let Some(sequence) = self.missing.keys().next().copied() {
            return Ok(self.broken(sequence, "its payload or key is gone, and no erasure says so"));
        }
        let (sequence, hash) = chain::head(conn)?;
        if sequence != self.expected - 1 || hash != self.previous {
            let why = "the journal's head does not fit: entries were cut off or added at its end";
            let at = self.expected.min(sequence.max(1));
            return Ok(self.broken(at, why));
        }
        let detail = format!("{} entries, each following the one before", self.entries);
        let check = VerifyCheck { check: "journal".into(), ok: true, detail };
        Ok(Chain { check, entries: self.entries, head: self.previous, bad: None })
    }

    fn broken(self, sequence: i64, why: &str) -> Chain {
        let check =
            VerifyCheck { check: "journal".into(), ok: false, detail: format!("entry {sequence}: {why}") };
        Chain { check, entries: self.entries, head: self.previous, bad: u32::try_from(sequence).ok() }
    }
}

fn ids_by_entry(conn: &Connection) -> Result<BTreeMap<i64, Vec<Uuid>>> {
    let mut ids: BTreeMap<i64, Vec<Uuid>> = BTreeMap::new();
    let mut statement = conn.prepare("SELECT sequence, id FROM journal_id ORDER BY sequence, position")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        // A malformed id becomes one that no entry names, so that the entry's hash does not fit.
        let id: Vec<u8> = row.get(1)?;
        ids.entry(row.get(0)?).or_default().push(Uuid::from_slice(&id).unwrap_or_default());
    }
    Ok(ids)
}

/// Whether a value has not the form that was written; other errors are the database's.
fn is_form(error: &rusqlite::Error) -> bool {
    use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType};
    matches!(error, FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..))
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        sequence: row.get(0)?,
        action: row.get(1)?,
        at: row.get(2)?,
        person: row.get(3)?,
        op: row.get(4)?,
        noun: row.get(5)?,
        subject: row.get(6)?,
        digest: row.get(7)?,
        previous: row.get(8)?,
        hash: row.get(9)?,
        payload: row.get(10)?,
        key: row.get(11)?,
    })
}

fn check_rows(
    conn: &Connection,
    name: &str,
    sql: &str,
    bad: impl Fn(&Row<'_>) -> rusqlite::Result<Option<String>>,
) -> Result<VerifyCheck> {
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(detail) = bad(row)? {
            return Ok(VerifyCheck { check: name.into(), ok: false, detail });
        }
    }
    Ok(VerifyCheck { check: name.into(), ok: true, detail: "whole".into() })
}

fn foreign_key(row: &Row<'_>) -> rusqlite::Result<Option<String>> {
    let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
    Ok(Some(format!("a row of {table} names a row of {parent} that is not there")))
}

fn not_ok(row: &Row<'_>) -> rusqlite::Result<Option<String>> {
    let text: String = row.get(0)?;
    Ok((text != "ok").then_some(text))
}

fn any(row: &Row<'_>) -> rusqlite::Result<Option<String>> {
    row.get::<_, String>(0).map(Some)
}

fn unfinished(_row: &Row<'_>) -> rusqlite::Result<Option<String>> {
    let what =
        "one has not reached all backups or the log yet; close other programs and open the workspace again";
    Ok(Some(what.into()))
}

/// Every row of the index has its subject, and the other way round.
fn check_search(conn: &Connection) -> Result<VerifyCheck> {
    let astray: i64 = conn.query_row(
        "SELECT (SELECT count(*) FROM search_row WHERE row NOT IN (SELECT rowid FROM search))
              + (SELECT count(*) FROM search WHERE rowid NOT IN (SELECT row FROM search_row))",
        [],
        |row| row.get(0),
    )?;
    let detail = if astray == 0 { "whole".into() } else { format!("{astray} rows stand alone") };
    Ok(VerifyCheck { check: "search index".into(), ok: astray == 0, detail })
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
