//! Adding applications and moving them between stages.

use assay_domain::ids::{ApplicationId, CandidateId, RoleId};
use assay_domain::stage::{MoveRefused, Stage};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::json;
use uuid::Uuid;

use super::{Application, get};
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, blind, candidates, interviews};

const ADD: Op = Op("application.add");
const MOVE: Op = Op("application.move");

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
    store.transact(ADD, viewer, at, |tx| {
        let id = insert(tx, viewer, at, candidate, role, Stage::Applied, despite)?;
        get(tx, id)
    })
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
    add_move(tx, viewer, at, id, None, stage, &reason)?;
    blind::note_witnesses(tx, at, id, &witnesses)?;
    let payload = json!({"title": title, "to": stage, "reason": reason});
    tx.record(Noun::Application, id.0, &[candidate.0, role.0], &payload)?;
    tx.touch(Noun::Candidate, candidate.0);
    tx.touch(Noun::Role, role.0);
    Ok(id)
}

/// The reason of a move, with the word against the mark.
fn with_despite(reason: &str, despite: Option<&str>) -> String {
    match despite.map(str::trim).filter(|why| !why.is_empty()) {
        Some(why) => format!("{reason} (despite do-not-contact: {why})").trim_start().to_owned(),
        None => reason.to_owned(),
    }
}

/// Moves an application to another stage, by the rules of [`Stage::check_move`]. Refused where that means getting in touch
/// with a candidate who is not to be contacted ([`move_despite`]).
pub fn move_to(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: ApplicationId,
    to: Stage,
    reason: &str,
) -> Result<Done<Application>> {
    moving(store, viewer, at, id, to, reason, None)
}

/// [`move_to`] for a candidate who is not to be contacted; `why` stands in the application's history.
pub fn move_despite(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: ApplicationId,
    to: Stage,
    reason: &str,
    why: &str,
) -> Result<Done<Application>> {
    moving(store, viewer, at, id, to, reason, Some(why))
}

fn moving(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: ApplicationId,
    to: Stage,
    reason: &str,
    despite: Option<&str>,
) -> Result<Done<Application>> {
    let done = store.transact(MOVE, viewer, at, |tx| {
        let before = get(tx, id)?;
        if to.is_active() && !before.stage.is_active() {
            refuse_second(tx, before.candidate_id, before.role_id)?;
        }
        shift(tx, viewer, at, &before, to, reason.trim(), despite)
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, id)))
}

/// Moves an application inside a write, by the rules of [`Stage::check_move`]; a move and a decision both pass here. Where
/// means getting in touch with a candidate who is not to be contacted, only with `despite`. Where
/// it ends the application, the interviews still open there are cancelled with it: nobody waits for them any more.
pub(crate) fn shift(
    tx: &mut Tx<'_>,
    viewer: Viewer,
    at: Instant,
    before: &Application,
    to: Stage,
    reason: &str,
    despite: Option<&str>,
) -> Result<()> {
    before.stage.check_move(to, reason).map_err(refused)?;
    candidates::allow_stage(tx, before.candidate_id, to, despite)?;
    let reason = &with_despite(reason, despite);
    set_stage(tx, before.id, to, at)?;
    add_move(tx, viewer, at, before.id, Some(before.stage), to, reason)?;
    let payload = json!({"from": before.stage, "to": to, "reason": reason});
    tx.record(Noun::Application, before.id.0, &[before.candidate_id.0, before.role_id.0], &payload)?;
    tx.touch(Noun::Candidate, before.candidate_id.0);
    tx.touch(Noun::Role, before.role_id.0);
    if to.is_active() {
        return Ok(());
    }
    interviews::cancel_open(tx, viewer, before.id, &format!("the application ended: {to}"))
}

fn refused(why: MoveRefused) -> EngineError {
    let hint = match why {
        MoveRefused::Same(_) => "Choose another stage.",
        MoveRefused::EndNeedsReason(_) | MoveRefused::ReopenNeedsReason(_) => {
            "Say why in a sentence; it stands in the history."
        }
    };
    EngineError::invalid(why.to_string(), hint)
}

fn set_stage(tx: &Connection, id: ApplicationId, stage: Stage, since: Instant) -> Result<()> {
    tx.execute(
        "UPDATE application SET stage = ?2, since = ?3 WHERE id = ?1",
        params![id.0, stage.as_str(), since],
    )?;
    Ok(())
}

fn add_move(
    tx: &Connection,
    viewer: Viewer,
    at: Instant,
    id: ApplicationId,
    from: Option<Stage>,
    to: Stage,
    reason: &str,
) -> Result<()> {
    tx.execute(
        "INSERT INTO stage_move (application_id, position, at, person_id, from_stage, to_stage, reason)
         SELECT ?1, count(*), ?2, ?3, ?4, ?5, ?6 FROM stage_move WHERE application_id = ?1",
        params![id.0, at, viewer.0.0, from.map(Stage::as_str), to.as_str(), reason],
    )?;
    Ok(())
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

fn refuse_second(tx: &Connection, candidate: CandidateId, role: RoleId) -> Result<()> {
    let ends: Vec<String> =
        Stage::ALL.iter().filter(|stage| !stage.is_active()).map(|stage| format!("'{stage}'")).collect();
    let active: bool = tx.query_row(
        &format!(
            "SELECT EXISTS (SELECT 1 FROM application WHERE candidate_id = ?1 AND role_id = ?2 AND stage NOT IN ({}))",
            ends.join(", ")
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

/// Undo of an entry of a move: the stage before it, and the move out of the history (the journal keeps both); the
/// interviews that ended with it are open again.
pub(crate) fn undo_move(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    if entry.noun == Noun::Interview {
        return interviews::reopen(tx, entry);
    }
    let id = ApplicationId(entry.subject);
    let from = entry.text("from")?.parse().map_err(|error| EngineError::Damaged(format!("{error}")))?;
    tx.execute(
        "DELETE FROM stage_move WHERE application_id = ?1
         AND position = (SELECT max(position) FROM stage_move WHERE application_id = ?1)",
        [id.0],
    )?;
    let since = tx.query_row(
        "SELECT at FROM stage_move WHERE application_id = ?1 ORDER BY position DESC LIMIT 1",
        [id.0],
        |row| row.get(0),
    )?;
    set_stage(tx, id, from, since)
}

/// Undo of an addition. Nothing depends on it, or the undo was refused before.
pub(crate) fn undo_add(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    tx.execute("DELETE FROM stage_move WHERE application_id = ?1", [entry.subject])?;
    tx.execute("DELETE FROM exposure WHERE application_id = ?1", [entry.subject])?;
    tx.execute("DELETE FROM name_seen WHERE application_id = ?1", [entry.subject])?;
    tx.execute("DELETE FROM application WHERE id = ?1", [entry.subject])?;
    Ok(())
}
