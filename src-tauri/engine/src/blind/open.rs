//! Opening a portfolio all the same: an act of its own, after which the viewer is not blind there any more.

use assay_domain::ids::CandidateId;
use rusqlite::params;
use serde_json::json;
use uuid::Uuid;

use super::{seen, who};
use crate::candidates::{self, CandidateDetail};
use crate::store::{Done, Noun, Op};
use crate::{EngineError, Instant, Result, Store, Viewer};

const OPEN: Op = Op("blind.open");

/// Opens a candidate's name and portfolio to a viewer who is blind to them. What they submit there from now on is marked
/// "not blind"; it cannot be taken back, for nobody can forget a name.
///
/// Errors: [`EngineError::Conflict`] where the viewer is not blind to the candidate.
pub fn open_portfolio(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    candidate: CandidateId,
) -> Result<Done<CandidateDetail>> {
    let done = store.transact(OPEN, viewer, at, |tx| {
        candidates::exists(tx, candidate)?;
        if !who::is_blinded(tx, viewer, candidate.0)? {
            return Err(EngineError::conflict(
                "you see this candidate's name already",
                "Open the portfolio from the candidate's page.",
            ));
        }
        let mut statement = tx.prepare(
            "SELECT a.id, a.role_id FROM application AS a JOIN role AS r ON r.id = a.role_id AND r.blind = 1
             WHERE a.candidate_id = ?1 ORDER BY a.id",
        )?;
        let applications: Vec<(Uuid, Uuid)> = statement
            .query_map(params![candidate.0], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        drop(statement);
        for (application, role) in applications {
            seen::keep(tx, at, viewer.0, application, "opened")?;
            tx.record(Noun::Application, application, &[viewer.0.0, candidate.0], &json!({}))?;
            tx.touch(Noun::Role, role);
            tx.touch(Noun::Interview, application);
        }
        for noun in [Noun::Candidate, Noun::Snapshot, Noun::Account] {
            tx.touch(noun, candidate.0);
        }
        Ok(())
    })?;
    done.try_map(|()| candidates::show(store, viewer, at, candidate))
}
