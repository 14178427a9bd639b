//! Making and changing candidates, and their row in the search index.

use assay_domain::candidate::{CandidateInput, FieldProblem};
use assay_domain::ids::CandidateId;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{CandidateDetail, show};
use crate::imports::attribution;
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, SearchRow, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, blind};

const CREATE: Op = Op("candidate.create");
const UPDATE: Op = Op("candidate.update");

impl From<FieldProblem> for EngineError {
    fn from(problem: FieldProblem) -> Self {
        EngineError::invalid(problem.to_string(), "Correct it and try again.")
    }
}

/// Adds a candidate by hand.
///
/// Errors: [`EngineError::Invalid`] where a field cannot stand, or a day of its provenance ([`super::ensure_days`]).
pub fn create(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    input: CandidateInput,
) -> Result<Done<CandidateDetail>> {
    let input = input.checked()?;
    super::ensure_days(&input.provenance, None, at)?;
    let done = store.transact(CREATE, viewer, at, |tx| {
        let id = insert(tx, at, &input)?;
        super::recognise(tx, id, at)?;
        tx.record(Noun::Candidate, id.0, &[], &json!({"name": input.name}))?;
        Ok(id)
    })?;
    done.try_map(|id| show(store, viewer, at, id))
}

/// Changes what is said about a candidate.
///
/// Errors: [`EngineError::NotFound`]; [`EngineError::Conflict`] where the viewer is blind to the candidate;
/// [`EngineError::Invalid`] where a text is changed around what is hidden from the viewer in it.
pub fn update(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: CandidateId,
    input: CandidateInput,
) -> Result<Done<CandidateDetail>> {
    let mut input = input.checked()?;
    let done = store.transact(UPDATE, viewer, at, |tx| {
        blind::ensure_named(tx, viewer, id)?;
        let before = fields(tx, id)?;
        let stored: CandidateInput = serde_json::from_value(before.clone())?;
        super::ensure_days(&input.provenance, Some(&stored.provenance), at)?;
        over(tx, viewer, &mut input, &stored)?;
        if input == stored {
            return Ok(());
        }
        write(tx, id, &input)?;
        let payload = json!({"name": input.name, "before": before, "after": fields(tx, id)?});
        super::recognise(tx, id, at)?;
        tx.record(Noun::Candidate, id.0, &[], &payload)
    })?;
    done.try_map(|()| show(store, viewer, at, id))
}

/// Inserts a checked candidate and its search row. Journalled by the caller.
pub(crate) fn insert(tx: &Connection, at: Instant, input: &CandidateInput) -> Result<CandidateId> {
    let id = CandidateId(Uuid::now_v7());
    tx.prepare_cached(
        "INSERT INTO candidate (id, name, email, location, headline, notes, source, basis, permission, given_on, until, added_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        id.0,
        input.name,
        input.email,
        input.location,
        input.headline,
        input.notes,
        input.provenance.source.as_str(),
        input.provenance.basis.as_str(),
        input.provenance.permission,
        input.provenance.given_on,
        input.provenance.until,
        at
    ])?;
    index(tx, id)?;
    Ok(id)
}

/// What the viewer gives back as they read it stays as it is stored.
fn over(
    conn: &Connection,
    viewer: Viewer,
    input: &mut CandidateInput,
    stored: &CandidateInput,
) -> Result<()> {
    let over = blind::Over::of(conn, viewer)?;
    let permission = &mut input.provenance.permission;
    for (what, given, stored) in [
        ("the location", &mut input.location, &stored.location),
        ("the headline", &mut input.headline, &stored.headline),
        ("the text of the notes", &mut input.notes, &stored.notes),
        ("the text of the permission", permission, &stored.provenance.permission),
    ] {
        *given = over.text(what, given, stored)?;
    }
    Ok(())
}

fn write(tx: &Connection, id: CandidateId, input: &CandidateInput) -> Result<()> {
    tx.execute(
        "UPDATE candidate SET name = ?2, email = ?3, location = ?4, headline = ?5, notes = ?6,
                source = ?7, basis = ?8, permission = ?9, given_on = ?10, until = ?11 WHERE id = ?1",
        params![
            id.0,
            input.name,
            input.email,
            input.location,
            input.headline,
            input.notes,
            input.provenance.source.as_str(),
            input.provenance.basis.as_str(),
            input.provenance.permission,
            input.provenance.given_on,
            input.provenance.until
        ],
    )?;
    attribution::of_candidate(tx, id)?;
    index(tx, id)
}

/// The fields as they stand, in the form of the input.
fn fields(conn: &Connection, id: CandidateId) -> Result<Value> {
    let text: Option<String> = conn
        .prepare_cached(
            "SELECT json_object('name', name, 'email', email, 'location', location, 'headline', headline, 'notes', notes,
                'provenance', json_object('source', source, 'basis', basis, 'permission', permission, 'given_on', given_on, 'until', until))
             FROM candidate WHERE id = ?1",
        )?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    let text = text.ok_or_else(|| EngineError::not_found("candidate", id))?;
    Ok(serde_json::from_str(&text)?)
}

/// Undo of a change: the fields before it.
pub(crate) fn undo_update(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let before = entry.payload.get("before").cloned().unwrap_or_default();
    write(tx, CandidateId(entry.subject), &serde_json::from_value(before)?)
}

/// Writes the candidate's row of the search index anew: name, and everything said about them, logins included.
pub(crate) fn index(tx: &Connection, id: CandidateId) -> Result<()> {
    let (name, body): (String, String) = tx
        .prepare_cached(
            "SELECT name, concat_ws(char(10), email, location, headline, notes,
                (SELECT group_concat(l.login, ' ') FROM candidate_account AS ca
                 JOIN account_login AS l USING (account_id) WHERE ca.candidate_id = candidate.id))
             FROM candidate WHERE id = ?1",
        )?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let row = SearchRow {
        noun: Noun::Candidate,
        subject: id.0,
        candidate: Some(id.0),
        snapshot: None,
        application: None,
        title: &name,
        body: &body,
    };
    row.replace(tx)
}
