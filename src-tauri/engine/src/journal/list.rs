//! Reading the journal: newest first, in sentences; entries about ratings closed to the viewer show no content (law 4).

use std::collections::HashMap;

use assay_domain::ids::CandidateId;
use rusqlite::{Connection, OptionalExtension as _, Row, named_params};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::{sentence, undo};
use crate::store::{Noun, hex};
use crate::{EngineError, Instant, Result, Store, Viewer, independence};

/// One entry.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct JournalEntry {
    /// Its place, from 1.
    pub sequence: u32,
    /// When.
    pub at: Instant,
    /// Name of whoever did it.
    pub person: Option<String>,
    /// The operation, `noun.verb`.
    pub op: String,
    /// What happened, in a sentence.
    pub what: String,
    /// What it is about.
    pub subject_noun: Noun,
    /// Which.
    pub subject_id: Uuid,
    /// Hash, hexadecimal.
    pub hash: String,
    /// Whether it can be taken back now.
    pub undoable: bool,
    /// Whether it was taken back.
    pub undone: bool,
    /// Whether its content was erased.
    pub erased: bool,
    /// Whether its content is closed to the viewer (law 4).
    pub closed: bool,
}

/// A page of entries.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct JournalPage {
    /// How many there are in all.
    pub total: u32,
    /// Newest first.
    pub rows: Vec<JournalEntry>,
}

/// The application whose ratings an entry holds: that of its subject, or of an id it names.
const APPLICATION: &str = "COALESCE(
    (SELECT i.application_id FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id WHERE s.id = j.subject_id),
    (SELECT d.application_id FROM decision AS d WHERE d.id = j.subject_id),
    (SELECT q.application_id FROM open_question AS q WHERE q.id = j.subject_id))";

fn sql(filter: &str) -> String {
    let closed = independence::closed_sql(APPLICATION);
    format!(
        "SELECT j.sequence, j.at, person.name, j.op, p.payload, j.subject_noun, j.subject_id, j.hash,
                EXISTS (SELECT 1 FROM undone WHERE undone.action = j.action), {closed}, j.action
         FROM journal AS j
         LEFT JOIN journal_payload AS p USING (sequence)
         LEFT JOIN person ON person.id = j.person_id
         WHERE {filter}
         ORDER BY j.sequence DESC LIMIT :limit OFFSET :offset"
    )
}

/// A page of the whole journal.
pub fn list(store: &Store, viewer: Viewer, offset: u32, limit: u32) -> Result<JournalPage> {
    store.read(viewer, |conn| {
        let total = conn.query_row("SELECT count(*) FROM journal", [], |row| row.get(0))?;
        let mut statement = conn.prepare_cached(&sql("true"))?;
        let rows = statement.query_map(
            named_params! {":viewer": viewer.0.0, ":limit": limit.min(500), ":offset": offset},
            raw,
        )?;
        let rows = finish(conn, rows)?;
        Ok(JournalPage { total, rows })
    })
}

/// The history of a candidate: entries about them, their applications, interviews, scorecards and decisions.
pub fn of_candidate(store: &Store, viewer: Viewer, candidate: CandidateId) -> Result<Vec<JournalEntry>> {
    let filter = "j.subject_id IN (
            SELECT :candidate
            UNION SELECT id FROM application WHERE candidate_id = :candidate
            UNION SELECT i.id FROM interview AS i JOIN application AS a ON a.id = i.application_id WHERE a.candidate_id = :candidate
            UNION SELECT s.id FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
                JOIN application AS a ON a.id = i.application_id WHERE a.candidate_id = :candidate
            UNION SELECT d.id FROM decision AS d JOIN application AS a ON a.id = d.application_id WHERE a.candidate_id = :candidate
            UNION SELECT q.id FROM open_question AS q JOIN application AS a ON a.id = q.application_id WHERE a.candidate_id = :candidate
            UNION SELECT s.id FROM submission AS s JOIN application AS a ON a.id = s.application_id WHERE a.candidate_id = :candidate
            UNION SELECT s.id FROM snapshot AS s WHERE s.candidate_id = :candidate
            UNION SELECT account_id FROM candidate_account WHERE candidate_id = :candidate
            UNION SELECT s.id FROM snapshot AS s JOIN candidate_account AS c ON c.account_id = s.account_id WHERE c.candidate_id = :candidate)
         AND j.op <> 'ratings.read'";
    store.read(viewer, |conn| {
        let mut statement = conn.prepare_cached(&sql(filter))?;
        let rows = statement.query_map(
            named_params! {":viewer": viewer.0.0, ":candidate": candidate.0, ":limit": 1000, ":offset": 0},
            raw,
        )?;
        finish(conn, rows)
    })
}

