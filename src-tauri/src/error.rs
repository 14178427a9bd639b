//! The engine's errors at the edge to the window: a code only where the window acts on it, words for people.

use assay_engine::EngineError;
use serde::Serialize;

/// What the window acts on.
#[derive(Clone, Copy, Debug, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// Shown, nothing more.
    Other,
    /// No workspace is open, or nobody is at the keyboard.
    Locked,
    /// Asked again.
    WrongPassphrase,
    /// Asked again.
    WrongPin,
    /// The start screen takes it off the list.
    NotAWorkspace,
    /// Tried again.
    Busy,
    /// Law 4 is explained.
    ClosedToViewer,
    /// The screen leads back to the list.
    NotFound,
    /// Shown beside the field.
    Invalid,
    /// Shown beside the action.
    Conflict,
}

/// An error as the window gets it.
#[derive(Clone, Debug, Serialize, specta::Type)]
pub struct AppError {
    /// What to act on.
    pub code: ErrorCode,
    /// What is wrong, where and why.
    pub message: String,
    /// What to do next.
    pub hint: String,
}

/// What every command answers.
pub type Answer<T> = Result<T, AppError>;

impl AppError {
    /// No workspace is open, or nobody is at the keyboard.
    pub fn locked() -> Self {
        Self {
            code: ErrorCode::Locked,
            message: "no workspace is open, or nobody is at the keyboard".into(),
            hint: "Open a workspace, and choose who you are.".into(),
        }
    }

    /// Something outside the engine failed, and said so in words of its own.
    pub fn said(message: &str, hint: &str) -> Self {
        Self::other(sentence(message), hint)
    }

    /// Something outside the engine failed.
    pub fn other(message: impl Into<String>, hint: &str) -> Self {
        Self { code: ErrorCode::Other, message: message.into(), hint: hint.into() }
    }
}

impl From<EngineError> for AppError {
    fn from(error: EngineError) -> Self {
        Self { code: code(&error), message: sentence(&error.to_string()), hint: error.hint() }
    }
}

fn code(error: &EngineError) -> ErrorCode {
    match error {
        EngineError::Invalid { .. } | EngineError::Asks { .. } => ErrorCode::Invalid,
        EngineError::NotFound { .. } => ErrorCode::NotFound,
        EngineError::ClosedToViewer => ErrorCode::ClosedToViewer,
        EngineError::Conflict { .. } => ErrorCode::Conflict,
        EngineError::WrongPassphrase => ErrorCode::WrongPassphrase,
        EngineError::WrongPin { .. } => ErrorCode::WrongPin,
        EngineError::NotAWorkspace { .. } => ErrorCode::NotAWorkspace,
        EngineError::Busy { .. } => ErrorCode::Busy,
        EngineError::Damaged(_)
        | EngineError::Database(_)
        | EngineError::Disk { .. }
        | EngineError::File { .. }
        | EngineError::Defect(_) => ErrorCode::Other,
    }
}

/// With a capital and a full stop, as the window shows it.
fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    let stop = if text.ends_with('.') { "" } else { "." };
    format!("{first}{}{stop}", chars.as_str())
}
