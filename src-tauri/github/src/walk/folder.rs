//! Folders on disk, in sorted order.

use std::fs;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use assay_domain::file_words;

use super::archive::Entries;
use super::{At, Passed, Walk, names};

impl Walk<'_> {
    /// The folder that was given as input.
    pub(super) fn input_folder(&mut self, path: &Path, shown: &str) -> ControlFlow<()> {
        let mut entries = Entries::new(self.limits);
        let at = At { shown: shown.trim_end_matches('/').to_owned(), inner: String::new() };
        self.folder(path, &at, &mut entries, 0)?;
        if entries.seen() == 0 {
            return self.visitor.passed(&at, Passed::skipped("the folder holds no files"));
        }
        ControlFlow::Continue(())
    }

    fn folder(&mut self, path: &Path, at: &At, entries: &mut Entries, depth: u32) -> ControlFlow<()> {
        if depth > self.limits.folder_depth {
            let reason = format!(
                "folders inside each other beyond {}, the limit (folder-depth), are not entered",
                self.limits.folder_depth
            );
            return self.visitor.passed(at, Passed::refused(reason));
        }
        let paths = match sorted(path) {
            Ok(paths) => paths,
            Err(error) => {
                let reason =
                    format!("the folder cannot be read: {}; check its permissions", file_words::told(&error));
                return self.visitor.passed(at, Passed::refused(reason));
            }
        };
        if let Some(told) = self.repository_on_disk(path, at) {
            let _ = entries.one_more();
            return told;
        }
        for child in paths {
            self.child(&child, at, entries, depth)?;
        }
        ControlFlow::Continue(())
    }

    fn child(&mut self, path: &Path, parent: &At, entries: &mut Entries, depth: u32) -> ControlFlow<()> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let inner = if parent.inner.is_empty() { name.clone() } else { format!("{}/{name}", parent.inner) };
        let at = At { shown: format!("{}/{name}", parent.shown), inner };
        let kind = fs::symlink_metadata(path).map(|meta| meta.file_type());
        if kind.as_ref().is_ok_and(fs::FileType::is_dir) {
            return self.folder(path, &at, entries, depth + 1);
        }
        if let Err(reason) = entries.one_more() {
            return self.visitor.passed(&at, Passed::refused(reason));
        }
        if let Some(passed) = names::bookkeeping(&name) {
            return self.visitor.passed(&at, passed);
        }
        match kind {
            Ok(kind) if kind.is_file() => self.file(path, &at),
            Ok(kind) if kind.is_symlink() => self
                .visitor
                .passed(&at, Passed::skipped("a link; links are not followed. Import its target itself")),
            Ok(_) => self.visitor.passed(&at, Passed::skipped("neither a file nor a folder")),
            Err(error) => self
                .visitor
                .passed(&at, Passed::refused(format!("cannot be read: {}", file_words::told(&error)))),
        }
    }
}

/// The folder's entries, by name.
fn sorted(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths =
        fs::read_dir(path)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
