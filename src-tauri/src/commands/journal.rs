//! The journal, undo and verification.

use assay_engine::Done;
use assay_engine::journal::{self, JournalPage, Undone};
use assay_engine::store::VerifyReport;
use chrono::Utc;
use tauri::State;

use crate::error::Answer;
use crate::session::Session;

/// A page of the journal, newest first.
#[tauri::command]
#[specta::specta]
pub async fn journal_list(session: State<'_, Session>, offset: u32, limit: u32) -> Answer<JournalPage> {
    session.run(move |store, viewer| journal::list(store, viewer, offset, limit)).await
}

/// Checks the workspace.
#[tauri::command]
#[specta::specta]
pub async fn journal_verify(session: State<'_, Session>) -> Answer<VerifyReport> {
    session.run(|store, _| store.verify()).await
}

/// Takes an action back; without a sequence the viewer's last one that can be.
#[tauri::command]
#[specta::specta]
pub async fn journal_undo(session: State<'_, Session>, sequence: Option<u32>) -> Answer<Done<Undone>> {
    session.run(move |store, viewer| journal::undo(store, viewer, Utc::now(), sequence)).await
}
