//! The one error of the engine: what, where, why, and what to do next.

use std::path::{Path, PathBuf};

use assay_domain::file_words::{self, FileUse};

use crate::Ask;

mod disk;

pub use disk::DiskTrouble;

/// What the engine answers.
pub type Result<T> = std::result::Result<T, EngineError>;

/// Everything that can go wrong in the engine. `Display` says what and why; [`EngineError::hint`] what to do next.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// An argument is not acceptable.
    #[error("{what}")]
    Invalid {
        /// What is wrong, and where.
        what: String,
        /// What to do.
        hint: String,
    },
    /// Something named does not exist here (or is closed to everybody, being erased).
    #[error("there is no {noun} {id} in this workspace")]
    NotFound {
        /// What was looked for.
        noun: &'static str,
        /// Its id, or the name it was asked by.
        id: String,
    },
    /// Law 4: the viewer holds an open interview in this application.
    #[error("the ratings of this application are closed to you while you hold an open interview in it")]
    ClosedToViewer,
    /// The state of things does not allow it.
    #[error("{what}")]
    Conflict {
        /// What stands against it.
        what: String,
        /// What to do.
        hint: String,
    },
    /// The passphrase or recovery code opens nothing.
    #[error("this passphrase or recovery code does not open the workspace")]
    WrongPassphrase,
    /// The PIN is not this person's.
    #[error("this is not the PIN of {name}")]
    WrongPin {
        /// Whose PIN was asked.
        name: String,
    },
    /// The folder is not a workspace that can be used.
    #[error("{} is not a workspace that can be used: {why}", path.display())]
    NotAWorkspace {
        /// The folder.
        path: PathBuf,
        /// Why not.
        why: String,
    },
    /// Refused until more is given, or until it is asked for in another way.
    #[error("{what}")]
    Asks {
        /// What is wrong, where and why.
        what: String,
        /// What to do.
        hint: String,
        /// The same for whoever knows by which field or flag it is given.
        asks: Vec<Ask>,
    },
    /// Another program holds what is needed.
    #[error("another program is using the workspace: {what}")]
    Busy {
        /// What it is doing, as far as known.
        what: String,
    },
    /// The data base is damaged.
    #[error("the workspace is damaged: {0}")]
    Damaged(String),
    /// The database refused.
    #[error("the database refused: {0}")]
    Database(#[source] rusqlite::Error),
    /// The disk under the workspace is full, fails, or cannot be written.
    #[error("the workspace {} can be neither read nor changed now: {trouble}", folder.display())]
    Disk {
        /// The workspace's folder.
        folder: PathBuf,
        /// What is wrong with the disk.
        trouble: DiskTrouble,
        /// As the database told it.
        source: rusqlite::Error,
    },
    /// A file could not be read or written.
    #[error("{} cannot be used: {}", path.display(), file_words::told(source))]
    File {
        /// Which.
        path: PathBuf,
        /// What was being done with it.
        doing: FileUse,
        /// Why.
        source: std::io::Error,
    },
    /// A defect of Assay itself.
    #[error("a defect in Assay: {0}")]
    Defect(String),
}

impl EngineError {
    /// An unacceptable argument.
    pub fn invalid(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Invalid { what: what.into(), hint: hint.into() }
    }

    /// A state that does not allow what was asked.
    pub fn conflict(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Conflict { what: what.into(), hint: hint.into() }
    }

    /// What is refused until that is given.
    pub(crate) fn asks(what: impl Into<String>, hint: impl Into<String>, ask: Ask) -> Self {
        Self::Asks { what: what.into(), hint: hint.into(), asks: vec![ask] }
    }

    /// Something that is not here.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "ids are Copy, names are borrowed: callers read better so"
    )]
    pub fn not_found(noun: &'static str, id: impl ToString) -> Self {
        Self::NotFound { noun, id: id.to_string() }
    }

    /// A file that could not be read.
    pub fn reading(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, doing: FileUse::Reading, source }
    }

    /// A file that could not be written, or taken away.
    pub fn writing(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, doing: FileUse::Writing, source }
    }

    /// The same with the workspace's folder, where it is the disk that refuses; the database itself names no file.
    pub(crate) fn at(self, folder: &Path) -> Self {
        match self {
            Self::Database(source) => match DiskTrouble::of(&source) {
                Some(trouble) => Self::Disk { folder: folder.into(), trouble, source },
                None => Self::Database(source),
            },
            other => other,
        }
    }

    /// What to do next, for people; empty where there is nothing to add.
    pub fn hint(&self) -> String {
        match self {
            Self::Invalid { hint, .. } | Self::Conflict { hint, .. } | Self::Asks { hint, .. } => {
                hint.clone()
            }
            Self::NotFound { .. } => "It may have been erased, or the id is from another workspace.".into(),
            Self::ClosedToViewer => {
                "Submit your scorecard, or have the interview cancelled; then the ratings open to you.".into()
            }
            Self::WrongPassphrase => {
                "Try again, or use the recovery code that was shown when the workspace was made.".into()
            }
            Self::WrongPin { .. } => "Try again; the PIN is four digits or more.".into(),
            Self::NotAWorkspace { .. } => {
                "Choose a folder that ends in .assay and holds workspace.db and keys.json.".into()
            }
            Self::Busy { .. } => "Wait until it is done, or close the other program, and try again.".into(),
            Self::Damaged(_) => {
                "Run `assay verify` for details, and restore the newest copy from the folder backups.".into()
            }
            Self::Disk { trouble, .. } => trouble.hint().into(),
            Self::File { source, doing, .. } => file_words::advice(source, *doing).into(),
            Self::Database(_) => "Check that the disk has space and that the folder can be written.".into(),
            Self::Defect(_) => "Nothing was changed. Please report it with what you did.".into(),
        }
    }
}

impl From<rusqlite::Error> for EngineError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => {
                Self::Busy { what: "it is writing".into() }
            }
            Some(rusqlite::ErrorCode::DatabaseCorrupt) => Self::Damaged(error.to_string()),
            _ => Self::Database(error),
        }
    }
}

impl From<serde_json::Error> for EngineError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(format!("a stored value cannot be read: {error}"))
    }
}
