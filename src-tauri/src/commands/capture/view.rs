//! A capture as the window asks for it and sees it.

use assay_domain::candidate::ProvenanceInput;
use assay_domain::ids::CandidateId;
use assay_github::capture::{self, Estimate, Limit};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// How much is taken.
#[derive(Clone, Copy, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum CaptureDepth {
    /// About 50 requests.
    Light,
    /// About 110.
    Usual,
    /// About 450.
    Full,
}

impl From<CaptureDepth> for capture::Depth {
    fn from(depth: CaptureDepth) -> Self {
        match depth {
            CaptureDepth::Light => Self::Light,
            CaptureDepth::Usual => Self::Usual,
            CaptureDepth::Full => Self::Full,
        }
    }
}

impl From<capture::Depth> for CaptureDepth {
    fn from(depth: capture::Depth) -> Self {
        match depth {
            capture::Depth::Light => Self::Light,
            capture::Depth::Usual => Self::Usual,
            capture::Depth::Full => Self::Full,
        }
    }
}

/// What is to be captured. Never printed: it may hold a token.
#[derive(Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct CaptureInput {
    /// Whose account.
    pub login: String,
    /// How much.
    pub depth: CaptureDepth,
    /// Repositories to look into before any other, as `OWNER/NAME`.
    pub repositories: Vec<String>,
    /// Base address of the interface.
    pub api: String,
    /// A token for this once; else the kept one, where there is one.
    pub token: Option<String>,
}

/// A capture and what becomes of it.
#[derive(Deserialize, specta::Type)]
#[serde(deny_unknown_fields)]
pub struct CaptureStart {
    /// What.
    pub order: CaptureInput,
    /// On whose permission.
    pub provenance: ProvenanceInput,
    /// Whose account it is.
    pub candidate_id: Option<CandidateId>,
    /// Whether the archive stays on disk, where it is not encrypted.
    pub keep_archive: bool,
}

/// One of GitHub's limits.
#[derive(Serialize, specta::Type)]
pub struct CaptureLimit {
    /// Requests in a window.
    pub limit: u32,
    /// Of these, how many are left.
    pub remaining: u32,
    /// When there are all again.
    pub reset: DateTime<Utc>,
}

impl CaptureLimit {
    fn of(limit: Option<Limit>) -> Option<Self> {
        limit.map(|one| Self { limit: one.limit, remaining: one.remaining, reset: one.reset })
    }
}

/// What a capture will cost.
#[derive(Serialize, specta::Type)]
pub struct CapturePlan {
    /// The login as GitHub writes it.
    pub login: String,
    /// Where.
    pub host: String,
    /// How much.
    pub depth: CaptureDepth,
    /// Requests at most.
    pub requests: u32,
    /// Of these, how many have been answered already.
    pub answered: u32,
    /// Public repositories that GitHub counts.
    pub public_repositories: Option<u32>,
    /// How many repositories are looked into at most.
    pub repositories: u32,
    /// Whether a token is used.
    pub token: bool,
    /// About how many seconds it takes.
    pub seconds: u32,
    /// The limit of most requests, by the hour; none where the server does not limit.
    pub core: Option<CaptureLimit>,
    /// The limit of searches, by the minute.
    pub search: Option<CaptureLimit>,
}

impl CapturePlan {
    pub(super) fn of(estimate: &Estimate) -> Self {
        Self {
            login: estimate.login.clone(),
            host: estimate.host.clone(),
            depth: estimate.depth.into(),
            requests: estimate.requests,
            answered: estimate.answered,
            public_repositories: estimate.public_repositories,
            repositories: estimate.repositories,
            token: estimate.token,
            seconds: estimate.seconds,
            core: CaptureLimit::of(estimate.allowance.core),
            search: CaptureLimit::of(estimate.allowance.search),
        }
    }
}

/// A capture that was not finished.
#[derive(Serialize, specta::Type)]
pub struct UnfinishedCapture {
    /// Whose account.
    pub login: String,
    /// Where.
    pub host: String,
    /// The interface's base address.
    pub api: String,
    /// How much.
    pub depth: CaptureDepth,
    /// Answers so far.
    pub answers: u32,
}

impl UnfinishedCapture {
    pub(super) fn of(one: &capture::Unfinished) -> Self {
        Self {
            login: one.login.clone(),
            host: one.host.clone(),
            api: one.api.clone(),
            depth: one.depth.into(),
            answers: one.answers,
        }
    }
}

/// Whether a token is kept.
#[derive(Serialize, specta::Type)]
pub struct TokenStatus {
    /// For which host.
    pub host: String,
    /// Whether one is kept.
    pub kept: bool,
    /// Why there is no keyring, where there is none.
    pub no_keyring: Option<String>,
}
