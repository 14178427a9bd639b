//! Text files that people choose: read whole, within a bound, and decoded.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use assay_domain::decode::{self, Decoded};

use crate::{EngineError, Result};

/// The text of a table of at most so many bytes, with what is to be said of how it was saved.
///
/// Errors: [`EngineError::File`]; [`EngineError::Invalid`] where it is larger, or no text.
pub(crate) fn read(path: &Path, most: usize) -> Result<Decoded> {
    let file = File::open(path).map_err(EngineError::reading(path))?;
    read_from(file, path, most)
}

/// [`read`] of what is open already; `path` is what it is called.
pub(crate) fn read_from(source: impl Read, path: &Path, most: usize) -> Result<Decoded> {
    let mut bytes = Vec::new();
    source.take(most as u64 + 1).read_to_end(&mut bytes).map_err(EngineError::reading(path))?;
    if bytes.len() > most {
        let what = format!("{} is larger than {} MiB", path.display(), most / (1024 * 1024));
        return Err(EngineError::invalid(what, "Split it into several files."));
    }
    decode::decoded(&bytes).ok_or_else(|| {
        EngineError::invalid(
            format!("{} is not text", path.display()),
            "Save the table as CSV and choose that file.",
        )
    })
}
