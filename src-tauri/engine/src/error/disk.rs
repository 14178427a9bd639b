//! What the database says when the disk under it refuses, in words for people.

use std::fmt;

use rusqlite::{ErrorCode, ffi};

/// What is wrong with the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiskTrouble {
    /// No space is left. A database with a write-ahead log needs some even to be read: for the log's index.
    Full,
    /// The folder or a file in it cannot be opened or written.
    Locked,
    /// Reading or writing failed.
    Failing,
}

impl DiskTrouble {
    /// The trouble that an error tells of; `None` where it is not about the disk. The codes are SQLite's
    /// (<https://www.sqlite.org/rescode.html>): on a full disk a write gives `SQLITE_FULL`, and a read
    /// `SQLITE_IOERR_SHMSIZE`, "disk I/O error", because the log's index cannot grow.
    pub(super) fn of(error: &rusqlite::Error) -> Option<Self> {
        let rusqlite::Error::SqliteFailure(failure, _) = error else { return None };
        match failure.code {
            ErrorCode::DiskFull => Some(Self::Full),
            ErrorCode::SystemIoFailure if failure.extended_code == ffi::SQLITE_IOERR_SHMSIZE => {
                Some(Self::Full)
            }
            ErrorCode::SystemIoFailure => Some(Self::Failing),
            ErrorCode::ReadOnly | ErrorCode::CannotOpen => Some(Self::Locked),
            _ => None,
        }
    }

    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::Full => "Free some space there and try again; nothing that was saved before is lost.",
            Self::Locked => {
                "Give yourself the right to write in the folder, or copy it to where you have it."
            }
            Self::Failing => {
                "Check that the disk is there and in order; copy the folder to another one if you can."
            }
        }
    }
}

impl fmt::Display for DiskTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "the disk that holds it is full",
            Self::Locked => "its folder or a file in it cannot be opened or written",
            Self::Failing => "the disk that holds it fails to read or write",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EngineError;

    fn told(code: i32) -> (String, String) {
        let error = EngineError::from(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None));
        let error = error.at(std::path::Path::new("/home/ada/Hiring.assay"));
        (error.to_string(), error.hint())
    }

    #[test]
    fn a_full_disk_is_told_with_where_and_what_to_do() {
        for code in [ffi::SQLITE_FULL, ffi::SQLITE_IOERR_SHMSIZE] {
            let (what, hint) = told(code);
            assert_eq!(
                what,
                "the workspace /home/ada/Hiring.assay can be neither read nor changed now: the disk that holds it is full"
            );
            assert!(hint.contains("Free some space"), "{hint}");
        }
    }

    #[test]
    fn other_troubles_of_the_disk_are_told_apart() {
        assert!(told(ffi::SQLITE_IOERR_READ).0.ends_with("the disk that holds it fails to read or write"));
        assert!(told(ffi::SQLITE_READONLY).0.ends_with("cannot be opened or written"));
        assert!(told(ffi::SQLITE_CANTOPEN).1.contains("right to write"));
        assert!(told(ffi::SQLITE_CONSTRAINT).0.starts_with("the database refused"), "not about the disk");
        assert!(told(ffi::SQLITE_BUSY).0.starts_with("another program"), "nor this");
    }
}
