//! Turning blind review of a role on and off, and naming who coordinates it.

use assay_domain::ids::{PersonId, RoleId};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use super::{seen, state};
use crate::journal::Entry;
use crate::roles::{self, RoleDetail};
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, people};

const SWITCH: Op = Op("role.blind");

/// How blind review is to be.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct BlindInput {
    /// Whether it is on.
    pub on: bool,
    /// Who sees names and writes to candidates; at least one while it is on.
    pub coordinators: Vec<PersonId>,
}

/// As it stands in the journal.
#[derive(Serialize, Deserialize)]
struct Stored {
    on: bool,
    coordinators: Vec<Uuid>,
}

/// Turns blind review of a role on or off. Whoever could have seen a name before is "not blind" there for ever; so is a
/// coordinator.
///
/// Errors: [`EngineError::Invalid`] without a coordinator; [`EngineError::Conflict`] where the role is blind and the viewer
/// does not coordinate it: otherwise any reviewer could look behind it.
pub fn switch(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    role: RoleId,
    input: &BlindInput,
) -> Result<Done<RoleDetail>> {
    let done = store.transact(SWITCH, viewer, at, |tx| {
        let before = stored(tx, role)?;
        ensure_may(tx, viewer, role, &before)?;
        let mut coordinators: Vec<Uuid> = input.coordinators.iter().map(|person| person.0).collect();
        coordinators.sort_unstable();
        coordinators.dedup();
        for person in &coordinators {
            people::active(tx, PersonId(*person))?;
        }
        if input.on && coordinators.is_empty() {
            return Err(EngineError::invalid(
                "nobody would see the candidates' names",
                "Name at least one coordinator, who writes to candidates.",
            ));
        }
        let after = Stored { on: input.on, coordinators };
        if before.on == after.on && before.coordinators == after.coordinators {
            return Ok(());
        }
        write(tx, at, viewer, role, &after)?;
        let title = roles::summary(tx, role)?.title;
        let word = |on: bool| if on { "blind" } else { "not blind" };
        let payload = json!({
            "title": title, "from": word(before.on), "to": word(after.on), "before": before, "after": after,
        });
        tx.record(Noun::Role, role.0, &after.coordinators, &payload)?;
        touch(tx, role)
    })?;
    done.try_map(|()| roles::show(store, viewer, role))
}

/// Undo: what it was before. Held to the same as the switch.
pub(crate) fn undo_switch(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let role = RoleId(entry.subject);
    ensure_may(tx, tx.viewer(), role, &stored(tx, role)?)?;
    let before = entry.payload.get("before").cloned().unwrap_or_default();
    write(tx, tx.instant()?, tx.viewer(), role, &serde_json::from_value(before)?)
}

/// What shows names must be read anew.
pub(crate) fn touch(tx: &mut Tx<'_>, role: RoleId) -> Result<()> {
    let mut statement =
        tx.prepare_cached("SELECT id, candidate_id FROM application WHERE role_id = ?1 LIMIT 1000")?;
    let found: Vec<(Uuid, Uuid)> = statement
        .query_map([role.0], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    drop(statement);
    for (application, candidate) in found {
        tx.touch(Noun::Application, application);
        tx.touch(Noun::Candidate, candidate);
    }
    for noun in [Noun::Interview, Noun::Account, Noun::Snapshot, Noun::Scorecard, Noun::Decision] {
        tx.touch(noun, role.0);
    }
    Ok(())
}

fn stored(conn: &Connection, role: RoleId) -> Result<Stored> {
    roles::summary(conn, role)?;
    let on = conn.query_row("SELECT blind FROM role WHERE id = ?1", [role.0], |row| row.get(0))?;
    let mut coordinators: Vec<Uuid> =
        state::coordinators(conn, role)?.into_iter().map(|person| person.id.0).collect();
    coordinators.sort_unstable();
    Ok(Stored { on, coordinators })
}

/// Only a coordinator may change a blind role; anybody where all of them are gone.
fn ensure_may(conn: &Connection, viewer: Viewer, role: RoleId, now: &Stored) -> Result<()> {
    if !now.on || now.coordinators.contains(&viewer.0.0) {
        return Ok(());
    }
    let active: Vec<String> = state::coordinators(conn, role)?
        .into_iter()
        .filter(|one| people::active(conn, one.id).is_ok())
        .map(|one| one.name)
        .collect();
    if active.is_empty() {
        return Ok(());
    }
    Err(EngineError::conflict(
        "this role is reviewed blind, and you do not coordinate it",
        format!("Ask {}: only a coordinator can change this.", active.join(" or ")),
    ))
}

/// Writes it. Where the names stood open until now, who could have seen them is kept first: whoever turns it on, by a switch
/// or by an undo.
fn write(conn: &Connection, at: Instant, doing: Viewer, role: RoleId, after: &Stored) -> Result<()> {
    if after.on && !stored(conn, role)?.on {
        seen::note_before(conn, at, doing, role)?;
    }
    seen::coordinators_know(conn, at, role)?;
    conn.execute("UPDATE role SET blind = ?2 WHERE id = ?1", params![role.0, after.on])?;
    conn.execute("DELETE FROM role_coordinator WHERE role_id = ?1", [role.0])?;
    for person in &after.coordinators {
        conn.execute(
            "INSERT INTO role_coordinator (role_id, person_id) VALUES (?1, ?2)",
            params![role.0, person],
        )?;
    }
    Ok(())
}
