//! Search over everything.

use assay_engine::search::{self as searching, Hit};
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// The best hits.
#[tauri::command]
#[specta::specta]
pub async fn search(session: State<'_, Session>, text: String) -> Answer<Vec<Hit>> {
    session.run(move |store, viewer| searching::all(store, viewer, Utc::now(), &text)).await
}
