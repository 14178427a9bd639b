//! Rating one criterion of one's own draft, and reading the draft, without the rest of the scorecard screen.

use assay_domain::ids::InterviewId;
use assay_domain::scorecard::{Missing, completeness};
use rusqlite::Connection;

use super::Draft;
use super::cite::{rating_of, stored};
use super::form::{ensure_mine, keep, open, rubric, stored_draft, with_rubric};
use crate::{Instant, Result, Store, Viewer};

/// Writes level and note of a criterion into the viewer's own draft; a note of `None` stays as it is.
///
/// Errors: as [`super::save_draft`].
pub(crate) fn rate(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    criterion: &str,
    level: Option<u8>,
    note: Option<String>,
) -> Result<()> {
    store.scratch(|tx| {
        ensure_mine(&open(tx, viewer, id)?)?;
        let mut content = stored(tx, id)?;
        let rating = rating_of(&mut content, criterion);
        rating.level = level;
        if let Some(note) = note {
            rating.note = note;
        }
        keep(tx, at, id, &content)
    })
}

/// A draft, and what it lacks.
pub(crate) struct DraftState {
    pub draft: Draft,
    pub missing: Vec<Missing>,
}

/// The draft of an interview, which the caller knows to be the viewer's own.
pub(crate) fn draft_of(conn: &Connection, id: InterviewId) -> Result<DraftState> {
    let rubric = rubric(conn, id)?;
    let missing = with_rubric(&rubric, &stored(conn, id)?, completeness);
    Ok(DraftState { draft: stored_draft(conn, id, &rubric)?, missing })
}
