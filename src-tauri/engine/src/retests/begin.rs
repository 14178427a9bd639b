//! Which markings are to be done again.

use assay_domain::ids::InterviewId;
use rusqlite::{Connection, named_params, params};
use serde::Serialize;
use uuid::Uuid;

use super::AFTER;
use crate::interviews::{self, Interview};
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, independence};

const BEGIN: Op = Op("retest.begin");
const STOP: Op = Op("retest.stop");

/// An interview to be marked again.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RetestItem {
    /// Place in the shuffled order, from 1.
    pub position: u32,
    /// The interview, the viewer's own; the candidate has a number in the place of the name, so that it is marked blind.
    pub interview: Interview,
}

/// Begins: of the viewer's own scorecards of at least seven days ago that were not marked again yet, at most `most` in a
/// shuffled order. What somebody else typed in from paper is not taken, nor what stands in an application that is closed to
/// the viewer: how both markings compare could not be shown.
///
/// Errors: [`EngineError::Conflict`] where others are still to be done, or none is old enough.
pub fn begin(store: &Store, viewer: Viewer, at: Instant, most: u32) -> Result<Done<Vec<RetestItem>>> {
    let done = store.transact(BEGIN, viewer, at, |tx| {
        if !items(tx, viewer)?.is_empty() {
            return Err(EngineError::conflict(
                "you have not finished marking again what you took last time",
                "Mark those, or stop.",
            ));
        }
        let taken = candidates(tx, viewer, at, most)?;
        if taken.is_empty() {
            return Err(EngineError::conflict(
                "there is no scorecard of yours from at least seven days ago that you have not marked again",
                "Wait some days: what is fresh in memory says nothing about consistency.",
            ));
        }
        for (position, (interview, application)) in (1_u32..).zip(taken) {
            tx.execute(
                "INSERT INTO retest (interview_id, person_id, position, begun_at) VALUES (?1, ?2, ?3, ?4)",
                params![interview, viewer.0.0, position, at],
            )?;
            changed(tx, interview, application)?;
        }
        Ok(())
    })?;
    done.try_map(|()| open(store, viewer))
}

/// Interview and application of what can be marked again, in an order by chance.
fn candidates(conn: &Connection, viewer: Viewer, at: Instant, most: u32) -> Result<Vec<(Uuid, Uuid)>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT i.id, i.application_id FROM interview AS i JOIN scorecard AS s ON s.interview_id = i.id
         WHERE i.person_id = :viewer AND i.state = 'submitted' AND s.occasion = 1
           AND NOT EXISTS (SELECT 1 FROM retest AS r WHERE r.interview_id = i.id) AND NOT {}
         GROUP BY i.id HAVING max(s.submitted_at) <= :before AND count(s.typed_in_by) = 0
         ORDER BY random() LIMIT :most",
        independence::closed_sql("i.application_id")
    ))?;
    let bound = named_params! {":viewer": viewer.0.0, ":before": at - AFTER, ":most": most};
    let rows = statement.query_map(bound, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What the viewer has still to mark again, in its order.
pub fn open(store: &Store, viewer: Viewer) -> Result<Vec<RetestItem>> {
    store.read(viewer, |conn| items(conn, viewer))
}

pub(super) fn items(conn: &Connection, viewer: Viewer) -> Result<Vec<RetestItem>> {
    let mut statement = conn.prepare_cached(
        "SELECT interview_id, position FROM retest WHERE person_id = ?1 AND done_at IS NULL ORDER BY position",
    )?;
    let rows = statement.query_map([viewer.0.0], |row| Ok((InterviewId(row.get(0)?), row.get(1)?)))?;
    let rows: Vec<(InterviewId, u32)> = rows.collect::<rusqlite::Result<_>>()?;
    let item = |(id, position)| {
        let mut interview = interviews::get(conn, viewer, id)?;
        interview.candidate_name = format!("Candidate {position}");
        Ok(RetestItem { position, interview })
    };
    rows.into_iter().map(item).collect()
}

/// Gives up what is still to be marked again, with its drafts; the applications are open again. Gives how many.
pub fn stop(store: &Store, viewer: Viewer, at: Instant) -> Result<Done<u32>> {
    store.transact(STOP, viewer, at, |tx| {
        let left = items(tx, viewer)?;
        for one in &left {
            tx.execute("DELETE FROM retest WHERE interview_id = ?1", [one.interview.id.0])?;
            tx.execute("DELETE FROM draft WHERE interview_id = ?1", [one.interview.id.0])?;
            changed(tx, one.interview.id.0, one.interview.application_id.0)?;
        }
        Ok(u32::try_from(left.len()).unwrap_or(u32::MAX))
    })
}

fn changed(tx: &mut Tx<'_>, interview: Uuid, application: Uuid) -> Result<()> {
    tx.record(Noun::Interview, interview, &[application], &serde_json::json!({}))?;
    tx.touch(Noun::Scorecard, interview);
    tx.touch(Noun::Application, application);
    Ok(())
}
