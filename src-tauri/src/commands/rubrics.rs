//! Rubrics.

use assay_domain::rubric::Rubric;
use assay_engine::rubrics::{self, RubricSummary};
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
