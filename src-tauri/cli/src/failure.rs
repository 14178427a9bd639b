//! Why a command was not done, and the exit code that says so.

use std::io::ErrorKind;
use std::path::Path;

use assay_domain::file_words::{self, FileUse};
use assay_domain::malformed;
use assay_engine::EngineError;

use crate::{asks, ids};

/// Something was refused, or not everything asked for could be done.
pub const REFUSED: u8 = 1;
/// The command was not understood.
pub const WRONG_USE: u8 = 2;
/// The workspace cannot be used.
pub const NO_WORKSPACE: u8 = 3;

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The engine refused.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The command cannot be understood as it stands.
    #[error("{what}")]
    Usage {
        /// What is wrong.
        what: String,
        /// What to do.
        hint: String,
    },
    /// Something given cannot be used.
    #[error("{what}")]
    Refused {
        /// What is wrong.
        what: String,
        /// What to do.
        hint: String,
    },
    /// The workspace cannot be opened for a reason outside it.
    #[error("{what}")]
    Closed {
        /// What is wrong.
        what: String,
        /// What to do.
        hint: String,
    },
}

/// What a command gives.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// Wrong use.
    pub fn usage(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage { what: what.into(), hint: hint.into() }
    }

    /// Something given cannot be used.
    pub fn refused(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Refused { what: what.into(), hint: hint.into() }
    }

    /// The workspace cannot be opened.
    pub fn closed(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Closed { what: what.into(), hint: hint.into() }
    }

    /// The workspace cannot be opened, whatever the engine says against it.
    pub fn opening(error: &EngineError) -> Self {
        if is_forbidden(error) {
            return Self::closed(
                error.to_string(),
                "Check that you have the right to read and write the folder.",
            );
        }
        Self::closed(error.to_string(), error.hint())
    }

    /// A file that was named cannot be read.
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        let what = format!("{} cannot be read: {}", path.display(), file_words::told(error));
        Self::refused(what, file_words::advice(error, FileUse::Reading))
    }

    /// A file that was named holds no such thing, by what the reader of JSON says.
    pub fn json(path: &Path, noun: &str, error: &serde_json::Error, hint: &str) -> Self {
        let what = malformed::plainly(&error.to_string());
        Self::refused(format!("{} is no {noun}: {what}", path.display()), hint)
    }

    /// What clap found, on one line and without its tips and usage text.
    pub fn of_clap(error: &clap::Error) -> Self {
        let text = ids::told(error);
        let told =
            text.lines().map(str::trim).take_while(|line| !line.is_empty() && !line.starts_with("Usage:"));
        let what = told.collect::<Vec<_>>().join(" ");
        Self::usage(what.strip_prefix("error: ").unwrap_or(&what), "Run `assay help` for the commands.")
    }

    /// What to do next; empty where there is nothing to add.
    pub fn hint(&self) -> String {
        match self {
            Self::Engine(EngineError::Asks { asks, .. }) => asks::told(asks),
            Self::Engine(error) => error.hint(),
            Self::Usage { hint, .. } | Self::Refused { hint, .. } | Self::Closed { hint, .. } => hint.clone(),
        }
    }

    /// The exit code.
    pub fn code(&self) -> u8 {
        match self {
            Self::Usage { .. } => WRONG_USE,
            Self::Refused { .. } => REFUSED,
            Self::Closed { .. } => NO_WORKSPACE,
            Self::Engine(error) => match error {
                EngineError::WrongPassphrase
                | EngineError::NotAWorkspace { .. }
                | EngineError::Busy { .. }
                | EngineError::Damaged(_)
                | EngineError::Database(_)
                | EngineError::Disk { .. } => NO_WORKSPACE,
                _ => REFUSED,
            },
        }
    }
}

/// Whether the system denies the workspace's folder or a file in it. Behind a closed folder the data base looks absent.
fn is_forbidden(error: &EngineError) -> bool {
    match error {
        EngineError::File { source, .. } => source.kind() == ErrorKind::PermissionDenied,
        EngineError::NotAWorkspace { path, .. } => std::fs::metadata(path.join("workspace.db"))
            .is_err_and(|error| error.kind() == ErrorKind::PermissionDenied),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(kind: ErrorKind) -> EngineError {
        EngineError::writing("team.assay")(kind.into())
    }

    #[test]
    fn a_workspace_that_cannot_be_opened_is_three_and_rights_have_their_own_hint() {
        let (denied, other) = (
            Failure::opening(&file(ErrorKind::PermissionDenied)),
            Failure::opening(&file(ErrorKind::IsADirectory)),
        );
        assert_eq!((denied.code(), other.code()), (NO_WORKSPACE, NO_WORKSPACE));
        assert!(denied.hint().contains("right"), "{}", denied.hint());
        assert_eq!(other.hint(), file(ErrorKind::IsADirectory).hint());
        assert_eq!(Failure::from(file(ErrorKind::NotFound)).code(), REFUSED, "any other file");
    }
}
