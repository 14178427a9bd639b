//! Open questions.

use assay_domain::ids::{ApplicationId, QuestionId};
use assay_engine::Done;
use assay_engine::questions::{self, OpenQuestion, OpenQuestions, QuestionQuery};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// The questions of a role, or of one application.
#[tauri::command]
#[specta::specta]
pub async fn question_list(session: State<'_, Session>, query: QuestionQuery) -> Answer<OpenQuestions> {
    session.run(move |store, viewer| questions::list(store, viewer, Utc::now(), query)).await
}

/// Adds a question about an application.
#[tauri::command]
#[specta::specta]
pub async fn question_add(
    session: State<'_, Session>,
    application_id: ApplicationId,
    question: String,
) -> Answer<Done<OpenQuestion>> {
    session
        .run(move |store, viewer| questions::add(store, viewer, Utc::now(), application_id, &question))
        .await
}

/// Closes a question with its answer.
#[tauri::command]
#[specta::specta]
pub async fn question_close(
    session: State<'_, Session>,
    question_id: QuestionId,
    answer: String,
) -> Answer<Done<OpenQuestion>> {
    session.run(move |store, viewer| questions::close(store, viewer, Utc::now(), question_id, &answer)).await
}
