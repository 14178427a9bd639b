//! Reading decisions, by law 4.

use assay_domain::decision::DecisionRecord;
use assay_domain::ids::{ApplicationId, CandidateId, DecisionId, RoleId};
use rusqlite::{Connection, Row, ToSql, named_params};

use super::Decision;
use super::others::{Stored, leave_out};
use crate::store::column::{json, json_or_none, word};
use crate::{EngineError, Instant, Result, Store, Viewer, independence};

/// SQL that is true where the decision `{decision}` was not taken back.
pub(crate) fn stands_sql(decision: &str) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM journal AS made JOIN undone USING (action)
                     WHERE made.subject_id = {decision} AND made.op = 'decision.make')"
    )
}

/// SQL for the kind of the newest decision about `{application}` that stands; NULL where none does.
pub(crate) fn standing_kind_sql(application: &str) -> String {
    format!(
        "(SELECT d.kind FROM decision AS d WHERE d.application_id = {application} AND {} ORDER BY d.at DESC, d.id DESC LIMIT 1)",
        stands_sql("d.id")
    )
}

fn sql(rest: &str) -> String {
    format!(
        "SELECT d.*, a.role_id, c.name AS candidate, r.title AS role_title, p.name AS person, n.version AS plan_version, {} AS closed,
            NOT ({}) AS taken_back
         FROM decision AS d
         JOIN application AS a ON a.id = d.application_id
         JOIN candidate AS c ON c.id = a.candidate_id
         JOIN role AS r ON r.id = a.role_id
         JOIN person AS p ON p.id = d.person_id
         JOIN plan AS n ON n.id = d.plan_id {rest}",
        independence::closed_sql("d.application_id"),
        stands_sql("d.id")
    )
}

/// The decisions on a candidate's applications, newest first. Those closed to the viewer are there without reason and
/// figures; of the others it is noted that the viewer has read them, and what they tell of applications closed to the viewer is
/// left out.
pub fn of_candidate(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
) -> Result<Vec<Decision>> {
    let decisions = store.read(viewer, |conn| {
        let params = named_params! {":viewer": viewer.0.0, ":candidate": candidate.0};
        all(conn, viewer, "WHERE a.candidate_id = :candidate", params)
    })?;
    exposed(store, viewer, at, decisions)
}

/// The decisions on one application, as [`of_candidate`]; what was decided of its candidate elsewhere is not read.
pub fn of_application(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    application: ApplicationId,
) -> Result<Vec<Decision>> {
    let decisions = store.read(viewer, |conn| {
        let params = named_params! {":viewer": viewer.0.0, ":application": application.0};
        all(conn, viewer, "WHERE a.id = :application", params)
    })?;
    exposed(store, viewer, at, decisions)
}

/// The decisions on all applications of a role, as [`of_candidate`].
pub fn of_role(store: &Store, viewer: Viewer, at: Instant, role: RoleId) -> Result<Vec<Decision>> {
    let decisions = store.read(viewer, |conn| {
        all(conn, viewer, "WHERE a.role_id = :role", named_params! {":viewer": viewer.0.0, ":role": role.0})
    })?;
    exposed(store, viewer, at, decisions)
}

fn all(
    conn: &Connection,
    viewer: Viewer,
    filter: &str,
    params: &[(&str, &dyn ToSql)],
) -> Result<Vec<Decision>> {
    let mut statement = conn.prepare_cached(&sql(&format!("{filter} ORDER BY d.id DESC")))?;
    let stored = statement.query_map(params, stored)?.collect::<rusqlite::Result<_>>()?;
    leave_out(conn, viewer, stored)
}

/// Notes that the viewer has read those that are open to them.
fn exposed(store: &Store, viewer: Viewer, at: Instant, decisions: Vec<Decision>) -> Result<Vec<Decision>> {
    let open = decisions.iter().filter(|one| !one.closed).map(|one| one.application_id);
    independence::expose(store, viewer, at, open)?;
    Ok(decisions)
}

/// One decision.
pub(super) fn get(conn: &Connection, viewer: Viewer, id: DecisionId) -> Result<Decision> {
    let found = all(conn, viewer, "WHERE d.id = :id", named_params! {":viewer": viewer.0.0, ":id": id.0})?;
    found.into_iter().next().ok_or_else(|| EngineError::not_found("decision", id))
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        role: RoleId(row.get("role_id")?),
        candidate: row.get("candidate")?,
        decision: decision(row)?,
    })
}

fn decision(row: &Row<'_>) -> rusqlite::Result<Decision> {
    let full = Decision {
        id: DecisionId(row.get("id")?),
        application_id: ApplicationId(row.get("application_id")?),
        role_title: row.get("role_title")?,
        kind: word(row, "kind")?,
        at: row.get("at")?,
        by: row.get("person")?,
        taken_back: row.get("taken_back")?,
        reason: row.get("reason")?,
        closed: row.get("closed")?,
        plan_version: row.get("plan_version")?,
        score: row.get("score")?,
        coverage: row.get("coverage")?,
        rests_on: json(row, "rests_on")?,
        record: json_or_none(row, "record")?.unwrap_or_default(),
    };
    if !full.closed {
        return Ok(full);
    }
    Ok(Decision {
        reason: String::new(),
        score: None,
        coverage: None,
        rests_on: Vec::new(),
        record: DecisionRecord::default(),
        ..full
    })
}
