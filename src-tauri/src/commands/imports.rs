//! Imports: started here, run on a thread of their own, told of by events.

use std::path::PathBuf;

use assay_domain::ids::ImportId;
use assay_engine::imports::{self, ImportProgress, ImportReport, ImportStart, ImportSummary, Input};
use assay_engine::{Noun, Store, Viewer};
use assay_github::Limits;
use chrono::Utc;
use tauri::{AppHandle, State};
use tauri_specta::Event as _;

use crate::error::{Answer, AppError};
use crate::events::{ImportProgressed, WorkspaceChanged};
use crate::session::Session;

/// Starts an import in the background; gives its id. Progress comes by event.
#[tauri::command]
#[specta::specta]
pub async fn import_start(
    app: AppHandle,
    session: State<'_, Session>,
    input: ImportStart,
) -> Answer<ImportId> {
    let open = session.current().ok_or_else(AppError::locked)?;
    let viewer = open.viewer.ok_or_else(AppError::locked)?;
    let id = imports::new_id();
    let session = session.inner().clone();
    let cancel = session.start_import(id);
    tauri::async_runtime::spawn_blocking(move || {
        run(&app, &open.store, viewer, id, &input, &cancel);
        session.end_import(id);
    });
    Ok(id)
}

fn run(
    app: &AppHandle,
    store: &Store,
    viewer: Viewer,
    id: ImportId,
    input: &ImportStart,
    cancel: &std::sync::atomic::AtomicBool,
) {
    let limits = Limits::default();
    let inputs = input.paths.iter().map(|path| open_input(path, &limits)).collect();
    let mut tell = |progress: &ImportProgress| emit(app, progress);
    let result = imports::run(store, viewer, &Utc::now, id, input, inputs, &mut tell, cancel);
    if let Err(error) = result {
        let failed = ImportProgress::failed(id, AppError::from(error).into());
        emit(app, &failed);
    }
    let changed = [Noun::Candidate, Noun::Account, Noun::Snapshot, Noun::Import];
    let changed = changed.map(|noun| assay_engine::Change { noun, id: id.0 }).to_vec();
    // A window that has closed needs no news.
    let _ = WorkspaceChanged { changed }.emit(app);
}

/// Opens a path for reading; one that cannot be is reported, not fatal.
fn open_input(path: &str, limits: &Limits) -> Input {
    match assay_github::open(&PathBuf::from(path), limits) {
        Ok(source) => Input::Source(source),
        Err(error) => Input::Refused { path: path.into(), reason: error.to_string() },
    }
}

fn emit(app: &AppHandle, progress: &ImportProgress) {
    let _ = ImportProgressed { progress: progress.clone() }.emit(app);
}

/// Cancels a running import; what came in whole stays.
#[tauri::command]
#[specta::specta]
pub async fn import_cancel(session: State<'_, Session>, import_id: ImportId) -> Answer<()> {
    session.cancel_import(import_id);
    Ok(())
}

/// The report of an import.
#[tauri::command]
#[specta::specta]
pub async fn import_report(session: State<'_, Session>, import_id: ImportId) -> Answer<ImportReport> {
    session.run(move |store, viewer| imports::report(store, viewer, import_id)).await
}

/// All imports, newest first.
#[tauri::command]
#[specta::specta]
pub async fn import_list(session: State<'_, Session>) -> Answer<Vec<ImportSummary>> {
    session.run(|store, viewer| imports::list(store, viewer)).await
}
