//! Interviews.

use assay_domain::ids::{InterviewId, PersonId};
use assay_engine::Done;
use assay_engine::interviews::{self, Interview, InterviewQuery, NewInterview};
use assay_engine::today::{self as todays, Today};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// Interviews.
#[tauri::command]
#[specta::specta]
pub async fn interview_list(session: State<'_, Session>, query: InterviewQuery) -> Answer<Vec<Interview>> {
    session.run(move |store, viewer| interviews::list(store, viewer, &query)).await
}

/// Assigns an interview.
#[tauri::command]
#[specta::specta]
pub async fn interview_assign(session: State<'_, Session>, input: NewInterview) -> Answer<Done<Interview>> {
    session.run(move |store, viewer| interviews::assign(store, viewer, Utc::now(), &input)).await
}

/// Gives an interview to somebody else.
#[tauri::command]
#[specta::specta]
pub async fn interview_reassign(
    session: State<'_, Session>,
    interview_id: InterviewId,
    person_id: PersonId,
) -> Answer<Done<Interview>> {
    session
        .run(move |store, viewer| interviews::reassign(store, viewer, Utc::now(), interview_id, person_id))
        .await
}

/// Cancels an interview.
#[tauri::command]
#[specta::specta]
pub async fn interview_cancel(
    session: State<'_, Session>,
    interview_id: InterviewId,
    reason: String,
) -> Answer<Done<Interview>> {
    session
        .run(move |store, viewer| interviews::cancel(store, viewer, Utc::now(), interview_id, &reason))
        .await
}

/// What is to do.
#[tauri::command]
#[specta::specta]
pub async fn today(session: State<'_, Session>) -> Answer<Today> {
    session.run(|store, viewer| todays::today(store, viewer, Utc::now())).await
}
