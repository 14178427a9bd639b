//! Why an input could not be opened at all. Trouble inside an input is reported per entry instead.

use std::path::PathBuf;

/// The input itself cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// There is nothing at the path.
    #[error("there is no file or folder {}; check the path", .0.display())]
    NotFound(PathBuf),
    /// The operating system refuses.
    #[error("{} cannot be read: {}; check its permissions", .path.display(), assay_domain::file_words::told(.source))]
    Io {
        /// What was to be read.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// A device, a pipe or a socket.
    #[error("{} is neither a file nor a folder; choose a file, a folder or an archive", .0.display())]
    NotAFile(PathBuf),
}
