//! Workspaces opened before: a small file in the app's own folder. Paths and names only.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

const KEEP: usize = 12;

/// The file, and the folder it stands in.
#[derive(Clone)]
pub struct Recents {
    folder: PathBuf,
}

#[derive(Clone, Serialize, Deserialize)]
struct Stored {
    path: PathBuf,
    name: String,
    opened_at: DateTime<Utc>,
}

/// A workspace opened before.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct Recent {
    /// Its folder.
    pub path: String,
    /// Its name.
    pub name: String,
    /// When it was last opened.
    pub opened_at: DateTime<Utc>,
    /// Whether the folder is not there now.
    pub missing: bool,
}

impl Recents {
    /// Recents kept in `folder`.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The app's own folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Newest first. An unreadable file counts as empty: it holds nothing that cannot be found again.
    pub fn list(&self) -> Vec<Recent> {
        self.load()
            .into_iter()
            .map(|stored| Recent {
                missing: !stored.path.join("workspace.db").is_file(),
                path: stored.path.display().to_string(),
                name: stored.name,
                opened_at: stored.opened_at,
            })
            .collect()
    }

    /// Puts a workspace at the head.
    pub fn add(&self, path: &Path, name: &str, at: DateTime<Utc>) -> std::io::Result<()> {
        let mut stored = self.load();
        stored.retain(|recent| recent.path != path);
        stored.insert(0, Stored { path: path.into(), name: name.into(), opened_at: at });
        stored.truncate(KEEP);
        self.save(&stored)
    }

    /// Takes a workspace off the list; the folder stays.
    pub fn forget(&self, path: &Path) -> std::io::Result<()> {
        let mut stored = self.load();
        stored.retain(|recent| recent.path != path);
        self.save(&stored)
    }

    fn file(&self) -> PathBuf {
        self.folder.join("recents.json")
    }

    fn load(&self) -> Vec<Stored> {
        let text = std::fs::read_to_string(self.file()).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    fn save(&self, stored: &[Stored]) -> std::io::Result<()> {
        std::fs::create_dir_all(&self.folder)?;
        std::fs::write(self.file(), serde_json::to_vec_pretty(stored)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_stands_first_and_once() {
        let home = tempfile::tempdir().unwrap();
        let recents = Recents::new(home.path().into());
        for name in ["a", "b", "a"] {
            recents.add(Path::new(name), name, Utc::now()).unwrap();
        }
        let names: Vec<String> = recents.list().into_iter().map(|recent| recent.name).collect();
        assert_eq!(names, ["a", "b"]);
        assert!(recents.list().iter().all(|recent| recent.missing));
        recents.forget(Path::new("a")).unwrap();
        assert_eq!(recents.list().len(), 1);
    }
}
