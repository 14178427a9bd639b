//! How a capture goes on.

use assay_domain::ids::ImportId;
use assay_github::capture;
use chrono::{DateTime, Utc};
use serde::Serialize;
use tauri_specta::Event;

use crate::error::AppError;

/// How a capture stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum CaptureState {
    /// It asks, or waits until it may.
    Running,
    /// Its archive is being taken in.
    Importing,
    /// Its archive was taken in, or the import says why not.
    Done,
    /// It was stopped; it can go on.
    Cancelled,
    /// It failed.
    Failed,
}

/// A capture has gone on.
#[derive(Clone, Debug, Serialize, specta::Type, Event)]
pub struct CaptureProgress {
    /// Which: the id of the import that it becomes.
    pub capture_id: ImportId,
    /// Whose account.
    pub login: String,
    /// Where.
    pub host: String,
    /// How it stands.
    pub state: CaptureState,
    /// Requests answered, those from before a break included.
    pub done: u32,
    /// Requests in all, as far as is known now.
    pub planned: u32,
    /// Of the answered, how many had not changed since the capture before.
    pub unchanged: u32,
    /// Things that could not be had.
    pub left_out: u32,
    /// What is being asked for.
    pub current: String,
    /// Until when nothing can be asked.
    pub waiting_until: Option<DateTime<Utc>>,
    /// Why nothing can be asked.
    pub waiting_why: String,
    /// The archive, where it was kept.
    pub path: Option<String>,
    /// Why it failed.
    pub error: Option<AppError>,
}

impl CaptureProgress {
    /// One that begins.
    pub fn new(capture_id: ImportId, login: &str, host: &str) -> Self {
        Self {
            capture_id,
            login: login.into(),
            host: host.into(),
            state: CaptureState::Running,
            done: 0,
            planned: 0,
            unchanged: 0,
            left_out: 0,
            current: String::new(),
            waiting_until: None,
            waiting_why: String::new(),
            path: None,
            error: None,
        }
    }

    /// Takes over what the capture tells.
    pub fn take(&mut self, progress: &capture::CaptureProgress) {
        self.done = progress.done;
        self.planned = progress.planned;
        self.unchanged = progress.unchanged;
        self.left_out = progress.left_out;
        self.current.clone_from(&progress.current);
        self.waiting_until = progress.waiting.as_ref().map(|waiting| waiting.until);
        self.waiting_why = progress.waiting.as_ref().map(|waiting| waiting.why.clone()).unwrap_or_default();
    }

    /// It failed, or was stopped where there is no error.
    pub fn failed(mut self, error: Option<AppError>) -> Self {
        self.state = if error.is_some() { CaptureState::Failed } else { CaptureState::Cancelled };
        self.waiting_until = None;
        self.error = error;
        self
    }
}
