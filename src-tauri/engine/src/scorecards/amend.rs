//! Amending a submitted scorecard: a later version with a reason; the first is kept.

use assay_domain::ids::{InterviewId, PersonId};
use assay_domain::scorecard::{ScorecardContent, ScorecardInput};
use rusqlite::OptionalExtension as _;

use super::form::{ensure_mine, rubric};
use super::write::{Version, answer, write};
use super::{Scorecard, log};
use crate::store::{Done, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, independence, interviews};

const AMEND: Op = Op("scorecard.amend");

/// Amends the viewer's own submitted scorecard, by the rubric that it was rated by. What was noted in the room stays as it
/// is: an amendment changes the judgement, not the record that it rests on.
///
/// Errors: [`EngineError::Invalid`] without a reason, with something missing or with another log; [`EngineError::Conflict`]
/// where it is somebody else's or not submitted; [`EngineError::ClosedToViewer`] while the viewer holds an open interview there.
pub fn amend(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    input: ScorecardInput,
    reason: &str,
) -> Result<Done<Scorecard>> {
    let reason = crate::reason::given(reason, "an amendment", "Say what was wrong, and how you know.")?;
    let mut content = ScorecardContent::from(input);
    let done = store.transact(AMEND, viewer, at, |tx| {
        let interview = interviews::get(tx, viewer, id)?;
        ensure_mine(&interview)?;
        independence::ensure_open(tx, viewer, interview.application_id)?;
        let (version, typed_in_by) = newest(tx, id)?;
        content.log = log::kept(tx, id, &content.log)?;
        let rubric = rubric(tx, id)?;
        let new = Version {
            interview: &interview,
            rubric: &rubric,
            occasion: 1,
            version: version + 1,
            typed_in_by,
            amendment_reason: Some(reason),
        };
        write(tx, at, &new, content)?;
        tx.touch(crate::Noun::Interview, id.0);
        Ok(interview)
    })?;
    done.try_map(|interview| store.read(viewer, |conn| answer(conn, viewer, &interview)))
}

fn newest(tx: &Tx<'_>, id: InterviewId) -> Result<(u32, Option<PersonId>)> {
    tx.query_row(
        "SELECT version, typed_in_by FROM scorecard WHERE interview_id = ?1 AND occasion = 1
         ORDER BY version DESC LIMIT 1",
        [id.0],
        |row| Ok((row.get(0)?, row.get::<_, Option<_>>(1)?.map(PersonId))),
    )
    .optional()?
    .ok_or_else(|| {
        EngineError::conflict("there is no submitted scorecard to amend", "Submit the scorecard first.")
    })
}
