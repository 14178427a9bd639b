//! Undo: a compensating command, journalled itself, refused once something later depends on what is taken back.
//!
//! Each operation that can be taken back has one function here that applies the opposite of an entry's payload. To add
//! one: a line in [`INVERSES`].

use assay_domain::ids::RoleId;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::UNDO;
use super::sentence::{self, verb};
use crate::store::{Done, Noun, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, erasure};

/// What was taken back.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Undone {
    /// In a sentence.
    pub sentence: String,
    /// Sequence of the first entry taken back.
    pub sequence: u32,
}

/// One entry to be taken back.
pub(crate) struct Entry {
    pub sequence: i64,
    pub op: String,
    pub noun: Noun,
    pub subject: Uuid,
    pub payload: Value,
}

impl Entry {
    /// A text of the payload; a defect where it is not there.
    pub fn text(&self, field: &str) -> Result<&str> {
        self.payload.get(field).and_then(Value::as_str).ok_or_else(|| self.lacks(field))
    }

    /// An id of the payload.
    pub fn id(&self, field: &str) -> Result<Uuid> {
        self.text(field)?.parse().map_err(|_| self.lacks(field))
    }

    fn lacks(&self, field: &str) -> EngineError {
        EngineError::Damaged(format!("journal entry {} lacks {field}", self.sequence))
    }
}

/// Applies the opposite of an entry. The entry of the undo itself is recorded by the caller.
type Inverse = fn(&Tx<'_>, &Entry) -> Result<()>;

const INVERSES: &[(&str, Inverse)] = &[
    ("account.join", crate::accounts::undo_join),
    ("account.separate", crate::accounts::undo_separate),
    ("application.add", crate::applications::undo_add),
    ("application.move", crate::applications::undo_move),
    ("candidate.do-not-contact", crate::candidates::undo_mark),
    ("candidate.list", crate::candidates::undo_list),
    ("candidate.link", crate::accounts::undo_link),
    ("candidate.may-contact", crate::candidates::undo_mark),
    ("candidate.unlink", crate::accounts::undo_unlink),
    ("candidate.update", crate::candidates::undo_update),
    ("debrief.open", crate::debriefs::undo_open),
    ("decision.make", crate::decisions::undo_make),
    ("import.finish", crate::imports::undo_finish),
    ("interview.assign", crate::interviews::undo_assign),
    ("interview.reassign", crate::interviews::undo_reassign),
    ("interview.cancel", crate::interviews::undo_cancel),
    ("interview.reschedule", crate::interviews::undo_reschedule),
    ("question.add", crate::questions::undo_add),
    ("question.close", crate::questions::undo_close),
    ("plan.panel", crate::panels::undo_set),
    ("repository.choose", crate::snapshots::undo_choose),
    ("repository.leave", crate::snapshots::undo_leave),
    ("role.blind", crate::blind::undo_switch),
    ("role.calendar", crate::roles::undo_set_calendar),
    ("role.stages", crate::roles::undo_set_stages),
    ("snapshot.link", crate::snapshots::undo_link),
    ("snapshot.unlink", crate::snapshots::undo_unlink),
    ("submission.add", crate::submissions::undo_add),
    ("submission.form", crate::submissions::undo_add),
    ("submission.remove", crate::submissions::undo_remove),
];

/// Operations that say what holds from then on. Nothing stands on one but the next of its kind, and it stands on nothing: that
/// somebody was assigned meanwhile does not keep a panel from being what it was.
const SETTINGS: &str = "'plan.panel', 'role.calendar', 'role.stages'";

fn inverse(op: &str) -> Option<Inverse> {
    INVERSES.iter().find(|(name, _)| *name == op).map(|(_, inverse)| *inverse)
}

/// Whether the entry's operation can be taken back at all and nothing later depends on it.
pub(super) fn is_undoable(conn: &Connection, op: &str, action: Uuid) -> Result<bool> {
    Ok(inverse(op).is_some()
        && !is_erased(conn, action)?
        && !has_record(conn, action)?
        && dependent(conn, action)?.is_none())
}

/// Whether content of the action was erased: then nothing says what it was before.
fn is_erased(conn: &Connection, action: Uuid) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM journal AS j LEFT JOIN journal_payload AS p USING (sequence)
         WHERE j.action = ?1 AND p.payload IS NULL)",
    )?;
    Ok(statement.query_row([action], |row| row.get(0))?)
}

