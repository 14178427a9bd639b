//! Live capture from the window: the plan first, then, by command only, the capture and the import after it.

pub(super) mod files;
pub(super) mod token;
mod view;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use assay_domain::ids::ImportId;
use assay_engine::imports::ImportStart;
use assay_github::Options;
use assay_github::capture::{self, Api, CaptureError, Means, Order, Patience, SystemClock, Token};
use tauri::{AppHandle, Manager as _, State};
use tauri_specta::Event as _;

use self::view::{CaptureInput, CapturePlan, CaptureStart, UnfinishedCapture};
use crate::commands::imports;
use crate::error::{Answer, AppError};
use crate::events::{CaptureProgress, CaptureState};
use crate::recents::Recents;
use crate::session::{Open, Session, blocking};

/// What a capture will cost. Asks the server twice: for the limits, which is free, and for the profile.
#[tauri::command]
#[specta::specta]
pub async fn capture_plan(app: AppHandle, input: CaptureInput) -> Answer<CapturePlan> {
    let folder = folder(&app);
    blocking(move || {
        let (order, token) = (order(&input, &folder)?, token::given(&input)?);
        let estimate = capture::estimate(&order, means(token.as_ref(), &AtomicBool::new(false)));
        Ok(CapturePlan::of(&estimate.map_err(|error| failure(&error))?))
    })
    .await
}

/// Takes a capture in the background and takes its archive in; gives the id of the import that it becomes. Progress comes
/// by event.
#[tauri::command]
#[specta::specta]
pub async fn capture_start(
    app: AppHandle,
    session: State<'_, Session>,
    input: CaptureStart,
) -> Answer<ImportId> {
    let open = session.current().filter(|open| open.viewer.is_some()).ok_or_else(AppError::locked)?;
    let (id, folder) = (ImportId(uuid::Uuid::now_v7()), folder(&app));
    let order = order(&input.order, &folder)?;
    let session = session.inner().clone();
    let cancel = session.start_import(id);
    tauri::async_runtime::spawn_blocking(move || {
        let mut news = CaptureProgress::new(id, &order.login, order.api.host());
        match take(&app, &input.order, &order, &cancel, &mut news) {
            Ok(out) => import(&app, &session, &open, &input, &out, &cancel, news),
            Err(error) => {
                session.end_import(id, None);
                let _ = news.failed(error).emit(&app);
            }
        }
    });
    Ok(id)
}

/// Takes the capture; gives its archive, or why there is none: `None` where the user stopped it.
fn take(
    app: &AppHandle,
    input: &CaptureInput,
    order: &Order,
    cancel: &AtomicBool,
    news: &mut CaptureProgress,
) -> Result<PathBuf, Option<AppError>> {
    let token = token::given(input).map_err(Some)?;
    let captured = capture::capture(order, means(token.as_ref(), cancel), &mut |progress| {
        news.take(progress);
        let _ = news.emit(app);
    });
    match captured {
        Ok(captured) => Ok(captured.out),
        Err(CaptureError::Cancelled) => Err(None),
        Err(error) => Err(Some(failure(&error))),
    }
}

/// Takes the archive in; it is personal data that is not encrypted, so it goes unless it is to be kept.
fn import(
    app: &AppHandle,
    session: &Session,
    open: &Open,
    input: &CaptureStart,
    out: &Path,
    cancel: &AtomicBool,
    mut news: CaptureProgress,
) {
    news.state = CaptureState::Importing;
    let _ = news.emit(app);
    let start = ImportStart {
        paths: vec![out.display().to_string()],
        provenance: input.provenance.clone(),
        candidate_id: input.candidate_id,
        every_subject: false,
    };
    let came_in = imports::work(app, session, open, news.capture_id, &start, &Options::default(), cancel);
    if came_in && !input.keep_archive {
        // Where it cannot be deleted it stays beside the others, and is named in the report.
        let _ = std::fs::remove_file(out);
    }
    news.state = CaptureState::Done;
    news.path = (!came_in || input.keep_archive).then(|| out.display().to_string());
    let _ = news.emit(app);
}

/// Stops a capture; what has come is kept, and the same capture goes on from there.
#[tauri::command]
#[specta::specta]
pub async fn capture_cancel(session: State<'_, Session>, capture_id: ImportId) -> Answer<()> {
    session.cancel_import(capture_id);
    Ok(())
}

/// Captures that were not finished; those of somebody whom the viewer reviews blind are left out.
#[tauri::command]
#[specta::specta]
pub async fn capture_unfinished(
    app: AppHandle,
    session: State<'_, Session>,
) -> Answer<Vec<UnfinishedCapture>> {
    let folder = folder(&app);
    session
        .run(move |store, viewer| {
            let shown = store.unhidden(viewer, capture::unfinished(&folder), |one| &one.login)?;
            Ok(shown.iter().map(UnfinishedCapture::of).collect())
        })
        .await
}

/// Throws away what an unfinished capture has brought.
#[tauri::command]
#[specta::specta]
pub async fn capture_discard(app: AppHandle, login: String, host: String) -> Answer<()> {
    let folder = folder(&app);
    blocking(move || {
        let found = capture::unfinished(&folder);
        for one in found.iter().filter(|one| one.login == login && one.host == host) {
            capture::discard(&one.out).map_err(|error| failure(&error))?;
        }
        Ok(())
    })
    .await
}

fn means<'a>(token: Option<&'a Token>, cancel: &'a AtomicBool) -> Means<'a> {
    Means { token, clock: &SystemClock, cancel, patience: Patience::default() }
}

/// Where captures lie until they are taken in.
pub(super) fn folder(app: &AppHandle) -> PathBuf {
    app.state::<Recents>().folder().join("captures")
}

fn order(input: &CaptureInput, folder: &Path) -> Answer<Order> {
    let api = Api::new(&input.api).map_err(|error| failure(&error))?;
    let repositories = input
        .repositories
        .iter()
        .map(|name| name.parse())
        .collect::<Result<_, _>>()
        .map_err(|error| failure(&error))?;
    let login = input.login.trim().to_owned();
    let begun = capture::unfinished(folder)
        .into_iter()
        .find(|one| one.host == api.host() && one.login.eq_ignore_ascii_case(&login))
        .map(|one| one.out);
    let out = begun.unwrap_or_else(|| files::new_out(folder, &login, api.host()));
    Ok(Order {
        previous: files::newest(folder, &login, api.host()),
        login,
        depth: input.depth.into(),
        repositories,
        api,
        out,
    })
}

fn failure(error: &CaptureError) -> AppError {
    let hint = match error {
        CaptureError::Token(_) => "Put another token in, or take the kept one away.",
        CaptureError::InTheWay { .. } => "Finish or discard the unfinished capture first.",
        error if error.can_go_on() => "Take it again: it goes on from where it stopped.",
        _ => "",
    };
    AppError::said(&error.to_string(), hint)
}
