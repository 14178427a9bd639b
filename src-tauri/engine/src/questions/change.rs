//! Asking and closing questions. Each can be taken back.

use assay_domain::ids::{ApplicationId, QuestionId};
use assay_domain::scorecard::TEXT_MAX;
use rusqlite::params;
use serde_json::json;
use uuid::Uuid;

use super::OpenQuestion;
use super::read::get;
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, applications, independence};

const ADD: Op = Op("question.add");
const CLOSE: Op = Op("question.close");

/// Adds a question about an application.
///
/// Errors: [`EngineError::ClosedToViewer`] while the viewer holds an open interview there; [`EngineError::Invalid`] where it
/// is empty or longer than [`TEXT_MAX`].
pub fn add(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    application: ApplicationId,
    question: &str,
) -> Result<Done<OpenQuestion>> {
    let question = text(question, "the question", "Say what is still to be found out.")?;
    let id = QuestionId(Uuid::now_v7());
    let done = store.transact(ADD, viewer, at, |tx| {
        let of = applications::get(tx, application)?;
        independence::ensure_open(tx, viewer, application)?;
        tx.execute(
            "INSERT INTO open_question (id, application_id, asked_at, person_id, question) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id.0, application.0, at, viewer.0.0, question],
        )?;
        tx.record(Noun::Question, id.0, &[application.0], &json!({"question": question}))?;
        tx.touch(Noun::Application, application.0);
        tx.touch(Noun::Role, of.role_id.0);
        Ok(())
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, id)))
}

/// Closes a question, with what was found out or why it is open no more.
///
/// Errors: [`EngineError::ClosedToViewer`]; [`EngineError::Conflict`] where it is closed already; [`EngineError::Invalid`]
/// without an answer, or with one longer than [`TEXT_MAX`].
pub fn close(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: QuestionId,
    answer: &str,
) -> Result<Done<OpenQuestion>> {
    let hint = "Say what was found out, or why it need not be found out any more.";
    let answer = text(answer, "the answer", hint)?;
    let done = store.transact(CLOSE, viewer, at, |tx| {
        let before = get(tx, id)?;
        independence::ensure_open(tx, viewer, before.application_id)?;
        if before.closed_at.is_some() {
            return Err(EngineError::conflict(
                "this question is closed already",
                "Ask another one, or take the closing back in the journal.",
            ));
        }
        tx.execute(
            "UPDATE open_question SET closed_at = ?2, closed_by = ?3, answer = ?4 WHERE id = ?1",
            params![id.0, at, viewer.0.0, answer],
        )?;
        tx.record(Noun::Question, id.0, &[before.application_id.0], &json!({"answer": answer}))?;
        tx.touch(Noun::Application, before.application_id.0);
        Ok(())
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, id)))
}

/// The text without white space around it; refused where nothing is left, or too much.
fn text<'a>(text: &'a str, noun: &str, hint: &str) -> Result<&'a str> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(EngineError::invalid(format!("{noun} is empty"), hint)),
        length if length > TEXT_MAX => Err(EngineError::invalid(
            format!("{noun} is {length} characters long; the limit is {TEXT_MAX}"),
            "Shorten it.",
        )),
        _ => Ok(text),
    }
}

/// Undo of an addition: the journal keeps what was asked.
pub(crate) fn undo_add(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    tx.execute("DELETE FROM open_question WHERE id = ?1", [entry.subject])?;
    Ok(())
}

/// Undo of a closing: open again.
pub(crate) fn undo_close(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    tx.execute(
        "UPDATE open_question SET closed_at = NULL, closed_by = NULL, answer = '' WHERE id = ?1",
        [entry.subject],
    )?;
    Ok(())
}
