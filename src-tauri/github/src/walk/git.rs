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
use crate::git::{CLONE, DiskFiles, HeldFiles, is_git, is_read, read_up_to};
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
    /// Takes an entry of an archive that belongs to a repository; `None` where it does not.
    pub(super) fn held(&mut self, at: &At, data: &mut dyn Read) -> Option<ControlFlow<()>> {
        match self.repositories.stands(&at.shown) {
            Stands::Outside => None,
            Stands::Beside(folder) => {
                self.holding.clones.entry(folder).or_default().beside = true;
                Some(ControlFlow::Continue(()))
            }
            Stands::Inside(_, name) if !is_read(&name) => Some(ControlFlow::Continue(())),
            Stands::Inside(folder, name) => Some(self.hold(folder, &name, data)),
        }
    }

    fn hold(&mut self, folder: String, name: &str, data: &mut dyn Read) -> ControlFlow<()> {
        let limit = self.limits.git_held_bytes;
        let left = limit - self.holding.bytes.min(limit);
        let refused = self.holding.clones.get(&folder).is_some_and(|clone| clone.refused.is_some());
        if refused {
            return ControlFlow::Continue(());
        }
        let (meter, visitor) = (Rc::clone(&self.meter), &mut *self.visitor);
        let mut metered = Metered::new(data, Rc::clone(&meter));
        let read = read_up_to(&mut metered, left, &mut |_| visitor.progress(meter.total()))?;
        let clone = self.holding.clones.entry(folder).or_default();
        match read {
            (bytes, None) if bytes.len() as u64 <= left => {
                clone.bytes += bytes.len() as u64;
                self.holding.bytes += bytes.len() as u64;
                clone.files.add(name, bytes);
                return ControlFlow::Continue(());
            }
            (_, None) => {
                let limit = show_bytes(limit);
                clone.refused = Some(format!(
                    "git clones of more than {limit} in one archive, the limit git-held-bytes; unpack it and import the folder"
                ));
            }
            (_, Some(error)) => clone.refused = Some(format!("{name}: {}", explain(&error))),
        }
        self.holding.bytes -= clone.bytes;
        clone.bytes = 0;
        clone.files.clear();
        ControlFlow::Continue(())
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
        let passed = |reason: &str| Passed { shape: Some(CLONE), ..Passed::skipped(reason) };
        if path.file_name().is_some_and(|name| name == ".git") {
            return Some(
                self.visitor
                    .passed(at, passed("a git folder without a head or without objects; clone it again")),
            );
        }
        let own = path.join(".git");
        let kind = fs::symlink_metadata(&own).ok()?.file_type();
        let at = At { shown: format!("{}/.git", at.shown), inner: format!("{}/.git", at.inner) };
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
    let path = path.trim_end_matches('/');
    let path = path.strip_suffix("/.git").unwrap_or(path);
    let name = path.rsplit('/').next().unwrap_or(path);
    // The archive itself is the folder.
    let Some(archive) = name.strip_suffix('!') else { return name.to_owned() };
    const PACKED: [&str; 6] = [".gz", ".zst", ".tar", ".tgz", ".tzst", ".zip"];
    PACKED.iter().fold(archive, |name, end| name.strip_suffix(end).unwrap_or(name)).to_owned()
}
