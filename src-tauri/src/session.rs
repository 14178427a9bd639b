//! What is open in the window, and who is at the keyboard. Work runs on the blocking pool, never on the window's thread.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use assay_domain::ids::ImportId;
use assay_engine::imports::ImportReport;
use assay_engine::{Store, Viewer, people};

use crate::error::{Answer, AppError};

/// The state of the window.
#[derive(Clone, Default)]
pub struct Session {
    open: Arc<Mutex<Option<Open>>>,
    imports: Arc<Mutex<BTreeMap<ImportId, Arc<AtomicBool>>>>,
    /// The last report, which is not stored where the import brought nothing new.
    report: Arc<Mutex<Option<ImportReport>>>,
}

/// An open workspace.
#[derive(Clone)]
pub struct Open {
    /// The workspace.
    pub store: Arc<Store>,
    /// Who is at the keyboard; `None` until chosen.
    pub viewer: Option<Viewer>,
}

impl Session {
    /// What is open.
    pub fn current(&self) -> Option<Open> {
        self.lock().clone()
    }

    /// Opens, replaces or locks.
    pub fn set(&self, open: Option<Open>) {
        if open.is_none() {
            self.cancel_imports();
            *self.report.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
        *self.lock() = open;
    }

    /// Sets who is at the keyboard.
    pub fn set_viewer(&self, viewer: Viewer) {
        if let Some(open) = self.lock().as_mut() {
            open.viewer = Some(viewer);
        }
    }

    /// Runs engine work for the viewer, off the window's thread.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store, Viewer) -> assay_engine::Result<T> + Send + 'static,
    ) -> Answer<T> {
        let open = self.current().ok_or_else(AppError::locked)?;
        let viewer = open.viewer.ok_or_else(AppError::locked)?;
        blocking(move || {
            let answer = work(&open.store, viewer).map_err(AppError::from);
            people::stays(&open.store, viewer);
            answer
        })
        .await
    }

    /// Registers a running import; setting the flag cancels it.
    pub fn start_import(&self, id: ImportId) -> Arc<AtomicBool> {
        let cancel = Arc::new(AtomicBool::new(false));
        self.imports().insert(id, Arc::clone(&cancel));
        cancel
    }

    /// Cancels an import, if it still runs.
    pub fn cancel_import(&self, id: ImportId) {
        if let Some(cancel) = self.imports().get(&id) {
            cancel.store(true, std::sync::atomic::Ordering::Relaxed);
        }
    }

    /// Forgets a running import that ended, and remembers its report.
    pub fn end_import(&self, id: ImportId, report: Option<ImportReport>) {
        self.imports().remove(&id);
        *self.report.lock().unwrap_or_else(PoisonError::into_inner) = report;
    }

    /// The report of the last import, if that is the one.
    pub fn remembered_report(&self, id: ImportId) -> Option<ImportReport> {
        self.report.lock().unwrap_or_else(PoisonError::into_inner).clone().filter(|report| report.id == id)
    }

    fn cancel_imports(&self) {
        for cancel in self.imports().values() {
            cancel.store(true, std::sync::atomic::Ordering::Relaxed);
        }
    }

    fn lock(&self) -> MutexGuard<'_, Option<Open>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn imports(&self) -> MutexGuard<'_, BTreeMap<ImportId, Arc<AtomicBool>>> {
        self.imports.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs work on the blocking pool.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Answer<T> + Send + 'static) -> Answer<T> {
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(answer) => answer,
        Err(error) => Err(AppError::other(
            format!("The work was broken off: {error}."),
            "Nothing was changed by it. Try again.",
        )),
    }
}
