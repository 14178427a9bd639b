//! How far a capture is.

use chrono::{DateTime, Utc};

/// How far a capture is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaptureProgress {
    /// Requests answered, those from before a break included.
    pub done: u32,
    /// Requests in all, as far as is known now.
    pub planned: u32,
    /// Of the answered, those that the server was asked for in this run.
    pub asked: u32,
    /// Of these, those that had not changed since the capture before.
    pub unchanged: u32,
    /// Things that could not be had, each noted in the archive.
    pub left_out: u32,
    /// What is being asked for.
    pub current: String,
    /// Set while nothing can be asked.
    pub waiting: Option<Waiting>,
}

/// Why nothing is asked just now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Until when.
    pub until: DateTime<Utc>,
    /// Why.
    pub why: String,
}
