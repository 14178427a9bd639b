//! Copies of the database in the folder `backups/`, encrypted under the same key.

use std::path::{Path, PathBuf};

use super::{Store, folder};
use crate::{EngineError, Instant, Result};

const KEEP: usize = 5;

/// Ends of the names of files that SQLite lays beside a database.
const SIDE_FILES: [&str; 3] = ["-wal", "-shm", "-journal"];

impl Store {
    /// Copies the database page by page into `backups/`; keeps the newest few. Gives the copy's path.
    pub fn backup(&self, now: impl FnOnce() -> Instant) -> Result<PathBuf> {
        let path = self.copy(now)?;
        self.forget_old_backups(KEEP)?;
        Ok(path)
    }

    fn copy(&self, now: impl FnOnce() -> Instant) -> Result<PathBuf> {
        let directory = folder::backups(self.folder());
        std::fs::create_dir_all(&directory).map_err(EngineError::writing(directory.clone()))?;
        let path = directory.join(format!("{}.db", now().format("%Y%m%dT%H%M%S%3fZ")));
        let mut copy = self.connect_to(&path)?;
        {
            let writer = self.writer();
            let backup = rusqlite::backup::Backup::new(&writer, &mut copy)?;
            backup.run_to_completion(1024, std::time::Duration::ZERO, None)?;
        }
        copy.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
        Ok(path)
    }

    /// The copies there are, oldest first.
    pub fn backups(&self) -> Result<Vec<PathBuf>> {
        let directory = folder::backups(self.folder());
        let entries = match std::fs::read_dir(&directory) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(EngineError::reading(directory)(error)),
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "db") && path.is_file());
        paths.sort();
        Ok(paths)
    }

    /// Those of the copies that hold what the journal tells from the entry `sequence` on, oldest first. One that cannot be
    /// read is taken for one of them.
    pub(crate) fn backups_since(&self, sequence: i64) -> Result<Vec<PathBuf>> {
        let mut paths = self.backups()?;
        paths.retain(|path| self.newest_entry(path).is_none_or(|newest| newest >= sequence));
        Ok(paths)
    }

    fn newest_entry(&self, path: &Path) -> Option<i64> {
        let copy = self.look_into(path).ok()?;
        copy.query_row("SELECT coalesce(max(sequence), 0) FROM journal", [], |row| row.get(0)).ok()
    }

    /// Puts a new copy in the place of the old ones (law 8: an erasure reaches our own backups). A copy that cannot be
    /// removed does not keep the others; the first such trouble is the error.
    pub(crate) fn replace_backups(&self, old: &[PathBuf], now: impl FnOnce() -> Instant) -> Result<()> {
        if old.is_empty() {
            return Ok(());
        }
        let fresh = self.copy(now)?;
        let mut trouble = None;
        for path in old.iter().filter(|path| **path != fresh && path.exists()) {
            if let Err(error) = std::fs::remove_file(path) {
                trouble.get_or_insert(EngineError::writing(path.clone())(error));
            }
        }
        trouble.map_or(Ok(()), Err)?;
        self.sweep_backups()
    }

    /// Removes what SQLite laid beside a copy that is not there any more: a program that was killed while it
    /// copied leaves its log.
    fn sweep_backups(&self) -> Result<()> {
        let directory = folder::backups(self.folder());
        let Ok(entries) = std::fs::read_dir(&directory) else { return Ok(()) };
        for path in entries.flatten().map(|entry| entry.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let Some(copy) = SIDE_FILES.iter().find_map(|end| name.strip_suffix(end)) else { continue };
            if !directory.join(copy).is_file() {
                std::fs::remove_file(&path).map_err(EngineError::writing(path.clone()))?;
            }
        }
        Ok(())
    }

    fn forget_old_backups(&self, keep: usize) -> Result<()> {
        let paths = self.backups()?;
        for path in paths.iter().take(paths.len().saturating_sub(keep)) {
            std::fs::remove_file(path).map_err(EngineError::writing(path.clone()))?;
        }
        Ok(())
    }
}
