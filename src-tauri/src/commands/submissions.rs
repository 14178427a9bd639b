//! Submissions.

use std::path::Path;

use assay_domain::ids::{AssessmentId, CandidateId, EvidenceId, InterviewId, SubmissionId};
use assay_domain::submission::ColumnUse;
use assay_engine::submissions::{
    self, AddedSubmission, CandidateSubmissions, CitedLines, FormPreview, FormReport, NewSubmission,
    SubmissionDetail,
};
use assay_engine::{Done, Instant};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// What a candidate handed in, and what for they may.
#[tauri::command]
#[specta::specta]
pub async fn submission_list(
    session: State<'_, Session>,
    candidate_id: CandidateId,
) -> Answer<CandidateSubmissions> {
    session.run(move |store, viewer| submissions::of_candidate(store, viewer, candidate_id)).await
}

/// One submission with its texts.
#[tauri::command]
#[specta::specta]
pub async fn submission_show(
    session: State<'_, Session>,
    submission_id: SubmissionId,
) -> Answer<SubmissionDetail> {
    session.run(move |store, viewer| submissions::show(store, viewer, submission_id)).await
}

/// What was handed in for the assessment of an interview, newest first.
#[tauri::command]
#[specta::specta]
pub async fn submission_of_interview(
    session: State<'_, Session>,
    interview_id: InterviewId,
) -> Answer<Vec<SubmissionDetail>> {
    session.run(move |store, viewer| submissions::of_interview(store, viewer, interview_id)).await
}

/// Adds what was pasted, and the files and folders that were chosen.
#[tauri::command]
#[specta::specta]
pub async fn submission_add(
    session: State<'_, Session>,
    input: NewSubmission,
) -> Answer<Done<AddedSubmission>> {
    session.run(move |store, viewer| submissions::add(store, viewer, Utc::now(), &input)).await
}

/// Takes a submission away.
#[tauri::command]
#[specta::specta]
pub async fn submission_remove(session: State<'_, Session>, submission_id: SubmissionId) -> Answer<Done<()>> {
    session.run(move |store, viewer| submissions::remove(store, viewer, Utc::now(), submission_id)).await
}

/// Reads the export of a form without taking it.
#[tauri::command]
#[specta::specta]
pub async fn submission_preview_form(
    session: State<'_, Session>,
    assessment_id: AssessmentId,
    path: String,
    uses: Option<Vec<ColumnUse>>,
) -> Answer<FormPreview> {
    session
        .run(move |store, viewer| {
            submissions::preview_form(store, viewer, assessment_id, Path::new(&path), uses.as_deref())
        })
        .await
}

/// Takes the export of a form in.
#[tauri::command]
#[specta::specta]
pub async fn submission_import_form(
    session: State<'_, Session>,
    assessment_id: AssessmentId,
    path: String,
    uses: Option<Vec<ColumnUse>>,
) -> Answer<Done<FormReport>> {
    session
        .run(move |store, viewer| {
            let path = Path::new(&path);
            submissions::import_form(store, viewer, Utc::now(), assessment_id, path, uses.as_deref())
        })
        .await
}

/// Cites a part of a submission, or some lines of it, in the viewer's own draft.
#[tauri::command]
#[specta::specta]
pub async fn submission_cite(
    session: State<'_, Session>,
    interview_id: InterviewId,
    criterion: String,
    part_id: EvidenceId,
    lines: Option<CitedLines>,
) -> Answer<Instant> {
    session
        .run(move |store, viewer| {
            let now = Utc::now();
            submissions::cite(store, viewer, now, interview_id, &criterion, part_id, lines.as_ref())
        })
        .await
}
