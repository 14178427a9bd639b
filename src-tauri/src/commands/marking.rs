//! Marking across candidates.

use assay_domain::ids::{AssessmentId, InterviewId};
use assay_engine::Instant;
use assay_engine::marking::{self, MarkingInput, MarkingSet, MarkingSheet};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// What the viewer has to mark.
#[tauri::command]
#[specta::specta]
pub async fn marking_list(session: State<'_, Session>) -> Answer<Vec<MarkingSet>> {
    session.run(marking::list).await
}

/// One topic across the viewer's candidates, without names; the first where none is named.
#[tauri::command]
#[specta::specta]
pub async fn marking_show(
    session: State<'_, Session>,
    assessment_id: AssessmentId,
    topic: Option<String>,
) -> Answer<MarkingSheet> {
    session.run(move |store, viewer| marking::show(store, viewer, assessment_id, topic.as_deref())).await
}

/// Writes a rating into the viewer's own draft.
#[tauri::command]
#[specta::specta]
pub async fn marking_rate(
    session: State<'_, Session>,
    interview_id: InterviewId,
    input: MarkingInput,
) -> Answer<Instant> {
    session.run(move |store, viewer| marking::rate(store, viewer, Utc::now(), interview_id, input)).await
}
