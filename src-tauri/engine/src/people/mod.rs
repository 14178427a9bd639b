//! People: who interviews and decides here, and who of them is at the keyboard.

mod change;
mod choose;

pub use change::{add, archive, rename, set_pin};
pub use choose::{choose, find, list, only, stays};

use assay_domain::ids::PersonId;
use rusqlite::{Connection, OptionalExtension as _, Row};
use serde::Serialize;

use crate::{EngineError, Result, Viewer};

/// Somebody who interviews or decides here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Person {
    /// Id.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// Whether choosing this person asks for a PIN.
    pub has_pin: bool,
    /// Archived people stay in the records and are assigned nothing more.
    pub archived: bool,
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: PersonId(row.get("id")?),
        name: row.get("name")?,
        has_pin: row.get("has_pin")?,
        archived: row.get("archived")?,
    })
}

const SELECT: &str =
    "SELECT id, name, pin_hash IS NOT NULL AS has_pin, archived_at IS NOT NULL AS archived FROM person";

/// The person, or [`EngineError::NotFound`].
pub(crate) fn get(conn: &Connection, id: PersonId) -> Result<Person> {
    conn.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?
        .query_row([id.0], person)
        .optional()?
        .ok_or_else(|| EngineError::not_found("person", id))
}

/// The person, refused where archived: nothing new is given to them.
pub(crate) fn active(conn: &Connection, id: PersonId) -> Result<Person> {
    let person = get(conn, id)?;
    if person.archived {
        return Err(EngineError::conflict(
            format!("{} is archived", person.name),
            "Choose somebody else, or add the person again.",
        ));
    }
    Ok(person)
}

/// The name of the viewer.
pub(crate) fn name(conn: &Connection, viewer: Viewer) -> Result<String> {
    Ok(get(conn, viewer.0)?.name)
}

#[cfg(test)]
mod tests;
