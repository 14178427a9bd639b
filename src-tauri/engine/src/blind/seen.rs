//! Who could have seen a name before it was hidden: whoever was here under their own name while it stood there openly.

use assay_domain::ids::{ApplicationId, PersonId, RoleId};
use rusqlite::{Connection, OptionalExtension as _, named_params, params};
use uuid::Uuid;

use super::who::is_blinded_sql;
use crate::{Instant, Result, Store, Viewer};

/// Notes that a person took the keyboard: whatever candidates are here now they can see, as far as none is hidden.
pub(crate) fn at_keyboard(store: &Store, viewer: Viewer) -> Result<()> {
    let fresh: Option<Uuid> = store.look(|conn| {
        Ok(conn
            .query_row(
                "SELECT n.id FROM (SELECT max(id) AS id FROM candidate) AS n
                 WHERE n.id > coalesce((SELECT newest FROM at_keyboard WHERE person_id = ?1), x'')",
                [viewer.0.0],
                |row| row.get(0),
            )
            .optional()?)
    })?;
    let Some(newest) = fresh else { return Ok(()) };
    store.scratch(|tx| {
        tx.execute(
            "INSERT INTO at_keyboard (person_id, newest) VALUES (?1, ?2)
             ON CONFLICT (person_id) DO UPDATE SET newest = excluded.newest",
            params![viewer.0.0, newest],
        )?;
        Ok(())
    })
}

/// Before a role becomes blind: keeps who could have seen whose its applications are. `doing` is at the keyboard now.
pub(super) fn note_before(conn: &Connection, at: Instant, doing: Viewer, role: RoleId) -> Result<()> {
    conn.prepare_cached(&format!(
        "{LAST} INSERT OR IGNORE INTO name_seen (person_id, application_id, why, at)
         SELECT p.id, f.id, 'before', :at {EVERYBODY} JOIN application AS f ON f.candidate_id = c.id
         WHERE f.role_id = :role AND {}",
        could_see_sql()
    ))?
    .execute(named_params! {":at": at, ":doing": doing.0.0, ":role": role.0})?;
    Ok(())
}

/// Before a candidate applies for a role: who could have seen their name, where the role is blind. Of somebody who came in
/// just now (`at`) that is only whoever added them.
pub(crate) fn witnesses(
    conn: &Connection,
    at: Instant,
    doing: Viewer,
    role: RoleId,
    candidate: Uuid,
) -> Result<Vec<PersonId>> {
    let (blind, added): (bool, Instant) = conn.query_row(
        "SELECT r.blind, c.added_at FROM role AS r, candidate AS c WHERE r.id = ?1 AND c.id = ?2",
        params![role.0, candidate],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    match (blind, added == at) {
        (false, _) => Ok(Vec::new()),
        (true, true) => Ok(vec![doing.0]),
        (true, false) => could_see(conn, doing, candidate),
    }
}

/// Keeps what [`witnesses`] found, once the application is there.
pub(crate) fn note_witnesses(
    conn: &Connection,
    at: Instant,
    application: ApplicationId,
    witnesses: &[PersonId],
) -> Result<()> {
    witnesses.iter().try_for_each(|person| keep(conn, at, *person, application.0, "before"))
}

/// When everybody wrote last.
const LAST: &str =
    "WITH last (person_id, at) AS (SELECT person_id, max(julianday(at)) FROM journal GROUP BY person_id)";

/// Everybody beside every candidate, with what [`could_see_sql`] asks.
const EVERYBODY: &str = "FROM candidate AS c CROSS JOIN person AS p
    LEFT JOIN at_keyboard AS k ON k.person_id = p.id LEFT JOIN last AS l ON l.person_id = p.id";

/// True of whoever took the keyboard or wrote something since the candidate came in, and is not blind to them anyhow: another
/// blind role may have hidden them all the time.
fn could_see_sql() -> String {
    let blinded = is_blinded_sql("p.id", "c.id");
    format!("(p.id = :doing OR k.newest >= c.id OR l.at >= julianday(c.added_at)) AND NOT {blinded}")
}

fn could_see(conn: &Connection, doing: Viewer, candidate: Uuid) -> Result<Vec<PersonId>> {
    let mut statement = conn.prepare_cached(&format!(
        "{LAST} SELECT p.id {EVERYBODY} WHERE c.id = :candidate AND {}",
        could_see_sql()
    ))?;
    let bound = named_params! {":candidate": candidate, ":doing": doing.0.0};
    let rows = statement.query_map(bound, |row| Ok(PersonId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Keeps that a person has seen whose application it is.
pub(super) fn keep(
    conn: &Connection,
    at: Instant,
    person: PersonId,
    application: Uuid,
    why: &str,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO name_seen (person_id, application_id, why, at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (person_id, application_id) DO UPDATE SET why = excluded.why WHERE excluded.why = 'opened'",
    )?
    .execute(params![person.0, application, why, at])?;
    Ok(())
}

/// Keeps that the coordinators of a role know all its names, also when they are none any more.
pub(super) fn coordinators_know(conn: &Connection, at: Instant, role: RoleId) -> Result<()> {
    conn.execute(
        "INSERT OR IGNORE INTO name_seen (person_id, application_id, why, at)
         SELECT k.person_id, a.id, 'coordinator', ?2 FROM role_coordinator AS k
         JOIN application AS a ON a.role_id = k.role_id WHERE k.role_id = ?1",
        params![role.0, at],
    )?;
    Ok(())
}
