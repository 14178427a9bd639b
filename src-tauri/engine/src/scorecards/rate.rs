//! Rating one criterion of one's own draft, and reading the draft, without the rest of the scorecard screen.

use assay_domain::ids::InterviewId;
use assay_domain::rubric::Rubric;
use assay_domain::scorecard::{Missing, completeness};
use rusqlite::Connection;

use super::Draft;
use super::cite::rating_of;
use super::form::{ensure_mine, keep_by, open, rubric, stored, with_rubric};
use crate::{EngineError, Instant, Result, Store, Viewer};

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
        let rubric = rubric(tx, id)?;
        ensure_criterion(&rubric, criterion)?;
        let mut content = stored(tx, id, &rubric)?.content;
        let rating = rating_of(&mut content, criterion);
        rating.level = level;
        if let Some(note) = note {
            rating.note = note;
        }
        keep_by(tx, at, id, &rubric, &content)
    })
}

fn ensure_criterion(rubric: &Rubric, id: &str) -> Result<()> {
    if rubric.criterion(id).is_some() {
        return Ok(());
    }
    let ids: Vec<&str> = rubric.criteria.iter().map(|one| one.id.as_str()).collect();
    Err(EngineError::invalid(
        format!("the rubric has no criterion \"{id}\""),
        format!("It has: {}.", ids.join(", ")),
    ))
}

/// A draft, and what it lacks.
pub(crate) struct DraftState {
    pub draft: Draft,
    pub missing: Vec<Missing>,
}

/// The draft of an interview, which the caller knows to be the viewer's own.
pub(crate) fn draft_of(conn: &Connection, id: InterviewId) -> Result<DraftState> {
    let rubric = rubric(conn, id)?;
    let stored = stored(conn, id, &rubric)?;
    let missing = with_rubric(&rubric, &stored.content, completeness);
    Ok(DraftState { draft: stored.draft(&rubric), missing })
}
