//! An opened input.

use std::fs;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use assay_domain::import::{RecordSink, RecordSource};

use crate::error::ReadError;
use crate::limits::Limits;
use crate::read::{Reader, digest, survey};
use crate::walk::{Repositories, walk};

/// Opens a file, a folder or an archive. Nothing but its being there is looked at yet.
///
/// # Errors
/// Where there is nothing, where it cannot be read, and where it is neither a file nor a folder.
pub fn open(path: &Path, limits: &Limits) -> Result<Box<dyn RecordSource>, ReadError> {
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
    Ok(Box::new(Source { path: path.to_owned(), label, limits: limits.clone(), repositories: None }))
}

struct Source {
    path: PathBuf,
    label: String,
    limits: Limits,
    /// The git repositories in its archives, once looked for.
    repositories: Option<Repositories>,
}

impl RecordSource for Source {
    fn label(&self) -> &str {
        &self.label
    }

    fn digest(&mut self, keep_going: &mut dyn FnMut(u64) -> ControlFlow<()>) -> Option<[u8; 32]> {
        let (digest, repositories) = digest(&self.path, &self.limits, keep_going)?;
        self.repositories = Some(repositories);
        Some(digest)
    }

    fn read(&mut self, sink: &mut dyn RecordSink) -> ControlFlow<()> {
        if self.repositories.is_none() {
            self.repositories = survey(&self.path, &self.limits, &mut || sink.progress(0));
        }
        let Some(repositories) = &self.repositories else { return ControlFlow::Break(()) };
        walk(&self.path, &self.limits, repositories, &mut Reader::new(&self.limits, sink))
    }
}
