//! Marking one again.

use assay_domain::ids::InterviewId;
use assay_domain::scorecard::{ScorecardContent, ScorecardInput};
use rusqlite::{Connection, params};

use super::RetestItem;
use super::begin::items;
use crate::interviews::Interview;
use crate::scorecards::{self, Form};
use crate::store::{Done, Op};
use crate::{EngineError, Instant, Result, Store, Viewer};

const SUBMIT: Op = Op("retest.submit");

/// The form of an interview that the viewer is to mark again: without the first marking, with the draft of the second, and
/// without the snapshots, which would say whose it is.
///
/// Errors: [`EngineError::Conflict`] where it is not.
pub fn form(store: &Store, viewer: Viewer, id: InterviewId) -> Result<Form> {
    store.read(viewer, |conn| scorecards::form_of(conn, taken(conn, viewer, id)?))
}

/// Saves the draft of a second marking; gives when. Levels and criteria that the rubric does not have are refused, gaps are not.
///
/// Errors: [`EngineError::Conflict`] where the interview is not among those to be marked again.
pub fn save_draft(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    input: ScorecardInput,
) -> Result<Instant> {
    let content = ScorecardContent::from(input);
    store.scratch(|tx| {
        taken(tx, viewer, id)?;
        scorecards::keep(tx, at, id, &content)?;
        Ok(at)
    })
}

/// Submits the second marking; gives what is still to be done.
///
/// Errors: [`EngineError::Invalid`] with everything that is missing; [`EngineError::Conflict`] where the interview is not
/// among those to be marked again.
pub fn submit(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    input: ScorecardInput,
) -> Result<Done<Vec<RetestItem>>> {
    let content = ScorecardContent::from(input);
    store.transact(SUBMIT, viewer, at, |tx| {
        let interview = taken(tx, viewer, id)?;
        scorecards::write_again(tx, at, &interview, content)?;
        tx.execute("UPDATE retest SET done_at = ?2 WHERE interview_id = ?1", params![id.0, at])?;
        items(tx, viewer)
    })
}

fn taken(conn: &Connection, viewer: Viewer, id: InterviewId) -> Result<Interview> {
    let found = items(conn, viewer)?.into_iter().find(|one| one.interview.id == id);
    found.map(|one| one.interview).ok_or_else(|| {
        EngineError::conflict(
            "this interview is not among those that you mark again",
            "Begin marking again first.",
        )
    })
}
