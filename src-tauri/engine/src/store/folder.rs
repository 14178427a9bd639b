//! The files of a workspace folder.

use std::path::{Path, PathBuf};

/// The encrypted database.
pub fn database(folder: &Path) -> PathBuf {
    folder.join("workspace.db")
}

/// The wrapped key.
pub fn keys(folder: &Path) -> PathBuf {
    folder.join("keys.json")
}

/// Our own backups.
pub fn backups(folder: &Path) -> PathBuf {
    folder.join("backups")
}

/// Held shared by every program that has the workspace open, and exclusively by one that migrates it.
pub fn lock(folder: &Path) -> PathBuf {
    folder.join("lock")
}
