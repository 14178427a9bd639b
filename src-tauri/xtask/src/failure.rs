//! The one error of this program: what went wrong and what to do about it, in words.

use std::fmt;

/// What a task answers.
pub type Done = Result<(), Failure>;

/// Why a task stopped.
#[derive(Debug)]
pub struct Failure {
    what: String,
    hint: Option<String>,
}

impl Failure {
    /// A failure that says what happened.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), hint: None }
    }

    /// The same, with what to do next.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        match &self.hint {
            Some(hint) => write!(f, "\n{hint}"),
            None => Ok(()),
        }
    }
}

/// Turns an error of the standard library into a failure that names the file it is about.
pub fn about<E: fmt::Display>(path: &std::path::Path) -> impl FnOnce(E) -> Failure + '_ {
    move |error| Failure::new(format!("{}: {error}", path.display()))
}
