//! What is asked for as data, and the file that comes of it: one rule for the window and the program.

use std::path::Path;

use assay_domain::ids::{AssessmentId, CandidateId, RoleId};
use serde::Deserialize;

use super::{candidate, debrief, debrief_csv, is_table, json, ratings, ratings_csv, save};
use crate::{EngineError, Instant, Result, Store, Viewer, independence};

/// What is asked for.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ExportRequest {
    /// A role's ratings, as CSV or JSON.
    Ratings {
        /// Of which role.
        role_id: RoleId,
        /// Of one assessment only.
        assessment_id: Option<AssessmentId>,
    },
    /// A role's debrief, as CSV or JSON.
    Debrief {
        /// Of which role.
        role_id: RoleId,
    },
    /// A candidate whole, as JSON.
    Candidate {
        /// Whom.
        candidate_id: CandidateId,
    },
}

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exported {
    /// How many ratings, candidates of a debrief, or scores of a candidate.
    pub rows: usize,
    /// What the rows are, for people.
    pub noun: &'static str,
    /// Bytes of the file.
    pub bytes: usize,
    /// How many applications are closed to the viewer, and left out or without figures.
    pub closed: u32,
}

impl ExportRequest {
    /// Writes it, as CSV or JSON by the file's ending. A file that is there is replaced only where `replace` says so.
    ///
    /// Errors: those of the three reads; [`EngineError::Invalid`] for another ending, and for a candidate as CSV;
    /// [`EngineError::Conflict`] for a file that is there, [`EngineError::File`] where it cannot be written.
    pub fn write(
        &self,
        store: &Store,
        viewer: Viewer,
        at: Instant,
        path: &Path,
        replace: bool,
    ) -> Result<Exported> {
        let table = is_table(path)?;
        let closed_of =
            |role: RoleId| store.read(viewer, |conn| independence::closed_count(conn, viewer, role, None));
        let (text, rows, noun, closed) = match self {
            Self::Ratings { role_id, assessment_id } => {
                let rows = ratings(store, viewer, at, *role_id, *assessment_id)?;
                let text = if table { ratings_csv(&rows)? } else { json("ratings", &rows)? };
                (text, rows.len(), "ratings", closed_of(*role_id)?)
            }
            Self::Debrief { role_id } => {
                let rows = debrief(store, viewer, at, *role_id)?;
                let text = if table { debrief_csv(&rows)? } else { json("debrief", &rows)? };
                (text, rows.len(), "candidates", closed_of(*role_id)?)
            }
            Self::Candidate { .. } if table => {
                return Err(EngineError::invalid("a candidate is no table", "Let the name end in .json."));
            }
            Self::Candidate { candidate_id } => {
                let whole = candidate(store, viewer, at, *candidate_id)?;
                (json("candidate", &whole)?, whole.scores.len(), "applications", whole.closed)
            }
        };
        save(path, &text, replace)?;
        Ok(Exported { rows, noun, bytes: text.len(), closed })
    }
}
