//! Events the window listens to.

use assay_engine::Change;
use assay_engine::imports::ImportProgress;
use serde::Serialize;
use tauri_specta::Event;

/// An import has gone on.
#[derive(Clone, Debug, Serialize, specta::Type, Event)]
pub struct ImportProgressed {
    /// How far.
    pub progress: ImportProgress,
}

/// Something changed that no command of the window asked for just now (an import's batch).
#[derive(Clone, Debug, Serialize, specta::Type, Event)]
pub struct WorkspaceChanged {
    /// What.
    pub changed: Vec<Change>,
}
