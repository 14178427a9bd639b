//! Cancelling interviews.

use assay_domain::ids::{ApplicationId, InterviewId};
use rusqlite::{named_params, params};
use serde_json::{Value, json};

use super::assign::ensure_open;
use super::{Interview, get, select};
use crate::store::{Done, Noun, Op, Tx};
use crate::{Instant, Result, Store, Viewer};

const CANCEL: Op = Op("interview.cancel");

/// Cancels an open interview. Its draft is kept, unseen, in case that the cancelling is taken back.
pub fn cancel(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    reason: &str,
) -> Result<Done<Interview>> {
    let reason = crate::reason::given(reason, "cancelling an interview", "Say why, in a few words.")?;
    let done = store.transact(CANCEL, viewer, at, |tx| {
        let before = ensure_open(get(tx, viewer, id)?)?;
        let payload = json!({"reason": reason, "before": {"independent": before.independent}});
        cancel_one(tx, &before, reason, &payload)
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, viewer, id)))
}

/// Cancels every open interview of an application that has ended, inside the write that ended it.
pub(crate) fn cancel_open(tx: &mut Tx<'_>, viewer: Viewer, id: ApplicationId, reason: &str) -> Result<()> {
    let open = select(
        tx,
        "WHERE i.application_id = :application AND i.state = 'open' ORDER BY i.id",
        named_params! {":viewer": viewer.0.0, ":application": id.0},
    )?;
    for one in &open {
        let what = format!("interview cancelled: {}, {}", one.assessment_title, reason);
        cancel_one(tx, one, reason, &json!({"what": what, "before": {"independent": one.independent}}))?;
    }
    Ok(())
}

fn cancel_one(tx: &mut Tx<'_>, before: &Interview, reason: &str, payload: &Value) -> Result<()> {
    tx.execute(
        "UPDATE interview SET state = 'cancelled', cancelled_reason = ?2 WHERE id = ?1",
        params![before.id.0, reason],
    )?;
    tx.record(Noun::Interview, before.id.0, &[before.application_id.0], payload)?;
    tx.touch(Noun::Application, before.application_id.0);
    Ok(())
}
