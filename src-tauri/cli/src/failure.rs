//! Why a command was not done, and the exit code that says so.

use std::path::Path;

use assay_engine::EngineError;

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

    /// A file that was named cannot be read.
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::refused(format!("{} cannot be read: {error}", path.display()), "Check the path.")
    }

    /// What clap found, without its usage text.
    pub fn of_clap(error: &clap::Error) -> Self {
        let text = error.render().to_string();
        let what = text.lines().next().unwrap_or_default();
        Self::usage(what.strip_prefix("error: ").unwrap_or(what), "Run `assay help` for the commands.")
    }

    /// What to do next; empty where there is nothing to add.
    pub fn hint(&self) -> String {
        match self {
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
                | EngineError::Database(_) => NO_WORKSPACE,
                _ => REFUSED,
            },
        }
    }
}
