//! Adding, renaming and archiving people; setting PINs.

use assay_domain::ids::PersonId;
use rusqlite::params;
use uuid::Uuid;

use super::{Person, get};
use crate::store::{Done, Noun, Op, hash_pin, pin_matches};
use crate::{EngineError, Instant, Result, Store, Viewer};

const ADD: Op = Op("person.add");
const RENAME: Op = Op("person.rename");
const PIN: Op = Op("person.pin");
const ARCHIVE: Op = Op("person.archive");

/// Adds a person. An empty PIN means none for now.
pub fn add(store: &Store, viewer: Viewer, at: Instant, name: &str, pin: &str) -> Result<Done<Person>> {
    let name = checked_name(name)?;
    let pin_hash = if pin.is_empty() { None } else { Some(hash_pin(pin)?) };
    let id = PersonId(Uuid::now_v7());
    store.transact(ADD, viewer, at, |tx| {
        refuse_taken(tx, name, id)?;
        tx.execute(
            "INSERT INTO person (id, name, pin_hash, created_at) VALUES (?1, ?2, ?3, ?4)",
            params![id.0, name, pin_hash, at],
        )?;
        tx.record(Noun::Person, id.0, &[], &serde_json::json!({"name": name}))?;
        get(tx, id)
    })
}

/// Renames a person.
pub fn rename(store: &Store, viewer: Viewer, at: Instant, id: PersonId, name: &str) -> Result<Done<Person>> {
    let name = checked_name(name)?;
    store.transact(RENAME, viewer, at, |tx| {
        let before = get(tx, id)?.name;
        refuse_taken(tx, name, id)?;
        tx.execute("UPDATE person SET name = ?2 WHERE id = ?1", params![id.0, name])?;
        tx.record(Noun::Person, id.0, &[], &serde_json::json!({"name": name, "before": before}))?;
        get(tx, id)
    })
}

/// Sets the viewer's own PIN; `current` counts only where they have one.
pub fn set_pin(store: &Store, viewer: Viewer, at: Instant, current: &str, pin: &str) -> Result<Done<Person>> {
    let hash = hash_pin(pin)?;
    store.transact(PIN, viewer, at, |tx| {
        let person = get(tx, viewer.0)?;
        let stored: Option<String> =
            tx.query_row("SELECT pin_hash FROM person WHERE id = ?1", [viewer.0.0], |row| row.get(0))?;
        if let Some(stored) = stored
            && !pin_matches(current, &stored)?
        {
            return Err(EngineError::WrongPin { name: person.name });
        }
        tx.execute("UPDATE person SET pin_hash = ?2 WHERE id = ?1", params![viewer.0.0, hash])?;
        tx.record(Noun::Person, viewer.0.0, &[], &serde_json::json!({}))?;
        get(tx, viewer.0)
    })
}

/// Archives a person: out of every choice, still in every record. Refused while they hold open interviews, and for the
/// viewer.
pub fn archive(store: &Store, viewer: Viewer, at: Instant, id: PersonId) -> Result<Done<Person>> {
    if viewer.0 == id {
        return Err(EngineError::conflict("you cannot archive yourself", "Let somebody else do it."));
    }
    store.transact(ARCHIVE, viewer, at, |tx| {
        let person = super::active(tx, id)?;
        let open: u32 = tx.query_row(
            "SELECT count(*) FROM interview WHERE person_id = ?1 AND state = 'open'",
            [id.0],
            |row| row.get(0),
        )?;
        if open > 0 {
            return Err(EngineError::conflict(
                format!("{} still holds {open} open interviews", person.name),
                "Reassign or cancel them first.",
            ));
        }
        tx.execute("UPDATE person SET archived_at = ?2 WHERE id = ?1", params![id.0, at])?;
        tx.record(Noun::Person, id.0, &[], &serde_json::json!({"name": person.name}))?;
        get(tx, id)
    })
}

/// Two people of one name could not be told apart at the keyboard.
fn refuse_taken(conn: &rusqlite::Connection, name: &str, id: PersonId) -> Result<()> {
    let taken: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM person WHERE lower(name) = lower(?1) AND archived_at IS NULL AND id <> ?2)",
        params![name, id.0],
        |row| row.get(0),
    )?;
    if !taken {
        return Ok(());
    }
    Err(EngineError::conflict(
        format!("there is a person called {name} already"),
        "Add something that tells them apart, such as a second initial.",
    ))
}

fn checked_name(name: &str) -> Result<&str> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 200 {
        return Err(EngineError::invalid("a person needs a name of up to 200 characters", "Give one."));
    }
    Ok(name)
}
