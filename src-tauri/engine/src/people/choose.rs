//! Who is at the keyboard.

use assay_domain::ids::PersonId;
use rusqlite::OptionalExtension as _;

use super::{Person, SELECT, person};
use crate::store::pin_matches;
use crate::{EngineError, Result, Store, Viewer, blind};

/// Everybody, archived ones last, by name.
pub fn list(store: &Store) -> Result<Vec<Person>> {
    store.look(|conn| {
        let mut statement =
            conn.prepare_cached(&format!("{SELECT} ORDER BY archived_at IS NOT NULL, name COLLATE NOCASE"))?;
        let people = statement.query_map([], person)?.collect::<rusqlite::Result<_>>()?;
        Ok(people)
    })
}

/// The viewer where there is only one person, who is never asked who they are; `None` where there are more.
/// A single person who set a PIN is asked for it all the same.
pub fn only(store: &Store) -> Result<Option<Viewer>> {
    let active: Vec<Person> = list(store)?.into_iter().filter(|person| !person.archived).collect();
    match active.as_slice() {
        [person] if !person.has_pin => choose(store, person.id, "").map(Some),
        _ => Ok(None),
    }
}

/// The person of an id or a name (case does not matter; the name must be the only such one).
pub fn find(store: &Store, name_or_id: &str) -> Result<Person> {
    let wanted = name_or_id.trim();
    if wanted.is_empty() {
        return Err(EngineError::invalid(
            "no name is given",
            "Give the name of somebody here, whole, or the id.",
        ));
    }
    let people = list(store)?;
    if let Some(person) = people.iter().find(|person| person.id.to_string() == wanted) {
        return Ok(person.clone());
    }
    let named: Vec<&Person> =
        people.iter().filter(|person| person.name.to_lowercase() == wanted.to_lowercase()).collect();
    match named.as_slice() {
        [person] => Ok((*person).clone()),
        [] => {
            Err(EngineError::invalid(format!("nobody here is called \"{wanted}\""), nearly(&people, wanted)))
        }
        _ => {
            Err(EngineError::invalid(format!("more than one person is called \"{wanted}\""), "Give the id."))
        }
    }
}

/// What to do about a name that nobody has: the only one of which it is a word or the beginning is offered, never taken.
fn nearly(people: &[Person], wanted: &str) -> String {
    let wanted = wanted.to_lowercase();
    let near = |name: &str| {
        let name = name.to_lowercase();
        name.starts_with(&wanted) || name.split_whitespace().any(|word| word.starts_with(&wanted))
    };
    let mut meant = people.iter().filter(|one| !one.archived && !wanted.is_empty() && near(&one.name));
    match (meant.next(), meant.next()) {
        (Some(one), None) => format!("Did you mean \"{}\"? A name is given whole.", one.name),
        _ => "Check how it is written.".to_owned(),
    }
}

/// Takes somebody as the viewer. `pin` counts only where they have one.
pub fn choose(store: &Store, id: PersonId, pin: &str) -> Result<Viewer> {
    let viewer = store.look(|conn| {
        let person = super::active(conn, id)?;
        let stored: Option<String> = conn
            .query_row("SELECT pin_hash FROM person WHERE id = ?1", [id.0], |row| row.get(0))
            .optional()?
            .flatten();
        match stored {
            Some(stored) if !pin_matches(pin, &stored)? => Err(EngineError::WrongPin { name: person.name }),
            _ => Ok(Viewer(id)),
        }
    })?;
    stays(store, viewer);
    Ok(viewer)
}

/// Notes that somebody is at the keyboard still: whatever candidates came in meanwhile, by another program too, they can see
/// (blind review asks it). To be called wherever somebody who was chosen goes on without being chosen anew.
pub fn stays(store: &Store, viewer: Viewer) {
    // On a full disk it cannot be noted who was here; that must not keep anybody from reading.
    let _ = blind::at_keyboard(store, viewer);
}
