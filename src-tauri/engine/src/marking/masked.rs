//! Hiding who wrote a submission from whoever marks it.

use assay_domain::blind::hiding;
use assay_domain::erasure::Redaction;
use assay_domain::ids::CandidateId;
use rusqlite::Connection;

use crate::{Result, blind};

/// What is hidden of one candidate.
pub(super) struct Mask(Redaction);

impl Mask {
    /// By everything that the workspace knows them by.
    pub(super) fn of(conn: &Connection, candidate: CandidateId) -> Result<Self> {
        Ok(Self(hiding([&blind::identity_of(conn, candidate.0)?])))
    }
}

/// The text without the candidate's names, logins and addresses.
pub(super) fn masked_text(mask: &Mask, text: &str) -> String {
    mask.0.text(text).unwrap_or_else(|| text.to_owned())
}
