//! Events the window listens to.

use assay_domain::ids::ImportId;
use assay_engine::Change;
use assay_engine::imports::{ImportFile, ImportState, ImportTotals, Progress};
use serde::Serialize;
use tauri_specta::Event;

use crate::error::AppError;

mod capture;

pub use capture::{CaptureProgress, CaptureState};

/// An import has gone on.
#[derive(Clone, Debug, Serialize, specta::Type, Event)]
pub struct ImportProgress {
    /// Which.
    pub import_id: ImportId,
    /// How it stands.
    pub state: ImportState,
    /// Decompressed bytes read so far.
    #[specta(type = specta_typescript::Number)]
    pub bytes_done: f64,
    /// Of how many, where that is known.
    #[specta(type = Option<specta_typescript::Number>)]
    pub bytes_total: Option<f64>,
    /// Records read so far.
    pub records: u32,
    /// Counts so far.
    pub totals: ImportTotals,
    /// What is being read.
    pub current: String,
    /// Lines of the report since the last event.
    pub latest: Vec<ImportFile>,
    /// Why it failed.
    pub error: Option<AppError>,
}

impl ImportProgress {
    /// What the engine tells.
    pub fn of(progress: &Progress) -> Self {
        Self {
            import_id: progress.import_id,
            state: progress.state,
            // Exact up to 2^53 bytes.
            bytes_done: progress.bytes_done as f64,
            bytes_total: None,
            records: progress.records,
            totals: progress.totals,
            current: progress.current.clone(),
            latest: progress.latest.clone(),
            error: None,
        }
    }

    /// It failed as a whole.
    pub fn failed(import_id: ImportId, error: AppError) -> Self {
        Self {
            import_id,
            state: ImportState::Failed,
            bytes_done: 0.0,
            bytes_total: None,
            records: 0,
            totals: ImportTotals::default(),
            current: String::new(),
            latest: Vec::new(),
            error: Some(error),
        }
    }
}

/// Something changed that no command of the window asked for just now (an import's batch).
#[derive(Clone, Debug, Serialize, specta::Type, Event)]
pub struct WorkspaceChanged {
    /// What.
    pub changed: Vec<Change>,
}
