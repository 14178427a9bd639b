//! Law 4: ratings of an application, and anything computed from them, are closed to whoever holds an open interview in it.
//! Marking again for self-consistency is held to the same law: until it is done, one's own first marking is closed too.
//!
//! Reads of one application call [`ensure_open`]; reads over many put `closed_sql` into theirs. Whoever is shown ratings
//! is noted by [`expose`], so that an interview assigned to them there later says "not independent".

use std::collections::BTreeSet;

use assay_domain::ids::{ApplicationId, PersonId, RoleId};
use rusqlite::{Connection, named_params, params};

use crate::store::{Noun, Op};
use crate::{EngineError, Instant, Result, Store, Viewer};

const READ: Op = Op("ratings.read");

/// SQL that is true where the application `{application}` is closed to the person bound as `:viewer`.
pub(crate) fn closed_sql(application: &str) -> String {
    format!(
        "(EXISTS (SELECT 1 FROM interview AS own WHERE own.application_id = {application} \
         AND own.person_id = :viewer AND own.state = 'open') \
         OR EXISTS (SELECT 1 FROM retest AS again JOIN interview AS own ON own.id = again.interview_id \
         WHERE own.application_id = {application} AND again.person_id = :viewer AND again.done_at IS NULL))"
    )
}

/// Whether the ratings of the application are closed to the viewer.
pub fn is_closed(conn: &Connection, viewer: Viewer, application: ApplicationId) -> Result<bool> {
    let sql = format!("SELECT {}", closed_sql(":application"));
    let closed = conn
        .prepare_cached(&sql)?
        .query_row(named_params! {":application": application.0, ":viewer": viewer.0.0}, |row| row.get(0))?;
    Ok(closed)
}

/// How many applications of a role, or of only the one that is named, are closed to the viewer.
pub(crate) fn closed_count(
    conn: &Connection,
    viewer: Viewer,
    role: RoleId,
    only: Option<ApplicationId>,
) -> Result<u32> {
    let sql = format!(
        "SELECT count(*) FROM application AS a WHERE a.role_id = :role AND (:only IS NULL OR a.id = :only) AND {}",
        closed_sql("a.id")
    );
    let bound = named_params! {":viewer": viewer.0.0, ":role": role.0, ":only": only.map(|id| id.0)};
    Ok(conn.prepare_cached(&sql)?.query_row(bound, |row| row.get(0))?)
}

/// Refuses with [`EngineError::ClosedToViewer`] where the application's ratings are closed to the viewer.
pub(crate) fn ensure_open(conn: &Connection, viewer: Viewer, application: ApplicationId) -> Result<()> {
    if is_closed(conn, viewer, application)? { Err(EngineError::ClosedToViewer) } else { Ok(()) }
}

/// Whether the person has read ratings of the application.
pub(crate) fn is_exposed(conn: &Connection, person: PersonId, application: ApplicationId) -> Result<bool> {
    let mut statement = conn.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM exposure WHERE person_id = ?1 AND application_id = ?2)",
    )?;
    Ok(statement.query_row(params![person.0, application.0], |row| row.get(0))?)
}

/// Notes that the viewer was shown ratings of these applications; journalled once for each person and application.
pub(crate) fn expose(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    applications: impl IntoIterator<Item = ApplicationId>,
) -> Result<()> {
    let wanted: BTreeSet<ApplicationId> = applications.into_iter().collect();
    let fresh = store.look(|conn| {
        let mut fresh = Vec::new();
        for application in wanted {
            if !is_exposed(conn, viewer.0, application)? {
                fresh.push(application);
            }
        }
        Ok(fresh)
    })?;
    if fresh.is_empty() {
        return Ok(());
    }
    store.transact(READ, viewer, at, |tx| {
        for application in fresh {
            expose_in(tx, viewer, at, application)?;
            tx.record(Noun::Application, application.0, &[viewer.0.0], &serde_json::json!({}))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// [`expose`] inside a write whose own journal entry says what the viewer has seen.
pub(crate) fn expose_in(
    conn: &Connection,
    viewer: Viewer,
    at: Instant,
    application: ApplicationId,
) -> Result<()> {
    conn.execute(
        "INSERT OR IGNORE INTO exposure (person_id, application_id, first_at) VALUES (?1, ?2, ?3)",
        params![viewer.0.0, application.0, at],
    )?;
    Ok(())
}
