//! The files of one git repository, wherever they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Cursor, Read};
use std::ops::{ControlFlow, Deref};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use gix_hash::Kind;

use super::layout;
use super::pack::{Open, Pack, Packed};

/// A git folder: its files by name, relative to it, parts separated by `/`. Only those that [`layout::is_read`] names.
pub(crate) trait GitFiles {
    /// Opens a file; `None` where there is none of the name.
    fn open(&self, name: &str) -> io::Result<Option<Box<dyn Read + '_>>>;
    /// Names of the files below a folder, at any depth, in sorted order; at most `most`.
    fn below(&self, folder: &str, most: usize) -> Vec<String>;
    /// Opens a pack by its name without ending.
    fn pack(&self, stem: &str, kind: Kind, open: &Open<'_>) -> Result<Box<dyn Packed>, String>;
}

/// Reads up to `most` bytes, and one more where there are more; with what went wrong on the way, if anything. `go_on`
/// is told the bytes so far, now and then.
pub(crate) fn read_up_to(
    data: &mut dyn Read,
    most: u64,
    go_on: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> ControlFlow<(), (Vec<u8>, Option<io::Error>)> {
    const AT_ONCE: u64 = 1024 * 1024;
    let mut bytes = Vec::new();
    loop {
        let before = bytes.len() as u64;
        let wanted = (most - before.min(most)).saturating_add(1).min(AT_ONCE);
        if let Err(error) = data.take(wanted).read_to_end(&mut bytes) {
            return ControlFlow::Continue((bytes, Some(error)));
        }
        let read = bytes.len() as u64;
        if read == before || read > most {
            return ControlFlow::Continue((bytes, None));
        }
        go_on(read)?;
    }
}

/// All names that are read, in sorted order; at most `most`.
pub(crate) fn all(files: &dyn GitFiles, most: usize) -> Vec<String> {
    let mut names: Vec<String> = ["HEAD", "config", "packed-refs", "shallow"].map(str::to_owned).into();
    names.extend(files.below("refs", most));
    names.extend(files.below("objects", most));
    names.retain(|name| layout::is_read(name));
    names
}

/// Bytes in memory, from a place on.
#[derive(Clone)]
pub(super) struct Held {
    pub bytes: Rc<Vec<u8>>,
    pub from: usize,
}

impl Deref for Held {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes.get(self.from..).unwrap_or_default()
    }
}

/// The files of a clone inside an archive, held in memory.
#[derive(Default)]
pub(crate) struct HeldFiles {
    files: BTreeMap<String, Rc<Vec<u8>>>,
}

impl HeldFiles {
    pub(crate) fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), Rc::new(bytes));
    }

    /// Lets go of everything.
    pub(crate) fn clear(&mut self) {
        self.files.clear();
    }
}

impl GitFiles for HeldFiles {
    fn open(&self, name: &str) -> io::Result<Option<Box<dyn Read + '_>>> {
        Ok(self.files.get(name).map(|bytes| Box::new(Cursor::new(bytes.as_slice())) as Box<dyn Read>))
    }

    fn below(&self, folder: &str, most: usize) -> Vec<String> {
        let start = format!("{folder}/");
        let names = self.files.range(start.clone()..).map(|(name, _)| name);
        names.take_while(|name| name.starts_with(&start)).take(most).cloned().collect()
    }

    fn pack(&self, stem: &str, kind: Kind, open: &Open<'_>) -> Result<Box<dyn Packed>, String> {
        let held = |ending: &str| {
            let bytes = Rc::clone(self.files.get(&format!("{stem}.{ending}"))?);
            Some(Held { bytes, from: 0 })
        };
        let data = held("pack").ok_or("the pack itself is missing")?;
        Ok(Box::new(Pack::from_data(data, held("idx"), kind, open)?))
    }
}

/// A git folder on disk, read in place. Links are not followed.
pub(crate) struct DiskFiles {
    root: PathBuf,
}

impl DiskFiles {
    pub(crate) fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The path of a plain file; `None` where it, or a folder on the way, is missing, a link or something else.
    fn plain(&self, name: &str) -> Option<PathBuf> {
        let mut path = self.root.clone();
        let mut parts = name.split('/').peekable();
        while let Some(part) = parts.next() {
            path.push(part);
            let kind = fs::symlink_metadata(&path).ok()?.file_type();
            let right = if parts.peek().is_some() { kind.is_dir() } else { kind.is_file() };
            if !right {
                return None;
            }
        }
        Some(path)
    }

    fn gather(&self, folder: &str, most: usize, depth: usize, names: &mut BTreeSet<String>) {
        let Ok(entries) = fs::read_dir(self.root.join(folder)) else { return };
        for entry in entries.flatten() {
            let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else { continue };
            let name = format!("{folder}/{name}");
            if kind.is_dir() && depth < DEPTH {
                self.gather(&name, most, depth + 1, names);
            } else if kind.is_file() && layout::is_read(&name) {
                names.insert(name);
            }
            if names.len() >= most {
                return;
            }
        }
    }
}

/// Folders inside each other below `refs`.
const DEPTH: usize = 64;

impl GitFiles for DiskFiles {
    fn open(&self, name: &str) -> io::Result<Option<Box<dyn Read + '_>>> {
        let Some(path) = self.plain(name) else { return Ok(None) };
        Ok(Some(Box::new(File::open(path)?)))
    }

    fn below(&self, folder: &str, most: usize) -> Vec<String> {
        let mut names = BTreeSet::new();
        let top = fs::symlink_metadata(self.root.join(folder));
        if top.is_ok_and(|meta| meta.is_dir()) {
            self.gather(folder, most, 0, &mut names);
        }
        names.into_iter().collect()
    }

    fn pack(&self, stem: &str, kind: Kind, open: &Open<'_>) -> Result<Box<dyn Packed>, String> {
        let data = self.plain(&format!("{stem}.pack")).ok_or("the pack itself is missing, or a link")?;
        let index = self.plain(&format!("{stem}.idx"));
        Ok(Box::new(Pack::at(&data, index.as_deref(), kind, open)?))
    }
}

/// Whether a folder on disk is a git folder: `.git`, or a bare repository.
pub(crate) fn is_git(folder: &Path) -> bool {
    let is = |name: &str| fs::symlink_metadata(folder.join(name));
    is("HEAD").is_ok_and(|meta| meta.is_file())
        && is("objects").is_ok_and(|meta| meta.is_dir())
        && (is("refs").is_ok_and(|meta| meta.is_dir()) || is("packed-refs").is_ok_and(|meta| meta.is_file()))
}
