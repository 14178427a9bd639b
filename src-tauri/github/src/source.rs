//! An opened input.

use std::fs;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use assay_domain::import::{RecordSink, RecordSource};

use crate::error::ReadError;
use crate::options::Options;
use crate::read::{Owners, Reader, digest, survey};
use crate::walk::{Repositories, walk};

/// Opens a file, a folder or an archive. Nothing but its being there is looked at yet. All inputs of one import are
/// opened with the same `options`, whose limits hold for them together.
///
/// # Errors
/// Where there is nothing, where it cannot be read, and where it is neither a file nor a folder.
pub fn open(path: &Path, options: &Options) -> Result<Box<dyn RecordSource>, ReadError> {
    let meta = fs::metadata(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => ReadError::NotFound(path.to_owned()),
        _ => ReadError::Io { path: path.to_owned(), source },
    })?;
    let unreadable = |source| ReadError::Io { path: path.to_owned(), source };
    if meta.is_dir() {
        fs::read_dir(path).map_err(unreadable)?;
    } else if meta.is_file() {
        fs::File::open(path).map_err(unreadable)?;
    } else {
        return Err(ReadError::NotAFile(path.to_owned()));
    }
    let label = path.to_string_lossy().into_owned();
    let options = options.clone();
    Ok(Box::new(Source {
        path: path.to_owned(),
        label,
        options,
        spent: 0,
        repositories: None,
        no_export: false,
    }))
}

struct Source {
    path: PathBuf,
    label: String,
    options: Options,
    /// Decompressed bytes of the last pass.
    spent: u64,
    /// The git repositories in its archives, once looked for.
    repositories: Option<Repositories>,
    /// The pass for the digest saw that there is no account export in it.
    no_export: bool,
}

impl Source {
    /// Decompressed bytes that the import's other inputs gave.
    fn others(&self) -> u64 {
        self.options.spent().saturating_sub(self.spent)
    }

    fn spend(&mut self, bytes: u64) {
        self.options.spend(self.spent, bytes);
        self.spent = bytes;
    }

    /// Whose the account exports in it are: that stands in other entries than those that need it.
    fn owners(&self, repositories: &Repositories, sink: &mut dyn RecordSink) -> ControlFlow<(), Owners> {
        if self.no_export {
            return ControlFlow::Continue(Owners::default());
        }
        let limits = &self.options.limits;
        Owners::find(&self.path, limits, repositories, self.others(), &mut || sink.progress(0))
    }
}

impl RecordSource for Source {
    fn label(&self) -> &str {
        &self.label
    }

    fn digest(&mut self, keep_going: &mut dyn FnMut(u64) -> ControlFlow<()>) -> Option<[u8; 32]> {
        let digested = digest(&self.path, &self.options, self.others(), keep_going)?;
        self.spend(digested.bytes);
        self.no_export = !digested.export;
        self.repositories = Some(digested.repositories);
        Some(digested.digest)
    }

    fn read(&mut self, sink: &mut dyn RecordSink) -> ControlFlow<()> {
        let limits = &self.options.limits;
        let surveyed = self.repositories.take();
        let surveyed =
            surveyed.or_else(|| survey(&self.path, limits, self.others(), &mut || sink.progress(0)));
        let Some(repositories) = surveyed else { return ControlFlow::Break(()) };
        let owners = self.owners(&repositories, sink)?;
        let mut reader = Reader::new(&self.options, &owners, sink);
        let (ended, bytes) = walk(&self.path, limits, &repositories, self.others(), &mut reader);
        self.spend(bytes);
        self.repositories = Some(repositories);
        ended
    }
}
