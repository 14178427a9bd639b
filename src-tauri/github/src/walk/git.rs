//! Git repositories met on a walk: clones on disk, clones held in memory while their archive goes by, bundles.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;

use super::meter::Metered;
use super::repositories::Stands;
use super::{At, Passed, Walk, explain};
use crate::git::{CLONE, DiskFiles, HeldFiles, is_git, is_read};
use crate::limits::show_bytes;

/// What of an archive's clones is in memory.
#[derive(Default)]
pub(super) struct Holding {
    clones: BTreeMap<String, HeldClone>,
    bytes: u64,
}

/// One clone in an archive.
#[derive(Default)]
struct HeldClone {
    files: HeldFiles,
    bytes: u64,
    /// Whether files of its work tree were met.
    beside: bool,
    /// Why it is not read.
    refused: Option<String>,
}

const BESIDE: &str = "its working files were not read as GitHub data; to import captures that are kept in a repository, import a folder inside it";

impl Walk<'_> {
    /// Takes an entry of an archive that belongs to a repository; `false` where it does not.
    pub(super) fn held(&mut self, at: &At, data: &mut dyn Read) -> bool {
        match self.repositories.stands(&at.shown) {
            Stands::Outside => false,
            Stands::Beside(folder) => {
                self.holding.clones.entry(folder).or_default().beside = true;
                true
            }
            Stands::Inside(folder, name) => {
                if is_read(&name) {
                    self.hold(folder, &name, data);
                }
                true
            }
        }
    }

    fn hold(&mut self, folder: String, name: &str, data: &mut dyn Read) {
        let limit = self.limits.git_held_bytes;
        let clone = self.holding.clones.entry(folder).or_default();
        if clone.refused.is_some() {
            return;
        }
        let left = limit - self.holding.bytes.min(limit);
        let mut bytes = Vec::new();
        let read = Metered::new(data, Rc::clone(&self.meter)).take(left + 1).read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        if length > left {
            let limit = show_bytes(limit);
            clone.refused = Some(format!(
                "git clones of more than {limit} in one archive, the limit; unpack it and import the folder"
            ));
        } else if let Err(error) = read {
            clone.refused = Some(format!("{name}: {}", explain(&error)));
        } else {
            clone.bytes += length;
            self.holding.bytes += length;
            return clone.files.add(name, bytes);
        }
        self.holding.bytes -= clone.bytes;
        clone.bytes = 0;
        clone.files.clear();
    }

    /// Reads the clones of an archive, at its end.
    pub(super) fn clones_of(&mut self, archive: &At) -> ControlFlow<()> {
        let start = format!("{}!", archive.shown.replace('\\', "/"));
        let folders: Vec<String> =
            self.holding.clones.keys().filter(|folder| folder.starts_with(&start)).cloned().collect();
        for folder in folders {
            let Some(clone) = self.holding.clones.remove(&folder) else { continue };
            self.holding.bytes -= clone.bytes;
            let at = At { shown: folder, inner: archive.inner.clone() };
            if let Some(reason) = clone.refused {
                self.visitor.passed(&at, Passed { shape: Some(CLONE), ..Passed::refused(reason) })?;
                continue;
            }
            let name = name_of(&at.shown);
            self.visitor.git_clone(&at, &name, &clone.files, clone.beside.then_some(BESIDE))?;
        }
        ControlFlow::Continue(())
    }

    /// Reads the folder as a git repository, where it is one or the work tree of one; else `None`.
    pub(super) fn repository_on_disk(&mut self, path: &Path, at: &At) -> Option<ControlFlow<()>> {
        if is_git(path) {
            return Some(self.clone_on_disk(path, at, None));
        }
        let own = path.join(".git");
        let kind = fs::symlink_metadata(&own).ok()?.file_type();
        let at = At { shown: format!("{}/.git", at.shown), inner: format!("{}/.git", at.inner) };
        let passed = |reason: &str| Passed { shape: Some(CLONE), ..Passed::skipped(reason) };
        if kind.is_dir() {
            let alone = fs::read_dir(path).is_ok_and(|entries| entries.take(2).count() < 2);
            return is_git(&own).then(|| self.clone_on_disk(&own, &at, (!alone).then_some(BESIDE)));
        }
        let reason = if kind.is_symlink() {
            "a link; links are not followed. Import the repository that it leads to; the files beside it were not read"
        } else {
            "it names a git folder elsewhere, which is not followed. Import that repository itself; the files beside it were not read"
        };
        Some(self.visitor.passed(&at, passed(reason)))
    }

    fn clone_on_disk(&mut self, path: &Path, at: &At, beside: Option<&'static str>) -> ControlFlow<()> {
        let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let name = name_of(&whole.to_string_lossy());
        self.visitor.git_clone(at, &name, &DiskFiles::at(path), beside)
    }

    /// A bundle: its bytes count against the whole.
    pub(super) fn bundle(&mut self, at: &At, data: &mut dyn Read) -> ControlFlow<()> {
        let mut metered = Metered::new(data, Rc::clone(&self.meter));
        let name = name_of(&at.shown);
        self.visitor.git_bundle(at, &name, &mut metered)?;
        self.visitor.progress(self.meter.total())
    }
}

/// A repository's name: that of its file or folder, of `.git` that of the folder around it.
fn name_of(shown: &str) -> String {
    let path = shown.replace('\\', "/");
    let path = path.trim_end_matches(['/', '!']);
    let path = path.strip_suffix("/.git").unwrap_or(path).trim_end_matches(['/', '!']);
    path.rsplit('/').next().unwrap_or(path).to_owned()
}
