//! Files that leave the workspace.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use crate::{EngineError, Result};

/// Writes a file. One that is there is replaced only where `replace` says so.
///
/// Errors: [`EngineError::Conflict`] for a file that is there, [`EngineError::File`] where it cannot be written.
pub(crate) fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(replace).create_new(!replace);
    let mut file = options.open(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => EngineError::conflict(
            format!("{} is there already", path.display()),
            "Choose another name: nothing is written over.",
        ),
        _ => EngineError::file(path)(error),
    })?;
    file.write_all(bytes).map_err(EngineError::file(path))
}
