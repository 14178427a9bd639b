//! Reading questions, by law 4.

use assay_domain::ids::{ApplicationId, CandidateId, PersonId, QuestionId};
use rusqlite::{Connection, OptionalExtension as _, Row, ToSql, named_params};

use super::{OpenQuestion, OpenQuestions, QuestionQuery};
use crate::measures::LeftOut;
use crate::{EngineError, Instant, Result, Store, Viewer, independence};

const SELECT: &str =
    "SELECT q.*, a.candidate_id, c.name AS candidate, p.name AS asked_by, e.name AS closed_by_name
    FROM open_question AS q JOIN application AS a ON a.id = q.application_id
    JOIN candidate AS c ON c.id = a.candidate_id
    JOIN person AS p ON p.id = q.person_id LEFT JOIN person AS e ON e.id = q.closed_by";

const ORDER: &str = "ORDER BY q.closed_at IS NOT NULL, q.closed_at DESC, q.asked_at, q.id";

/// The questions of a role. Those of applications closed to the viewer are left out and counted; of the others it is noted
/// that the viewer has read what somebody else asked.
pub fn list(store: &Store, viewer: Viewer, at: Instant, query: QuestionQuery) -> Result<OpenQuestions> {
    let only = query.application_id.map(|id| id.0);
    let found = store.read(viewer, |conn| {
        let bound = named_params! {":viewer": viewer.0.0, ":role": query.role_id.0, ":only": only};
        let here = "WHERE a.role_id = :role AND (:only IS NULL OR a.id = :only)";
        let shut = independence::closed_sql("a.id");
        let closed = independence::closed_count(conn, viewer, query.role_id, query.application_id)?;
        let questions = select(conn, &format!("{here} AND NOT {shut} {ORDER}"), bound)?;
        Ok(OpenQuestions { questions, left_out: LeftOut::of(closed) })
    })?;
    independence::expose(store, viewer, at, seen(&found.questions, viewer))?;
    Ok(found)
}

/// Applications of which somebody else's question is among these: whoever is shown them is noted as having read of ratings.
pub(crate) fn seen(questions: &[OpenQuestion], viewer: Viewer) -> impl Iterator<Item = ApplicationId> {
    questions.iter().filter(move |one| one.person_id != viewer.0).map(|one| one.application_id)
}

/// Those of one application. The caller has asked law 4.
pub(crate) fn of_application(conn: &Connection, application: ApplicationId) -> Result<Vec<OpenQuestion>> {
    let rest = format!("WHERE q.application_id = :application {ORDER}");
    select(conn, &rest, named_params! {":application": application.0})
}

/// One question, or [`EngineError::NotFound`].
pub(super) fn get(conn: &Connection, id: QuestionId) -> Result<OpenQuestion> {
    conn.prepare_cached(&format!("{SELECT} WHERE q.id = :id"))?
        .query_row(named_params! {":id": id.0}, question)
        .optional()?
        .ok_or_else(|| EngineError::not_found("question", id))
}

fn select(conn: &Connection, rest: &str, bound: &[(&str, &dyn ToSql)]) -> Result<Vec<OpenQuestion>> {
    let mut statement = conn.prepare_cached(&format!("{SELECT} {rest}"))?;
    Ok(statement.query_map(bound, question)?.collect::<rusqlite::Result<_>>()?)
}

fn question(row: &Row<'_>) -> rusqlite::Result<OpenQuestion> {
    Ok(OpenQuestion {
        id: QuestionId(row.get("id")?),
        application_id: ApplicationId(row.get("application_id")?),
        candidate_id: CandidateId(row.get("candidate_id")?),
        candidate_name: row.get("candidate")?,
        question: row.get("question")?,
        asked_at: row.get("asked_at")?,
        person_id: PersonId(row.get("person_id")?),
        asked_by: row.get("asked_by")?,
        closed_at: row.get("closed_at")?,
        closed_by: row.get("closed_by_name")?,
        answer: row.get("answer")?,
    })
}
