//! Scorecards.

use assay_domain::ids::InterviewId;
use assay_domain::scorecard::{Citation, CitationInput, Missing, ScorecardInput};
use assay_engine::scorecards::{self, Form, Scorecard};
use assay_engine::{Done, Instant};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// The form to fill in.
#[tauri::command]
#[specta::specta]
pub async fn scorecard_form(session: State<'_, Session>, interview_id: InterviewId) -> Answer<Form> {
    session.run(move |store, viewer| scorecards::form(store, viewer, interview_id)).await
}

/// Keeps a draft; gives when.
#[tauri::command]
#[specta::specta]
pub async fn scorecard_save_draft(
    session: State<'_, Session>,
    interview_id: InterviewId,
    input: ScorecardInput,
) -> Answer<Instant> {
    session
        .run(move |store, viewer| scorecards::save_draft(store, viewer, Utc::now(), interview_id, input))
        .await
}

/// Cites a piece of evidence into the viewer's own draft.
#[tauri::command]
#[specta::specta]
pub async fn scorecard_cite(
    session: State<'_, Session>,
    interview_id: InterviewId,
    criterion: String,
    citation: CitationInput,
) -> Answer<Citation> {
    session
        .run(move |store, viewer| {
            scorecards::cite(store, viewer, Utc::now(), interview_id, &criterion, citation)
        })
        .await
}

/// What is missing for submitting.
#[tauri::command]
#[specta::specta]
pub async fn scorecard_check(
    session: State<'_, Session>,
    interview_id: InterviewId,
    input: ScorecardInput,
) -> Answer<Vec<Missing>> {
    session.run(move |store, viewer| scorecards::check(store, viewer, Utc::now(), interview_id, input)).await
}

/// Submits; final.
#[tauri::command]
#[specta::specta]
pub async fn scorecard_submit(
    session: State<'_, Session>,
    interview_id: InterviewId,
    input: ScorecardInput,
) -> Answer<Done<Scorecard>> {
    session.run(move |store, viewer| scorecards::submit(store, viewer, Utc::now(), interview_id, input)).await
}

/// Types in a scorecard written on paper by somebody else.
#[tauri::command]
#[specta::specta]
pub async fn scorecard_submit_paper(
    session: State<'_, Session>,
    interview_id: InterviewId,
    input: ScorecardInput,
) -> Answer<Done<Scorecard>> {
    session
        .run(move |store, viewer| scorecards::submit_paper(store, viewer, Utc::now(), interview_id, input))
        .await
}

/// Adds a later version.
#[tauri::command]
#[specta::specta]
pub async fn scorecard_amend(
    session: State<'_, Session>,
    interview_id: InterviewId,
    input: ScorecardInput,
    reason: String,
) -> Answer<Done<Scorecard>> {
    session
        .run(move |store, viewer| scorecards::amend(store, viewer, Utc::now(), interview_id, input, &reason))
        .await
}

/// All versions, newest first.
#[tauri::command]
#[specta::specta]
pub async fn scorecard_show(
    session: State<'_, Session>,
    interview_id: InterviewId,
) -> Answer<Vec<Scorecard>> {
    session.run(move |store, viewer| scorecards::show(store, viewer, Utc::now(), interview_id)).await
}
