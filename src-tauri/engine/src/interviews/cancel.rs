//! Cancelling interviews.

use assay_domain::ids::InterviewId;
use rusqlite::params;

use super::assign::ensure_open;
use super::{Interview, get};
use crate::store::{Done, Noun, Op};
use crate::{EngineError, Instant, Result, Store, Viewer};

const CANCEL: Op = Op("interview.cancel");

/// Cancels an open interview. Its draft is kept, unseen, in case that the cancelling is taken back.
pub fn cancel(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    reason: &str,
) -> Result<Done<Interview>> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(EngineError::invalid(
            "cancelling an interview needs a reason",
            "Say why, in a few words.",
        ));
    }
    store.transact(CANCEL, viewer, at, |tx| {
        let before = ensure_open(get(tx, viewer, id)?)?;
        tx.execute(
            "UPDATE interview SET state = 'cancelled', cancelled_reason = ?2 WHERE id = ?1",
            params![id.0, reason],
        )?;
        tx.record(
            Noun::Interview,
            id.0,
            &[before.application_id.0],
            &serde_json::json!({"reason": reason, "before": {"independent": before.independent}}),
        )?;
        tx.touch(Noun::Application, before.application_id.0);
        get(tx, viewer, id)
    })
}