/// Whether an application that came with the action has interviews or decisions, also such as were cancelled or taken back:
/// their records stay, and they stand on it.
fn has_record(conn: &Connection, action: Uuid) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM journal AS j WHERE j.action = ?1 AND j.op IN ('application.add', 'candidate.list')
            AND (EXISTS (SELECT 1 FROM interview AS i WHERE i.application_id = j.subject_id)
                OR EXISTS (SELECT 1 FROM decision AS d WHERE d.application_id = j.subject_id)))",
    )?;
    Ok(statement.query_row([action], |row| row.get(0))?)
}

/// Takes an action back: that of the entry `sequence`, or the viewer's last one that can be.
///
/// People who came in with it are erased: see [`erasure::forget`].
///
/// Errors: [`EngineError::Conflict`] where something later depends on it, it was taken back already, or its kind cannot be; or
/// where it is taken back, but those who were erased with it are not yet gone from all files, as [`erasure::erase`] tells.
pub fn undo(store: &Store, viewer: Viewer, at: Instant, sequence: Option<u32>) -> Result<Done<Undone>> {
    let mut forgotten = None;
    let done = store.transact(UNDO, viewer, at, |tx| {
        let action = match sequence {
            Some(sequence) => action_of(tx, sequence)?,
            None => last_action(tx, viewer)?,
        };
        ensure_not_undone(tx, action)?;
        if let Some((sequence, op)) = dependent(tx, action)? {
            return Err(EngineError::conflict(
                format!("entry {sequence} ({}) depends on it", verb(&op)),
                "Take that back first, or set things right by hand.",
            ));
        }
        if has_record(tx, action)? {
            return Err(EngineError::conflict(
                "somebody who came with it was assigned or decided about since, and that record stays",
                "Move who should not be here to withdrawn or rejected, or erase them.",
            ));
        }
        let entries = entries(tx, action)?;
        let accounts = erasure::accounts_of(tx, &entries)?;
        for entry in entries.iter().rev() {
            apply(tx, entry)?;
        }
        let gone = erasure::forget(store, tx, at, &entries, &accounts)?;
        tx.execute("INSERT INTO undone (action, by_action) VALUES (?1, ?2)", params![action, tx.action()])?;
        let first = entries.first().ok_or_else(|| EngineError::not_found("action", action))?;
        let sentence = sentence::of(&first.op, &first.payload, false, false);
        let sequence = u32::try_from(first.sequence).unwrap_or(u32::MAX);
        let alike = entries.iter().filter(|entry| entry.noun == first.noun).count();
        let more = if alike > 1 { format!(", and {} more", alike - 1) } else { String::new() };
        let erased = if gone.is_empty() { "" } else { ERASED };
        forgotten = Some(gone);
        Ok(Undone { sentence: format!("Taken back: {sentence}{more}{erased}"), sequence })
    })?;
    if let Some(gone) = forgotten {
        gone.finish(store, at)?;
    }
    done.try_map(|undone| Ok(Undone { sentence: store.veil_text(viewer, &undone.sentence)?, ..undone }))
}

/// Added to what is said where something is erased with it.
const ERASED: &str =
    ". What came in with it is erased from the journal and the backups too; there is a receipt";

fn apply(tx: &mut Tx<'_>, entry: &Entry) -> Result<()> {
    let Some(inverse) = inverse(&entry.op) else {
        return Err(EngineError::conflict(
            format!("\"{}\" cannot be taken back", verb(&entry.op)),
            "Stage moves, assignments, additions and imports can.",
        ));
    };
    crate::blind::ensure_may_undo(tx, entry)?;
    inverse(tx, entry)?;
    if entry.op == "role.blind" {
        crate::blind::touch_names(tx, RoleId(entry.subject))?;
    }
    for role in roles_named(tx, entry.sequence)? {
        tx.touch(Noun::Role, role);
    }
    let what = sentence::of(&entry.op, &entry.payload, false, false);
    tx.record(entry.noun, entry.subject, &[], &serde_json::json!({"undoes": entry.sequence, "what": what}))
}

