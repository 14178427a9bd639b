//! Rating while marking: one criterion of one's own draft at a time, so that nothing else of it is touched.

use assay_domain::ids::InterviewId;
use serde::Deserialize;

use crate::{Instant, Result, Store, Viewer, scorecards};

/// A rating as it is handed in while marking.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct MarkingInput {
    /// Id of the rubric's criterion.
    pub criterion: String,
    /// 1 and up; 0 for "not assessed"; `None` where it is not filled in.
    pub level: Option<u8>,
    /// The note; `None` leaves it as it is.
    pub note: Option<String>,
}

/// Writes a rating into the viewer's own draft; gives when. Names nobody.
///
/// Errors: [`crate::EngineError::Conflict`] where the interview is not open or not the viewer's,
/// [`crate::EngineError::Invalid`] where the rubric has no such criterion or level.
pub fn rate(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    interview: InterviewId,
    input: MarkingInput,
) -> Result<Instant> {
    scorecards::rate(store, viewer, at, interview, &input.criterion, input.level, input.note)?;
    Ok(at)
}
