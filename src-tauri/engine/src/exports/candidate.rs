//! A candidate whole, as JSON: who they are, their applications with every score opened, and the history.

use assay_domain::ids::CandidateId;
use serde::Serialize;

use crate::candidates::{self, CandidateDetail};
use crate::debriefs::{self, Explanation};
use crate::journal::{self, JournalEntry};
use crate::{EngineError, Instant, Result, Store, Viewer};

/// Everything about a candidate that is open to the viewer.
#[derive(Clone, Debug, Serialize)]
pub struct ExportedCandidate {
    /// The candidate with accounts, applications, snapshots and decisions.
    pub candidate: CandidateDetail,
    /// The score of each application that is open to the viewer, down to ratings and notes.
    pub scores: Vec<Explanation>,
    /// How many applications are closed to the viewer, and left out of `scores`.
    pub closed: u32,
    /// What happened, newest first.
    pub history: Vec<JournalEntry>,
}

/// A candidate whole. Applications that are closed to the viewer are counted and tell nothing.
///
/// Errors: [`EngineError::NotFound`].
pub fn candidate(store: &Store, viewer: Viewer, at: Instant, id: CandidateId) -> Result<ExportedCandidate> {
    let detail = candidates::show(store, viewer, at, id)?;
    let (mut scores, mut closed) = (Vec::new(), 0);
    for one in &detail.applications {
        match debriefs::explain(store, viewer, at, one.id, None) {
            Ok(explanation) => scores.push(explanation),
            Err(EngineError::ClosedToViewer) => closed += 1,
            Err(error) => return Err(error),
        }
    }
    let history = journal::of_candidate(store, viewer, id)?;
    Ok(ExportedCandidate { candidate: detail, scores, closed, history })
}
