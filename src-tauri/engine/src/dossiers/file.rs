//! Writing a dossier to a file.

use std::path::Path;

use crate::{EngineError, Result, files};

/// What a file is to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DossierFormat {
    /// Pages.
    Pdf,
    /// Text that an editor opens.
    Markdown,
}

impl DossierFormat {
    /// By the ending of the file's name.
    ///
    /// Errors: [`EngineError::Invalid`] for another ending.
    pub fn of(path: &Path) -> Result<Self> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("pdf") => Ok(Self::Pdf),
            Some("md" | "markdown") => Ok(Self::Markdown),
            _ => Err(EngineError::invalid(
                format!("{} is neither a PDF nor Markdown by its name", path.display()),
                "Let the name end in .pdf or .md.",
            )),
        }
    }
}

/// Writes a dossier. An existing file is replaced only where `replace` says so.
///
/// Errors: [`EngineError::Conflict`] for a file that is there, [`EngineError::File`] where it cannot be written.
pub fn save(path: &Path, bytes: &[u8], replace: bool) -> Result<()> {
    files::write(path, bytes, replace)
}
