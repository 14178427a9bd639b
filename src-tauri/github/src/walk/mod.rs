//! Walks an input down to its leaves: folders, archives and compressed streams, recognised by their magic bytes,
//! nested as they come, streamed, and never extracted to disk.

mod archive;
mod folder;
mod git;
mod magic;
mod meter;
mod names;
mod packed;
mod repositories;
mod tar;
mod zip;
mod zip_directory;

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;

use assay_domain::file_words;
use assay_domain::import::Outcome;

use crate::git::GitFiles;
use crate::limits::Limits;

use self::git::Holding;
use self::magic::Magic;
use self::meter::{Meter, Metered};
pub(crate) use self::meter::{Trouble, explain};
pub(crate) use self::repositories::{Finder, Repositories, Stands};

/// Where an entry stands.
#[derive(Clone, Debug)]
pub(crate) struct At {
    /// As the user knows it: `folder/a.zip!/inner/x.json`.
    pub shown: String,
    /// Inside the input, its parts separated by `/`.
    pub inner: String,
}

impl At {
    fn within(&self, name: &str) -> Self {
        let plain = name.replace('\\', "/");
        let inner = if self.inner.is_empty() { plain } else { format!("{}/{plain}", self.inner) };
        Self { shown: format!("{}!/{name}", self.shown), inner }
    }
}

/// An entry whose bytes are not looked into.
pub(crate) struct Passed {
    /// Skipped or refused.
    pub outcome: Outcome,
    /// What it was recognised as.
    pub shape: Option<&'static str>,
    /// Why, and what to do.
    pub reason: String,
}

impl Passed {
    pub(crate) fn skipped(reason: impl Into<String>) -> Self {
        Self { outcome: Outcome::Skipped, shape: None, reason: reason.into() }
    }

    pub(crate) fn refused(reason: impl Into<String>) -> Self {
        Self { outcome: Outcome::Refused, shape: None, reason: reason.into() }
    }
}

/// Who is led through an input. `Break` ends the walk at once.
pub(crate) trait Visitor {
    /// A leaf with its decompressed bytes, which need not be read to their end.
    fn leaf(&mut self, at: &At, data: &mut dyn Read) -> ControlFlow<()>;
    /// A git clone of this name; with what is to be said of the files beside it.
    fn git_clone(
        &mut self,
        at: &At,
        name: &str,
        files: &dyn GitFiles,
        beside: Option<&'static str>,
    ) -> ControlFlow<()>;
    /// A git bundle of this name, from its first byte.
    fn git_bundle(&mut self, at: &At, name: &str, data: &mut dyn Read) -> ControlFlow<()>;
    /// An entry that is passed by.
    fn passed(&mut self, at: &At, passed: Passed) -> ControlFlow<()>;
    /// The entries until the matching [`Visitor::leave`] stand in this archive.
    fn enter(&mut self, at: &At);
    /// The end of an archive; with what was wrong with it as a whole, if anything.
    fn leave(&mut self, at: &At, shape: &'static str, trouble: Option<String>) -> ControlFlow<()>;
    /// Told the number of decompressed bytes so far, often.
    fn progress(&mut self, bytes: u64) -> ControlFlow<()>;
}

/// Leads a visitor through one input.
pub(crate) struct Walk<'a> {
    limits: &'a Limits,
    meter: Rc<Meter>,
    visitor: &'a mut dyn Visitor,
    repositories: &'a Repositories,
    holding: Holding,
}

/// How deep a stream stands.
#[derive(Clone, Copy)]
struct Level {
    containers: u32,
    /// Directly inside a compression: a tar here is not one container more.
    packed: bool,
}

