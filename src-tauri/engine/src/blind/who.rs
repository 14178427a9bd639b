//! Who is blind to whom.

use std::collections::BTreeSet;

use assay_domain::ids::CandidateId;
use rusqlite::{Connection, named_params};
use uuid::Uuid;

use crate::journal::Entry;
use crate::store::{Noun, Tx};
use crate::{EngineError, Result, Viewer};

/// Candidates of whom the viewer sees a label only: those with an application to a blind role for which the viewer has not
/// submitted. Submitted means that a scorecard is in and no interview there is open any more. Who coordinates a blind role in
/// which the candidate is, or has opened their portfolio, knows the name and sees it.
/// Names the tables themselves: it is asked behind the views too. The person is the SQL expression `{person}`.
fn blinded_sql(person: &str) -> String {
    format!(
        "SELECT a.candidate_id FROM main.application AS a JOIN main.role AS r ON r.id = a.role_id
         WHERE r.blind = 1
           AND NOT (EXISTS (SELECT 1 FROM main.interview AS i WHERE i.application_id = a.id AND i.person_id = {person}
                        AND i.state = 'submitted')
                AND NOT EXISTS (SELECT 1 FROM main.interview AS i WHERE i.application_id = a.id AND i.person_id = {person}
                        AND i.state = 'open'))
           AND NOT EXISTS (SELECT 1 FROM main.application AS b JOIN main.role AS o ON o.id = b.role_id AND o.blind = 1
                        JOIN main.role_coordinator AS k ON k.role_id = b.role_id
                        WHERE b.candidate_id = a.candidate_id AND k.person_id = {person})
           AND NOT EXISTS (SELECT 1 FROM main.application AS b JOIN main.name_seen AS s ON s.application_id = b.id
                        WHERE b.candidate_id = a.candidate_id AND s.person_id = {person} AND s.why = 'opened')"
    )
}

/// SQL that is true where the person is blind to the candidate; both are SQL expressions.
pub(super) fn is_blinded_sql(person: &str, candidate: &str) -> String {
    format!("EXISTS ({} AND a.candidate_id = {candidate})", blinded_sql(person))
}

/// Whether any role is blind.
pub(crate) fn any(conn: &Connection) -> Result<bool> {
    let mut statement = conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM main.role WHERE blind = 1)")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

/// Everybody to whom the viewer is blind.
pub(super) fn blinded(conn: &Connection, viewer: Viewer) -> Result<BTreeSet<Uuid>> {
    let mut statement = conn.prepare_cached(&blinded_sql(":viewer"))?;
    let rows = statement.query_map(named_params! {":viewer": viewer.0.0}, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether the viewer is blind to the candidate.
pub(super) fn is_blinded(conn: &Connection, viewer: Viewer, candidate: Uuid) -> Result<bool> {
    let mut statement =
        conn.prepare_cached(&format!("SELECT {}", is_blinded_sql(":viewer", ":candidate")))?;
    let bound = named_params! {":viewer": viewer.0.0, ":candidate": candidate};
    Ok(statement.query_row(bound, |row| row.get(0))?)
}

/// Refuses what only somebody who sees the candidate's name can do: what they would write would stand in the place of what
/// is hidden from them.
pub(crate) fn ensure_named(conn: &Connection, viewer: Viewer, candidate: CandidateId) -> Result<()> {
    match note(conn, viewer, candidate)? {
        None => Ok(()),
        Some(_) => Err(EngineError::conflict(
            "you review this candidate blind",
            format!("Ask {} to do it.", coordinators(conn, candidate)?),
        )),
    }
}

/// Refuses what would tell which of several candidates is meant by a name or an address, to whoever is blind to one of them.
pub(crate) fn ensure_named_all(
    conn: &Connection,
    viewer: Viewer,
    mut candidates: impl Iterator<Item = CandidateId>,
    what: &str,
) -> Result<()> {
    let hidden = blinded(conn, viewer)?;
    match candidates.find(|one| hidden.contains(&one.0)) {
        None => Ok(()),
        Some(candidate) => Err(EngineError::conflict(
            format!("{what} would tell whom you review blind"),
            format!("Ask {} to do it.", coordinators(conn, candidate)?),
        )),
    }
}

/// Refuses what would tell who is here, by name or address, to whoever is blind to anybody.
pub(crate) fn ensure_names_all(conn: &Connection, viewer: Viewer, what: &str) -> Result<()> {
    let Some(candidate) = blinded(conn, viewer)?.first().copied() else { return Ok(()) };
    Err(EngineError::conflict(
        format!("{what} would tell whom you review blind"),
        format!("Ask {} to do it.", coordinators(conn, CandidateId(candidate))?),
    ))
}

/// Refuses to take back what made a candidate who they are, or brought them into a role, to whoever is blind to them: it would
/// lay the name open.
pub(crate) fn ensure_may_undo(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let about_who = matches!(entry.noun, Noun::Candidate | Noun::Account | Noun::Snapshot);
    if !about_who && entry.op != "application.add" {
        return Ok(());
    }
    let mut statement = tx.prepare_cached(
        "SELECT id FROM candidate WHERE id = ?1
         UNION SELECT candidate_id FROM application WHERE id = ?1
         UNION SELECT candidate_id FROM candidate_account WHERE account_id = ?1
         UNION SELECT candidate_id FROM snapshot WHERE id = ?1 AND candidate_id IS NOT NULL",
    )?;
    let found: Vec<Uuid> =
        statement.query_map([entry.subject], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    found.into_iter().try_for_each(|candidate| ensure_named(tx, tx.viewer(), CandidateId(candidate)))
}

/// What is told to a viewer who is blind to the candidate; `None` for everybody else.
pub(crate) fn note(conn: &Connection, viewer: Viewer, candidate: CandidateId) -> Result<Option<String>> {
    if !is_blinded(conn, viewer, candidate.0)? {
        return Ok(None);
    }
    Ok(Some(format!(
        "You review this candidate blind: who it is, their addresses, notes and snapshots are hidden until you have submitted. \
         {} knows the name.",
        coordinators(conn, candidate)?
    )))
}

/// The names of those who coordinate the candidate's blind roles.
fn coordinators(conn: &Connection, candidate: CandidateId) -> Result<String> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT p.name FROM main.application AS a JOIN main.role AS r ON r.id = a.role_id AND r.blind = 1
         JOIN main.role_coordinator AS k ON k.role_id = r.id JOIN main.person AS p ON p.id = k.person_id
         WHERE a.candidate_id = ?1 ORDER BY p.name",
    )?;
    let names: Vec<String> =
        statement.query_map([candidate.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(if names.is_empty() { "the role's coordinator".into() } else { names.join(" or ") })
}
