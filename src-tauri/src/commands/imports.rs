//! Imports: started here, run on a thread of their own, told of by events.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use assay_domain::ids::ImportId;
use assay_domain::import::EntryReport;
use assay_domain::terms::{self, Terms};
use assay_engine::imports::{self, ImportReport, ImportStart, ImportState, ImportSummary, Input, Run};
use assay_engine::{Change, Noun};
use assay_github::{Chosen, LIMITS, Limit, Limits, NoAccount, Options};
use chrono::Utc;
use serde::Serialize;
use tauri::{AppHandle, State};
use tauri_specta::Event as _;

use crate::error::{Answer, AppError, ErrorCode};
use crate::events::{ImportProgress, WorkspaceChanged};
use crate::session::{Open, Session};

/// Starts an import in the background; gives its id. Progress comes by event. Of an archive of everybody's events those
/// of `accounts` are read: logins, or `id:` and a number. `limits` are those that are not the usual ones, as `NAME=VALUE`.
#[tauri::command]
#[specta::specta]
pub async fn import_start(
    app: AppHandle,
    session: State<'_, Session>,
    input: ImportStart,
    accounts: Vec<String>,
    limits: Vec<String>,
) -> Answer<ImportId> {
    let options = Options::new(limited(&limits)?, chosen(&accounts)?);
    let open = session.current().filter(|open| open.viewer.is_some()).ok_or_else(AppError::locked)?;
    let id = ImportId(uuid::Uuid::now_v7());
    let session = session.inner().clone();
    let cancel = session.start_import(id);
    tauri::async_runtime::spawn_blocking(move || {
        work(&app, &session, &open, id, &input, &options, &cancel);
    });
    Ok(id)
}

/// Runs an import to its end and tells of it; says whether it came in.
pub(super) fn work(
    app: &AppHandle,
    session: &Session,
    open: &Open,
    id: ImportId,
    input: &ImportStart,
    options: &Options,
    cancel: &AtomicBool,
) -> bool {
    let report = run(app, open, id, input, options, cancel);
    let came_in = report.as_ref().is_ok_and(|report| report.state == ImportState::Done);
    match report {
        Ok(report) => session.end_import(id, Some(report)),
        Err(error) => {
            session.end_import(id, None);
            // A window that has closed needs no news; so for the other events.
            let _ = ImportProgress::failed(id, error).emit(app);
        }
    }
    let nouns = [Noun::Candidate, Noun::Account, Noun::Snapshot, Noun::Import, Noun::Application];
    let changed = nouns.map(|noun| Change { noun, id: id.0 }).to_vec();
    let _ = WorkspaceChanged { changed }.emit(app);
    came_in
}

fn run(
    app: &AppHandle,
    open: &Open,
    id: ImportId,
    start: &ImportStart,
    options: &Options,
    cancel: &AtomicBool,
) -> Answer<ImportReport> {
    let viewer = open.viewer.ok_or_else(AppError::locked)?;
    let inputs = start.paths.iter().map(|path| open_input(path, options)).collect();
    let run = Run { store: &open.store, viewer, id, now: &Utc::now, start, cancel };
    let mut tell = |progress: &imports::Progress| {
        let _ = ImportProgress::of(progress).emit(app);
    };
    Ok(imports::run(&run, inputs, &mut tell)?)
}

/// The usual limits with those that the window gives.
fn limited(settings: &[String]) -> Answer<Limits> {
    let mut limits = Limits::default();
    for setting in settings {
        limits.set(setting).map_err(|error| AppError {
            code: ErrorCode::Invalid,
            message: error.to_string(),
            hint: "Write it as the usual value is written, or leave it empty.".into(),
        })?;
    }
    Ok(limits)
}

/// The accounts as the window gives them; empty ones count as none.
fn chosen(accounts: &[String]) -> Answer<Vec<Chosen>> {
    let wrong = |error: NoAccount| AppError {
        code: ErrorCode::Invalid,
        message: error.to_string(),
        hint: "Write the login as it stands in the address of the account's page.".into(),
    };
    let named = accounts.iter().map(|account| account.trim()).filter(|account| !account.is_empty());
    named.map(|account| account.parse().map_err(wrong)).collect()
}

/// Opens a path for reading; one that cannot be is a line of the report.
fn open_input(path: &str, options: &Options) -> Input {
    match assay_github::open(Path::new(path), options) {
        Ok(source) => Input::Source(source),
        Err(error) => Input::Refused(EntryReport::refused(path, error.to_string())),
    }
}

/// A limit of reading, with its value unless another is set.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct ReadingLimit {
    /// The name by which it is set.
    name: &'static str,
    /// What it bounds.
    bounds: &'static str,
    /// Its usual value, as it may be set.
    usual: String,
}

/// How much is read unless said otherwise.
#[tauri::command]
#[specta::specta]
pub async fn import_limits() -> Answer<Vec<ReadingLimit>> {
    let usual = Limits::default();
    let limit = |one: &Limit| ReadingLimit { name: one.name, bounds: one.bounds, usual: usual.shown(one) };
    Ok(LIMITS.iter().map(limit).collect())
}

/// Cancels a running import; what came in whole stays.
#[tauri::command]
#[specta::specta]
pub async fn import_cancel(session: State<'_, Session>, import_id: ImportId) -> Answer<()> {
    session.cancel_import(import_id);
    Ok(())
}

/// The report of an import. One that brought nothing new is not stored; the session remembers it.
#[tauri::command]
#[specta::specta]
pub async fn import_report(session: State<'_, Session>, import_id: ImportId) -> Answer<ImportReport> {
    match session.remembered_report(import_id) {
        Some(report) => Ok(report),
        None => session.run(move |store, viewer| imports::report(store, viewer, import_id)).await,
    }
}

/// What GitHub's terms ask of whoever holds people's data from it.
#[tauri::command]
#[specta::specta]
pub async fn import_terms() -> Answer<Terms> {
    Ok(terms::GITHUB)
}

/// All imports, newest first.
#[tauri::command]
#[specta::specta]
pub async fn import_list(session: State<'_, Session>) -> Answer<Vec<ImportSummary>> {
    session.run(imports::list).await
}
