//! Rubrics.

use std::path::Path;

use assay_domain::rubric::{Rubric, RubricComparison};
use assay_engine::Done;
use assay_engine::rubrics::{self, CheckedText, RubricSummary};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// All rubrics.
#[tauri::command]
#[specta::specta]
pub async fn rubric_list(session: State<'_, Session>) -> Answer<Vec<RubricSummary>> {
    session.run(rubrics::list).await
}

/// One version of a rubric.
#[tauri::command]
#[specta::specta]
pub async fn rubric_show(session: State<'_, Session>, rubric_id: String, version: u32) -> Answer<Rubric> {
    session.run(move |store, viewer| rubrics::show(store, viewer, &rubric_id, version)).await
}

/// Two versions beside each other.
#[tauri::command]
#[specta::specta]
pub async fn rubric_compare(
    session: State<'_, Session>,
    rubric_id: String,
    from: u32,
    to: u32,
) -> Answer<RubricComparison> {
    session.run(move |store, viewer| rubrics::compare(store, viewer, &rubric_id, from, to)).await
}

/// A version as a text to edit, under the next free number.
#[tauri::command]
#[specta::specta]
pub async fn rubric_text_to_edit(
    session: State<'_, Session>,
    rubric_id: String,
    version: u32,
) -> Answer<String> {
    session.run(move |store, viewer| rubrics::text_to_edit(store, viewer, &rubric_id, version)).await
}

/// What there is to say about a text that is being edited.
#[tauri::command]
#[specta::specta]
pub async fn rubric_check_text(session: State<'_, Session>, text: String) -> Answer<CheckedText> {
    session.run(move |store, viewer| rubrics::check_text(store, viewer, &text, "")).await
}

/// Takes an edited text in as a version.
#[tauri::command]
#[specta::specta]
pub async fn rubric_import_text(session: State<'_, Session>, text: String) -> Answer<Done<RubricSummary>> {
    session.run(move |store, viewer| rubrics::import_text(store, viewer, Utc::now(), &text, "the text")).await
}

/// Takes a file in.
#[tauri::command]
#[specta::specta]
pub async fn rubric_import_file(session: State<'_, Session>, path: String) -> Answer<Done<RubricSummary>> {
    session.run(move |store, viewer| rubrics::import_file(store, viewer, Utc::now(), Path::new(&path))).await
}

/// Writes a version as a file; the dialog has asked whether one that is there may be replaced.
#[tauri::command]
#[specta::specta]
pub async fn rubric_export_file(
    session: State<'_, Session>,
    rubric_id: String,
    version: u32,
    path: String,
) -> Answer<()> {
    session
        .run(move |store, viewer| {
            rubrics::export_file(store, viewer, &rubric_id, version, Path::new(&path), true)
        })
        .await
}
