//! Why a capture stopped.

use std::path::{Path, PathBuf};

/// Why a capture stopped. What came before it lies in the unfinished folder, and the same command goes on from there.
#[derive(Debug, thiserror::Error)]
pub enum CaptureError {
    /// The base address cannot be used.
    #[error("{address} is no address of a GitHub's interface: {why}")]
    Address {
        /// As it was given.
        address: String,
        /// What is wrong.
        why: String,
    },
    /// The login or repository cannot exist.
    #[error("{0}")]
    Name(String),
    /// The user stopped it.
    #[error("the capture was stopped; what had come is kept, and the same capture goes on from there")]
    Cancelled,
    /// The server does not accept the token.
    #[error("{0} does not accept the token: it is mistyped, has run out, or was taken back")]
    Token(String),
    /// There is no such account.
    #[error("{host} has no account {login}; check how it is written")]
    NoAccount {
        /// Where it was looked for.
        host: String,
        /// What was looked for.
        login: String,
    },
    /// An organisation, a bot or a placeholder.
    #[error("{login} is {what}, not a person; only a person's account can be captured")]
    NotAPerson {
        /// Whose account.
        login: String,
        /// What it is.
        what: &'static str,
    },
    /// A request did not succeed.
    #[error("{request} did not succeed: {why}")]
    Request {
        /// Method and path.
        request: String,
        /// What went wrong, and what to do.
        why: String,
    },
    /// A file or folder cannot be read or written.
    #[error("{} cannot be used: {}", .path.display(), assay_domain::file_words::told(.source))]
    File {
        /// Which.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// What lies in the way is of another account, or no capture at all.
    #[error("{}: {why}", .path.display())]
    InTheWay {
        /// Which.
        path: PathBuf,
        /// What it is, and what to do.
        why: String,
    },
}

impl CaptureError {
    /// Whether the same capture, started again, may go on.
    pub fn can_go_on(&self) -> bool {
        matches!(self, Self::Cancelled | Self::Request { .. } | Self::Token(_) | Self::File { .. })
    }

    pub(super) fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        |source| Self::File { path: path.to_owned(), source }
    }
}
