//! Amending a submitted scorecard: a later version with a reason; the first is kept.

use assay_domain::ids::{InterviewId, PersonId};
use assay_domain::scorecard::{Citation, ScorecardContent, ScorecardInput};
use rusqlite::OptionalExtension as _;

use super::form::{ensure_mine, rubric, with_draft};
use super::read::{Scope, load};
use super::write::{Version, answer, write};
use super::{Draft, Form, Scorecard, log};
use crate::blind::Over;
use crate::store::{Done, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, independence, interviews, snapshots};

const AMEND: Op = Op("scorecard.amend");

/// Amends the viewer's own submitted scorecard, by the rubric that it was rated by. What was noted in the room stays as it
/// is: an amendment changes the judgement, not the record that it rests on.
///
/// Errors: [`EngineError::Invalid`] without a reason, with something missing, with another log, or where a text is changed
/// around what is hidden from the viewer in it; [`EngineError::Conflict`]
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
        let read_over = Over::of(tx, viewer)?;
        content.log = log::kept(tx, id, &read_over, &content.log)?;
        let before = load(tx, viewer, Scope::Interview(id))?.into_iter().next();
        if let Some(before) = before {
            over(&read_over, &mut content, &before)?;
        }
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

/// The viewer's own submitted scorecard as a form that is filled in: its newest version, by the rubric that it was rated by, to
/// begin an amendment from.
///
/// Errors: [`EngineError::Conflict`] where it is somebody else's or not submitted; [`EngineError::ClosedToViewer`] while the
/// viewer holds an open interview there.
pub fn amend_form(store: &Store, viewer: Viewer, id: InterviewId) -> Result<Form> {
    store.read(viewer, |conn| {
        let interview = interviews::get(conn, viewer, id)?;
        ensure_mine(&interview)?;
        independence::ensure_open(conn, viewer, interview.application_id)?;
        let newest = load(conn, viewer, Scope::Interview(id))?.into_iter().next();
        let newest = newest.ok_or_else(nothing_submitted)?;
        let snapshots = snapshots::of_candidate(conn, interview.candidate_id)?;
        let draft = Draft {
            ratings: newest.ratings,
            flags: newest.flags,
            summary: newest.summary,
            recommendation: Some(newest.recommendation),
            log: newest.log,
            saved_at: None,
        };
        with_draft(conn, interview, rubric(conn, id)?, draft, snapshots)
    })
}

fn nothing_submitted() -> EngineError {
    EngineError::conflict("there is no submitted scorecard to amend", "Submit the scorecard first.")
}

/// What the author gives back as they read it stays as it is stored: notes may name somebody to whom they are blind.
fn over(over: &Over, content: &mut ScorecardContent, before: &Scorecard) -> Result<()> {
    content.summary = over.text("the summary", &content.summary, &before.summary)?;
    for rating in &mut content.ratings {
        let Some(old) = before.ratings.iter().find(|old| old.criterion == rating.criterion) else { continue };
        let what = format!("the note on {}", rating.criterion);
        rating.note = over.text(&what, &rating.note, &old.note)?;
        cited_over(over, &mut rating.citations, &old.citations)?;
    }
    for raised in &mut content.flags {
        if let Some(old) = before.flags.iter().find(|old| old.flag == raised.flag) {
            raised.evidence = over.text("the evidence of a red flag", &raised.evidence, &old.evidence)?;
        }
    }
    Ok(())
}

/// A quote may hold the mark by itself, where a submission was quoted as it was read; so citations are told by what they say.
fn cited_over(over: &Over, given: &mut [Citation], before: &[Citation]) -> Result<()> {
    let same = |given: &Citation, old: &Citation| {
        over.is_read(&given.address, &old.address) && over.is_read(&given.quote, &old.quote)
    };
    let gone: Vec<&Citation> =
        before.iter().filter(|old| !given.iter().any(|given| same(given, old))).collect();
    for citation in given {
        if let Some(old) = before.iter().find(|old| same(citation, old)) {
            *citation = old.clone();
        } else {
            for old in &gone {
                over.text("the address of a citation", &citation.address, &old.address)?;
                over.text("the quote of a citation", &citation.quote, &old.quote)?;
            }
        }
    }
    Ok(())
}

fn newest(tx: &Tx<'_>, id: InterviewId) -> Result<(u32, Option<PersonId>)> {
    tx.query_row(
        "SELECT version, typed_in_by FROM scorecard WHERE interview_id = ?1 AND occasion = 1
         ORDER BY version DESC LIMIT 1",
        [id.0],
        |row| Ok((row.get(0)?, row.get::<_, Option<_>>(1)?.map(PersonId))),
    )
    .optional()?
    .ok_or_else(nothing_submitted)
}