/// The roles that an entry names: what was done in one, such as setting a panel, changed it, and so does taking it back.
fn roles_named(conn: &Connection, sequence: i64) -> Result<Vec<Uuid>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM role WHERE id IN (SELECT n.id FROM journal_id AS n WHERE n.sequence = ?1)",
    )?;
    let rows = statement.query_map([sequence], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn action_of(conn: &Connection, sequence: u32) -> Result<Uuid> {
    conn.query_row("SELECT action FROM journal WHERE sequence = ?1", [sequence], |row| row.get(0))
        .optional()?
        .ok_or_else(|| EngineError::not_found("journal entry", sequence))
}

/// The viewer's newest action that changed something and holds still. Refused where that one cannot be taken back: an older
/// one is named by its sequence, never guessed.
fn last_action(conn: &Connection, viewer: Viewer) -> Result<Uuid> {
    let newest: Option<(Uuid, i64, String)> = conn
        .query_row(
            "SELECT action, sequence, op FROM journal
             WHERE person_id = ?1 AND action NOT IN (SELECT action FROM undone UNION SELECT by_action FROM undone)
               AND op NOT IN ('ratings.read', 'group.count')
             ORDER BY sequence DESC LIMIT 1",
            [viewer.0.0],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()?;
    match newest {
        Some((action, _, op)) if inverse(&op).is_some() => Ok(action),
        Some((_, sequence, op)) => Err(EngineError::conflict(
            format!("your last action, entry {sequence} ({}), cannot be taken back", verb(&op)),
            earlier(conn, viewer)?,
        )),
        None => Err(EngineError::conflict(
            "there is nothing to take back",
            "Stage moves, assignments and imports can be.",
        )),
    }
}

/// How many of the viewer's last entries are looked through for one that can be taken back.
const LOOKED_THROUGH: u32 = 100;

/// What to do where the last action cannot be taken back: the newest one that can be, by its number.
fn earlier(conn: &Connection, viewer: Viewer) -> Result<String> {
    let mut statement = conn.prepare_cached(
        "SELECT max(sequence), op, action FROM journal WHERE person_id = ?1 AND action NOT IN (SELECT action FROM undone)
         GROUP BY action, op ORDER BY max(sequence) DESC LIMIT ?2",
    )?;
    let rows = statement
        .query_map(params![viewer.0.0, LOOKED_THROUGH], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for row in rows {
        let (sequence, op, action): (i64, String, Uuid) = row?;
        if is_undoable(conn, &op, action)? {
            return Ok(format!(
                "Your last one that can be is entry {sequence} ({}): take that back by its number.",
                verb(&op)
            ));
        }
    }
    Ok("None of your last actions can be.".to_owned())
}

fn ensure_not_undone(conn: &Connection, action: Uuid) -> Result<()> {
    let undone: bool =
        conn.query_row("SELECT EXISTS (SELECT 1 FROM undone WHERE action = ?1)", [action], |row| row.get(0))?;
    if undone {
        return Err(EngineError::conflict(
            "it was taken back already",
            "Look at the journal for what is there now.",
        ));
    }
    Ok(())
}

/// The first later entry that stands on a subject of the action (about it, or naming it) and holds still.
/// Having read something depends on nothing.
fn dependent(conn: &Connection, action: Uuid) -> Result<Option<(i64, String)>> {
    let found = conn
        .prepare_cached(&format!(
            "WITH mine AS (SELECT sequence, subject_id, op FROM journal WHERE action = ?1),
                  later AS (
                    SELECT j.sequence, j.op, j.action, mine.op AS own FROM journal AS j
                    JOIN mine ON mine.subject_id = j.subject_id
                    UNION
                    SELECT j.sequence, j.op, j.action, mine.op AS own FROM journal AS j
                    JOIN journal_id AS n USING (sequence) JOIN mine ON mine.subject_id = n.id)
             SELECT sequence, op FROM later
             WHERE sequence > (SELECT max(sequence) FROM mine)
               AND op NOT IN ('ratings.read', 'group.count', 'journal.undo')
               AND (op = own OR op NOT IN ({SETTINGS}) AND own NOT IN ({SETTINGS}))
               AND action NOT IN (SELECT action FROM undone)
             ORDER BY sequence LIMIT 1",
        ))?
        .query_row([action], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found)
}

fn entries(conn: &Connection, action: Uuid) -> Result<Vec<Entry>> {
    let mut statement = conn.prepare_cached(
        "SELECT j.sequence, j.op, j.subject_noun, j.subject_id, p.payload FROM journal AS j
         LEFT JOIN journal_payload AS p USING (sequence) WHERE j.action = ?1 ORDER BY j.sequence",
    )?;
    let mut rows = statement.query([action])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let payload: Option<String> = row.get(4)?;
        let Some(payload) = payload else {
            return Err(EngineError::conflict("its content was erased", "It cannot be taken back."));
        };
        let noun: String = row.get(2)?;
        entries.push(Entry {
            sequence: row.get(0)?,
            op: row.get(1)?,
            noun: Noun::parse(&noun).ok_or_else(|| EngineError::Damaged(format!("unknown noun {noun}")))?,
            subject: row.get(3)?,
            payload: serde_json::from_str(&payload)?,
        });
    }
    Ok(entries)
}
