//! Opening the debrief of an application: from then on every version of a scorecard says that it came after.

use std::collections::BTreeMap;

use assay_domain::ids::{ApplicationId, DecisionId, RoleId};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;
use serde_json::json;

use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, applications, independence};

const OPEN: Op = Op("debrief.open");

/// When the debrief of an application was opened, and by whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DebriefOpening {
    /// The application.
    pub application_id: ApplicationId,
    /// When.
    pub at: Instant,
    /// Name of whoever did it.
    pub by: String,
}

/// Opens the debrief of an application. Interviews may still be open: their scorecards will say that they came after.
///
/// Errors: [`EngineError::ClosedToViewer`] while the viewer holds an open interview there; [`EngineError::Conflict`] where it
/// is open already.
pub fn open(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    application: ApplicationId,
) -> Result<Done<DebriefOpening>> {
    store.transact(OPEN, viewer, at, |tx| {
        let of = applications::get(tx, application)?;
        independence::ensure_open(tx, viewer, application)?;
        if !open_in(tx, viewer, at, application)? {
            return Err(EngineError::conflict(
                "the debrief of this application is open already",
                "Go on with it.",
            ));
        }
        tx.record(Noun::Application, application.0, &[], &json!({}))?;
        tx.touch(Noun::Role, of.role_id.0);
        opening(tx, application)?.ok_or_else(|| EngineError::Defect("a debrief just opened is not".into()))
    })
}

/// Opens it inside another write, whose own entry says so; tells whether it was not open before.
pub(crate) fn open_in(
    conn: &Connection,
    viewer: Viewer,
    at: Instant,
    application: ApplicationId,
) -> Result<bool> {
    let opened = conn.execute(
        "INSERT OR IGNORE INTO debrief (application_id, opened_at, person_id) VALUES (?1, ?2, ?3)",
        params![application.0, at, viewer.0.0],
    )?;
    Ok(opened > 0)
}

/// The openings of a role's debriefs, by application.
pub(crate) fn openings(conn: &Connection, role: RoleId) -> Result<BTreeMap<ApplicationId, DebriefOpening>> {
    let mut statement = conn.prepare_cached(
        "SELECT d.application_id, d.opened_at, p.name FROM debrief AS d JOIN person AS p ON p.id = d.person_id
         JOIN application AS a ON a.id = d.application_id WHERE a.role_id = ?1",
    )?;
    let rows = statement.query_map([role.0], |row| {
        let id = ApplicationId(row.get(0)?);
        Ok((id, DebriefOpening { application_id: id, at: row.get(1)?, by: row.get(2)? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether and when it was opened.
pub(crate) fn opening(conn: &Connection, application: ApplicationId) -> Result<Option<DebriefOpening>> {
    let found = conn
        .prepare_cached(
            "SELECT d.opened_at, p.name FROM debrief AS d JOIN person AS p ON p.id = d.person_id
             WHERE d.application_id = ?1",
        )?
        .query_row([application.0], |row| {
            Ok(DebriefOpening { application_id: application, at: row.get(0)?, by: row.get(1)? })
        })
        .optional()?;
    Ok(found)
}

/// Undo of an opening that was a slip; refused once a version was written after it, which says so for ever.
pub(crate) fn undo_open(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    tx.execute("DELETE FROM debrief WHERE application_id = ?1", [entry.subject])?;
    Ok(())
}

/// Takes back that a decision opened the debrief; it stays open once a version was written after it.
pub(crate) fn close_again(conn: &Connection, decision: DecisionId) -> Result<()> {
    conn.execute(
        "DELETE FROM debrief WHERE application_id = (SELECT application_id FROM decision WHERE id = ?1)
         AND NOT EXISTS (SELECT 1 FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
                         WHERE i.application_id = debrief.application_id AND s.after_debrief = 1)",
        [decision.0],
    )?;
    Ok(())
}

#[cfg(test)]
#[path = "opening_tests.rs"]
mod tests;
