//! One candidate with everything that is linked to them.

use assay_domain::candidate::Provenance;
use assay_domain::ids::CandidateId;
use rusqlite::OptionalExtension as _;
use serde::Serialize;

use super::{DoNotContact, contact, provenance};
use crate::accounts::{self, Account};
use crate::applications::{self, Application};
use crate::blind;
use crate::decisions::{self, Decision};
use crate::snapshots::{self, SnapshotSummary};
use crate::{EngineError, Instant, Result, Store, Viewer};

/// One candidate.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CandidateDetail {
    /// Id.
    pub id: CandidateId,
    /// Name.
    pub name: String,
    /// E-mail address, or empty.
    pub email: String,
    /// Where they live, or empty.
    pub location: String,
    /// One line about them, or empty.
    pub headline: String,
    /// Anything else.
    pub notes: String,
    /// Where the viewer reviews them blind: what is hidden, and who knows the name. The name is a label then.
    pub blind: Option<String>,
    /// Where they came from, on what basis.
    pub provenance: Provenance,
    /// The mark, where they are not to be contacted.
    pub do_not_contact: Option<DoNotContact>,
    /// When they were added.
    pub added_at: Instant,
    /// Accounts linked to them.
    pub accounts: Vec<Account>,
    /// Applications, newest first.
    pub applications: Vec<Application>,
    /// Their snapshots, newest first.
    pub snapshots: Vec<SnapshotSummary>,
    /// Decisions on their applications; closed ones tell nothing (law 4).
    pub decisions: Vec<Decision>,
}

/// One candidate, or [`EngineError::NotFound`]. Whoever is shown a decision has read ratings; that is noted at `at`.
pub fn show(store: &Store, viewer: Viewer, at: Instant, id: CandidateId) -> Result<CandidateDetail> {
    let mut detail = store.read(viewer, |conn| {
        let found = conn
            .prepare_cached(
                "SELECT name, email, location, headline, notes, source, basis, permission, given_on, until, added_at
                 FROM candidate WHERE id = ?1",
            )?
            .query_row([id.0], |row| {
                Ok(CandidateDetail {
                    id,
                    name: row.get(0)?,
                    email: row.get(1)?,
                    location: row.get(2)?,
                    headline: row.get(3)?,
                    notes: row.get(4)?,
                    blind: None,
                    provenance: provenance(row, 5)?,
                    do_not_contact: None,
                    added_at: row.get(10)?,
                    accounts: Vec::new(),
                    applications: Vec::new(),
                    snapshots: Vec::new(),
                    decisions: Vec::new(),
                })
            })
            .optional()?;
        let mut detail = found.ok_or_else(|| EngineError::not_found("candidate", id))?;
        detail.blind = blind::note(conn, viewer, id)?;
        detail.do_not_contact = contact::of(conn, id)?;
        detail.accounts = accounts::of_candidate(conn, id)?;
        detail.applications =
            applications::query(conn, "WHERE f.candidate_id = ?1 ORDER BY f.id DESC", &[&id.0])?;
        detail.snapshots = snapshots::of_candidate(conn, id)?;
        Ok(detail)
    })?;
    detail.decisions = decisions::of_candidate(store, viewer, at, id)?;
    Ok(detail)
}
