//! Marking again: a rater's own consistency.

use assay_domain::ids::InterviewId;
use assay_domain::scorecard::ScorecardInput;
use assay_engine::retests::{self, OwnConsistency, RetestItem};
use assay_engine::scorecards::Form;
use assay_engine::{Done, Instant};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// Begins: at most so many of the viewer's own scorecards of some days ago, shuffled.
#[tauri::command]
#[specta::specta]
pub async fn retest_begin(session: State<'_, Session>, most: u32) -> Answer<Done<Vec<RetestItem>>> {
    session.run(move |store, viewer| retests::begin(store, viewer, Utc::now(), most)).await
}

/// What the viewer has still to mark again.
#[tauri::command]
#[specta::specta]
pub async fn retest_open(session: State<'_, Session>) -> Answer<Vec<RetestItem>> {
    session.run(retests::open).await
}

/// Gives up what is still to be marked again.
#[tauri::command]
#[specta::specta]
pub async fn retest_stop(session: State<'_, Session>) -> Answer<Done<u32>> {
    session.run(move |store, viewer| retests::stop(store, viewer, Utc::now())).await
}

/// The form of an interview to be marked again, with the draft of the second marking.
#[tauri::command]
#[specta::specta]
pub async fn retest_form(session: State<'_, Session>, interview_id: InterviewId) -> Answer<Form> {
    session.run(move |store, viewer| retests::form(store, viewer, interview_id)).await
}

/// Saves the draft of a second marking; gives when.
#[tauri::command]
#[specta::specta]
pub async fn retest_save_draft(
    session: State<'_, Session>,
    interview_id: InterviewId,
    input: ScorecardInput,
) -> Answer<Instant> {
    session
        .run(move |store, viewer| retests::save_draft(store, viewer, Utc::now(), interview_id, input))
        .await
}

/// Submits a second marking; gives what is still to be done.
#[tauri::command]
#[specta::specta]
pub async fn retest_submit(
    session: State<'_, Session>,
    interview_id: InterviewId,
    input: ScorecardInput,
) -> Answer<Done<Vec<RetestItem>>> {
    session.run(move |store, viewer| retests::submit(store, viewer, Utc::now(), interview_id, input)).await
}

/// The viewer's own second markings against their first.
#[tauri::command]
#[specta::specta]
pub async fn retest_consistency(session: State<'_, Session>) -> Answer<OwnConsistency> {
    session.run(move |store, viewer| retests::consistency(store, viewer, Utc::now())).await
}
