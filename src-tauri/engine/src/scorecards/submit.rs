//! Submitting: final. A later word is an amendment that keeps the first.

use assay_domain::ids::{InterviewId, PersonId};
use assay_domain::scorecard::{ScorecardContent, ScorecardInput};

use super::Scorecard;
use super::form::{ensure_mine, open, rubric};
use super::write::{Version, answer, close_interview, write};
use crate::interviews::Interview;
use crate::store::{Done, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, independence};

const SUBMIT: Op = Op("scorecard.submit");
const PAPER: Op = Op("scorecard.paper");

/// Submits the scorecard of the viewer's own open interview.
///
/// Errors: [`EngineError::Invalid`] with everything that is missing; [`EngineError::Conflict`] where the interview is not
/// open or not the viewer's.
pub fn submit(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    input: ScorecardInput,
) -> Result<Done<Scorecard>> {
    let content = ScorecardContent::from(input);
    let done = store.transact(SUBMIT, viewer, at, |tx| {
        let interview = open(tx, viewer, id)?;
        ensure_mine(&interview)?;
        write_first(tx, at, &interview, None, content)?;
        Ok(interview)
    })?;
    done.try_map(|interview| store.read(viewer, |conn| answer(conn, viewer, &interview)))
}

/// The first version of a scorecard; its interview is submitted with it.
fn write_first(
    tx: &mut Tx<'_>,
    at: Instant,
    interview: &Interview,
    typed_in_by: Option<PersonId>,
    content: ScorecardContent,
) -> Result<()> {
    let rubric = rubric(tx, interview.id)?;
    let new =
        Version { interview, rubric: &rubric, occasion: 1, version: 1, typed_in_by, amendment_reason: None };
    write(tx, at, &new, content)?;
    close_interview(tx, at, interview)
}

/// Types in what somebody else wrote on paper. The scorecard says so for ever, and whoever typed it has read ratings.
///
/// Errors as [`submit`]; and [`EngineError::ClosedToViewer`] where the viewer holds an open interview in the application.
pub fn submit_paper(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    input: ScorecardInput,
) -> Result<Done<Scorecard>> {
    let content = ScorecardContent::from(input);
    let done = store.transact(PAPER, viewer, at, |tx| {
        let interview = open(tx, viewer, id)?;
        if interview.mine {
            return Err(EngineError::conflict(
                "this interview is your own",
                "Submit the scorecard as yours; typing in is for what others wrote on paper.",
            ));
        }
        independence::ensure_open(tx, viewer, interview.application_id)?;
        write_first(tx, at, &interview, Some(viewer.0), content)?;
        independence::expose_in(tx, viewer, at, interview.application_id)?;
        Ok(interview)
    })?;
    done.try_map(|interview| store.read(viewer, |conn| answer(conn, viewer, &interview)))
}