/// Walks the file or folder at `path`. `repositories` are those that stand in its archives, as a [`Finder`] found them;
/// without them the entries of clones are leaves like others. Of the import's bytes `spent` are used up already; gives
/// how many this walk used.
pub(crate) fn walk(
    path: &Path,
    limits: &Limits,
    repositories: &Repositories,
    spent: u64,
    visitor: &mut dyn Visitor,
) -> (ControlFlow<()>, u64) {
    let meter = Rc::new(Meter::new(limits.total_bytes, spent));
    let mut walk =
        Walk { limits, meter: Rc::clone(&meter), visitor, repositories, holding: Holding::default() };
    let shown = path.to_string_lossy().into_owned();
    let ended = if path.is_dir() {
        walk.input_folder(path, &shown)
    } else {
        let inner = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        walk.file(path, &At { shown, inner })
    };
    (ended, meter.total())
}

impl Walk<'_> {
    /// One file on disk.
    fn file(&mut self, path: &Path, at: &At) -> ControlFlow<()> {
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) => {
                return self
                    .visitor
                    .passed(at, Passed::refused(format!("cannot be opened: {}", file_words::told(&error))));
            }
        };
        let level = Level { containers: 0, packed: false };
        match magic::starts_zip(&mut file) {
            Ok(true) => self.zip(at, &mut file, level),
            Ok(false) => self.stream(at, &mut file, level),
            Err(error) => self
                .visitor
                .passed(at, Passed::refused(format!("cannot be read: {}", file_words::told(&error)))),
        }
    }

    /// A stream of unknown content: a container, or a leaf.
    fn stream(&mut self, at: &At, data: &mut dyn Read, level: Level) -> ControlFlow<()> {
        let (head, failed) = magic::head(data);
        let magic = if failed.is_none() { Magic::of(&head) } else { Magic::Leaf };
        let mut whole = Cursor::new(head).chain(Rest { data, failed });
        let deeper = level.containers + u32::from(!(level.packed && matches!(magic, Magic::Tar)));
        if magic.is_container() && deeper > self.limits.nesting {
            let reason = format!(
                "containers inside each other beyond {} levels, the limit (nesting), are not opened; unpack the outer ones first",
                self.limits.nesting
            );
            return self.visitor.passed(at, Passed::refused(reason));
        }
        let inside = Level { containers: deeper, packed: magic.is_compression() };
        match magic {
            Magic::Zip => self.nested_zip(at, &mut whole, inside),
            Magic::Tar => self.tar(at, &mut whole, inside, level.packed),
            Magic::Gzip | Magic::Zstd => self.packed(at, magic, &mut whole, inside),
            Magic::Bundle => self.bundle(at, &mut whole),
            Magic::Foreign(reason) => self.visitor.passed(at, Passed::refused(reason)),
            Magic::Leaf => self.leaf(at, &mut whole),
        }
    }

    /// A leaf: its bytes count against the whole.
    fn leaf(&mut self, at: &At, data: &mut dyn Read) -> ControlFlow<()> {
        let mut metered = Metered::new(data, Rc::clone(&self.meter));
        self.visitor.leaf(at, &mut metered)?;
        self.visitor.progress(self.meter.total())
    }

    /// Reads what a visitor left of an entry, so that the archive's next one can be read.
    fn drain(&mut self, data: &mut dyn Read) -> Result<(), ControlFlow<()>> {
        let mut sink = vec![0; 64 * 1024];
        loop {
            match data.read(&mut sink) {
                Ok(0) | Err(_) => return Ok(()),
                Ok(read) => self.meter.add(read as u64),
            }
            let told = self.visitor.progress(self.meter.total());
            if told.is_break() {
                return Err(told);
            }
            if self.meter.exhausted() {
                return Ok(());
            }
        }
    }
}

/// What follows the bytes that were looked at; a failure met there comes up again in its place.
pub(crate) struct Rest<'a> {
    pub(crate) data: &'a mut dyn Read,
    pub(crate) failed: Option<io::Error>,
}

impl Read for Rest<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.failed.take() {
            Some(error) => Err(error),
            None => self.data.read(buffer),
        }
    }
}