struct Raw {
    sequence: i64,
    at: Instant,
    person: Option<String>,
    op: String,
    payload: Option<String>,
    noun: String,
    subject: Uuid,
    hash: Vec<u8>,
    undone: bool,
    closed: bool,
    action: Uuid,
}

fn raw(row: &Row<'_>) -> rusqlite::Result<Raw> {
    Ok(Raw {
        sequence: row.get(0)?,
        at: row.get(1)?,
        person: row.get(2)?,
        op: row.get(3)?,
        payload: row.get(4)?,
        noun: row.get(5)?,
        subject: row.get(6)?,
        hash: row.get(7)?,
        undone: row.get(8)?,
        closed: row.get(9)?,
        action: row.get(10)?,
    })
}

fn finish(conn: &Connection, rows: impl Iterator<Item = rusqlite::Result<Raw>>) -> Result<Vec<JournalEntry>> {
    let mut undoable = HashMap::new();
    let mut names = HashMap::new();
    rows.map(|row| {
        let row = row?;
        let undoable = !row.undone && is_undoable(conn, &mut undoable, &row)?;
        entry(conn, &mut names, row, undoable)
    })
    .collect()
}

/// Names of colleagues, each asked for once.
type Names = HashMap<Uuid, Option<String>>;

/// A payload names a colleague by their id; whoever reads is told the name that they have now.
fn with_name(conn: &Connection, known: &mut Names, mut payload: Value) -> Result<Value> {
    let id = payload.get("person").and_then(Value::as_str).and_then(|id| id.parse::<Uuid>().ok());
    let Some(id) = id else { return Ok(payload) };
    let name = match known.get(&id) {
        Some(name) => name.clone(),
        None => {
            let mut statement = conn.prepare_cached("SELECT name FROM person WHERE id = ?1")?;
            let name: Option<String> = statement.query_row([id], |row| row.get(0)).optional()?;
            known.insert(id, name.clone());
            name
        }
    };
    if let (Some(fields), Some(name)) = (payload.as_object_mut(), name) {
        fields.insert(sentence::WHOM.to_owned(), name.into());
    }
    Ok(payload)
}

/// Asked once for an action: one that added thousands fills the page, and is looked through whole each time.
fn is_undoable(conn: &Connection, known: &mut HashMap<(Uuid, String), bool>, row: &Raw) -> Result<bool> {
    let key = (row.action, row.op.clone());
    if let Some(known) = known.get(&key) {
        return Ok(*known);
    }
    let answer = undo::is_undoable(conn, &row.op, row.action)?;
    known.insert(key, answer);
    Ok(answer)
}

fn entry(conn: &Connection, names: &mut Names, raw: Raw, undoable: bool) -> Result<JournalEntry> {
    let erased = raw.payload.is_none();
    let payload: Value = match (&raw.payload, raw.closed) {
        (Some(text), false) => with_name(conn, names, serde_json::from_str(text)?)?,
        _ => Value::Null,
    };
    let noun = Noun::parse(&raw.noun)
        .ok_or_else(|| EngineError::Damaged(format!("the journal names an unknown noun {}", raw.noun)))?;
    Ok(JournalEntry {
        sequence: u32::try_from(raw.sequence).unwrap_or(u32::MAX),
        at: raw.at,
        person: raw.person,
        what: sentence::of(&raw.op, &payload, erased, raw.closed),
        op: raw.op,
        subject_noun: noun,
        subject_id: raw.subject,
        hash: hex(&raw.hash),
        undoable,
        undone: raw.undone,
        erased,
        closed: raw.closed,
    })
}
