//! Adding applications.

use assay_domain::ids::{ApplicationId, CandidateId, RoleId};
use assay_domain::stage::Stage;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::json;
use uuid::Uuid;

use super::moves::{Move, add_move, with_despite};
use super::{Application, get};
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, blind, candidates, impact, roles};

const ADD: Op = Op("application.add");

/// Has a candidate apply for a role. Refused for one who is not to be contacted ([`add_despite`]). Refused while another application of theirs for it is under way; once that ended, this
/// is another one.
pub fn add(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
    role: RoleId,
) -> Result<Done<Application>> {
    adding(store, viewer, at, candidate, role, None)
}

/// [`add`] for a candidate who is not to be contacted; `why` stands in the application's history.
pub fn add_despite(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
    role: RoleId,
    why: &str,
) -> Result<Done<Application>> {
    adding(store, viewer, at, candidate, role, Some(why))
}

fn adding(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
    role: RoleId,
    despite: Option<&str>,
) -> Result<Done<Application>> {
    let done = store
        .transact(ADD, viewer, at, |tx| insert(tx, viewer, at, candidate, role, Stage::Applied, despite))?;
    done.try_map(|id| store.read(viewer, |conn| get(conn, id)))
}

/// Inserts an application with its first move, and its journal entry. `despite`: why, although the candidate is not to be
/// contacted.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
    role: RoleId,
    stage: Stage,
    despite: Option<&str>,
) -> Result<ApplicationId> {
    candidates::exists(tx, candidate)?;
    candidates::allow_stage(tx, candidate, stage, despite)?;
    let title = open_role(tx, role)?;
    refuse_second(tx, candidate, role)?;
    let witnesses = blind::witnesses(tx, at, viewer, role, candidate.0)?;
    let id = ApplicationId(Uuid::now_v7());
    tx.execute(
        "INSERT INTO application (id, candidate_id, role_id, stage, since, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?5)",
        params![id.0, candidate.0, role.0, stage.as_str(), at],
    )?;
    let reason = with_despite("", despite);
    add_move(tx, viewer, at, id, None, Move { to: stage, why: None, reason: &reason, despite })?;
    blind::note_witnesses(tx, at, id, &witnesses)?;
    let to_title = roles::stage_name(tx, role, stage)?;
    let payload = json!({"title": title, "to": stage, "to_title": to_title, "reason": reason});
    tx.record(Noun::Application, id.0, &[candidate.0, role.0], &payload)?;
    tx.touch(Noun::Candidate, candidate.0);
    tx.touch(Noun::Role, role.0);
    Ok(id)
}

fn open_role(tx: &Connection, role: RoleId) -> Result<String> {
    let found: Option<(String, bool)> = tx
        .query_row("SELECT title, open FROM role WHERE id = ?1", [role.0], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    match found {
        Some((title, true)) => Ok(title),
        Some((title, false)) => {
            Err(EngineError::conflict(format!("the role {title} is closed"), "Open it again first."))
        }
        None => Err(EngineError::not_found("role", role)),
    }
}

/// The stages in which an application has ended, as a list in SQL.
pub(crate) fn ends_sql() -> String {
    let ends = Stage::ALL.iter().filter(|stage| !stage.is_active());
    ends.map(|stage| format!("'{stage}'")).collect::<Vec<_>>().join(", ")
}

pub(super) fn refuse_second(tx: &Connection, candidate: CandidateId, role: RoleId) -> Result<()> {
    let active: bool = tx.query_row(
        &format!(
            "SELECT EXISTS (SELECT 1 FROM application WHERE candidate_id = ?1 AND role_id = ?2 AND stage NOT IN ({}))",
            ends_sql()
        ),
        params![candidate.0, role.0],
        |row| row.get(0),
    )?;
    if active {
        return Err(EngineError::conflict(
            "this candidate has an application for this role that is under way",
            "Move that one, or end it first.",
        ));
    }
    Ok(())
}

/// Undo of an addition. Nothing depends on it, or the undo was refused before.
pub(crate) fn undo_add(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    tx.execute("DELETE FROM stage_move WHERE application_id = ?1", [entry.subject])?;
    tx.execute("DELETE FROM exposure WHERE application_id = ?1", [entry.subject])?;
    tx.execute("DELETE FROM name_seen WHERE application_id = ?1", [entry.subject])?;
    impact::forget_counted(tx, entry.subject)?;
    tx.execute("DELETE FROM application WHERE id = ?1", [entry.subject])?;
    Ok(())
}
