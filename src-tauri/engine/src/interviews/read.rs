//! Reading interviews. Nothing here is a rating; of drafts only whether the viewer has one.

use assay_domain::assessment::AssessmentKind;
use assay_domain::ids::{ApplicationId, AssessmentId, CandidateId, InterviewId, PersonId, RoleId};
use rusqlite::{Connection, OptionalExtension as _, Params, Row, named_params};

use super::{Interview, InterviewQuery, InterviewState, when};
use crate::store::column::word;
use crate::{EngineError, Result, Store, Viewer};

const SELECT: &str = "SELECT i.*, a.candidate_id, c.name AS candidate_name, a.role_id, r.title AS role_title,
        x.title AS assessment_title, x.kind, x.minutes, p.name AS person_name,
        (SELECT m.blind FROM blind_mark AS m WHERE m.interview_id = i.id) AS blind_mark, r.blind AS blind_role,
        EXISTS (SELECT 1 FROM role_coordinator AS k WHERE k.role_id = r.id AND k.person_id = i.person_id)
            OR EXISTS (SELECT 1 FROM name_seen AS n WHERE n.application_id = a.id AND n.person_id = i.person_id) AS named,
        i.person_id = :viewer AS mine,
        i.person_id = :viewer AND i.state = 'open'
            AND EXISTS (SELECT 1 FROM draft WHERE draft.interview_id = i.id) AS has_draft
    FROM interview AS i
    JOIN application AS a ON a.id = i.application_id
    JOIN candidate AS c ON c.id = a.candidate_id
    JOIN role AS r ON r.id = a.role_id
    JOIN assessment AS x ON x.id = i.assessment_id
    JOIN person AS p ON p.id = i.person_id";

/// The interviews that a query asks for: open ones first, by their time.
pub fn list(store: &Store, viewer: Viewer, query: &InterviewQuery) -> Result<Vec<Interview>> {
    store.read(viewer, |conn| list_in(conn, viewer, query))
}

pub(super) fn list_in(conn: &Connection, viewer: Viewer, query: &InterviewQuery) -> Result<Vec<Interview>> {
    let rest = "WHERE (:role IS NULL OR a.role_id = :role)
          AND (:application IS NULL OR i.application_id = :application)
          AND (:person IS NULL OR i.person_id = :person)
          AND (:state IS NULL OR i.state = :state)
        ORDER BY i.assigned_at, i.id";
    let mut found = select(
        conn,
        rest,
        named_params! {
            ":viewer": viewer.0.0,
            ":role": query.role_id.map(|id| id.0),
            ":application": query.application_id.map(|id| id.0),
            ":person": query.person_id.map(|id| id.0),
            ":state": query.state.map(InterviewState::as_str),
        },
    )?;
    when::by_time(&mut found);
    found.sort_by_key(|one| one.state != InterviewState::Open);
    Ok(found)
}

/// The interviews that the rest of a statement selects; `i` is the interview, `a` its application. `:viewer` must be bound.
pub(crate) fn select(conn: &Connection, rest: &str, params: impl Params) -> Result<Vec<Interview>> {
    let mut statement = conn.prepare_cached(&format!("{SELECT} {rest}"))?;
    let rows = statement.query_map(params, interview)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One interview, or [`EngineError::NotFound`].
pub(crate) fn get(conn: &Connection, viewer: Viewer, id: InterviewId) -> Result<Interview> {
    let found = select(conn, "WHERE i.id = :id", named_params! {":viewer": viewer.0.0, ":id": id.0})?;
    found.into_iter().next().ok_or_else(|| EngineError::not_found("interview", id))
}

/// The role of an application, or [`EngineError::NotFound`].
pub(crate) fn role_of(conn: &Connection, application: ApplicationId) -> Result<RoleId> {
    conn.prepare_cached("SELECT role_id FROM application WHERE id = ?1")?
        .query_row([application.0], |row| Ok(RoleId(row.get(0)?)))
        .optional()?
        .ok_or_else(|| EngineError::not_found("application", application))
}

fn interview(row: &Row<'_>) -> rusqlite::Result<Interview> {
    Ok(Interview {
        id: InterviewId(row.get("id")?),
        application_id: ApplicationId(row.get("application_id")?),
        candidate_id: CandidateId(row.get("candidate_id")?),
        candidate_name: row.get("candidate_name")?,
        role_id: RoleId(row.get("role_id")?),
        role_title: row.get("role_title")?,
        assessment_id: AssessmentId(row.get("assessment_id")?),
        assessment_title: row.get("assessment_title")?,
        kind: word(row, "kind")?,
        minutes: row.get("minutes")?,
        person_id: PersonId(row.get("person_id")?),
        person_name: row.get("person_name")?,
        state: word(row, "state")?,
        independent: row.get("independent")?,
        blind: blind(row)?,
        starts_local: row.get("starts_local")?,
        zone: row.get("zone")?,
        assigned_at: row.get("assigned_at")?,
        cancelled_reason: row.get("cancelled_reason")?,
        mine: row.get("mine")?,
        has_draft: row.get("has_draft")?,
    })
}

/// As it was kept when the scorecard came in; of an open interview as it would be now.
fn blind(row: &Row<'_>) -> rusqlite::Result<Option<bool>> {
    let (kept, role): (Option<bool>, bool) = (row.get("blind_mark")?, row.get("blind_role")?);
    let (state, kind): (InterviewState, AssessmentKind) = (word(row, "state")?, word(row, "kind")?);
    if kept.is_some() || !role || state != InterviewState::Open {
        return Ok(kept);
    }
    Ok(Some(!row.get::<_, bool>("named")? && kind.definition().can_be_blind))
}
