//! Text files that people choose: read whole, within a bound, and decoded.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use assay_domain::decode;

use crate::{EngineError, Result};

/// The text of a table. One byte more than `most` is read, so that whoever reads it on says that it is too long.
///
/// Errors: [`EngineError::File`]; [`EngineError::Invalid`] where it is no text.
pub(crate) fn read(path: &Path, most: usize) -> Result<String> {
    let file = File::open(path).map_err(EngineError::reading(path))?;
    let mut bytes = Vec::new();
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(EngineError::reading(path))?;
    decode::text(&bytes).ok_or_else(|| {
        EngineError::invalid(
            format!("{} is not text", path.display()),
            "Save the table as CSV and choose that file.",
        )
    })
}
