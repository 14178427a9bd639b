//! Giving an interview a time, or another one.

use assay_domain::ids::InterviewId;
use rusqlite::params;
use serde_json::json;

use super::assign::ensure_open;
use super::{Interview, InterviewTime, get, when};
use crate::store::{Done, Noun, Op};
use crate::{Instant, Result, Store, Viewer};

const RESCHEDULE: Op = Op("interview.reschedule");

/// Gives an open interview a time. The same time again changes nothing.
///
/// Errors: [`EngineError::Invalid`](crate::EngineError::Invalid) for a time that the zone's clocks never show;
/// [`EngineError::Conflict`](crate::EngineError::Conflict) where the interview is not open.
pub fn reschedule(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: InterviewId,
    time: &InterviewTime,
) -> Result<Done<Interview>> {
    let (starts, zone) = when::agreed(Some(&time.starts_local), Some(&time.zone))?.unzip();
    let (starts, zone) = (starts.unwrap_or_default(), zone.unwrap_or_default());
    let done = store.transact(RESCHEDULE, viewer, at, |tx| {
        let before = ensure_open(get(tx, viewer, id)?)?;
        if before.starts_local.as_ref() == Some(&starts) && before.zone.as_ref() == Some(&zone) {
            return Ok(());
        }
        tx.execute(
            "UPDATE interview SET starts_local = ?2, zone = ?3 WHERE id = ?1",
            params![id.0, starts, zone],
        )?;
        let payload = json!({
            "what": format!("{} {zone}", starts.replace('T', " ")), "starts_local": starts, "zone": zone,
            "before": {"starts_local": before.starts_local, "zone": before.zone},
        });
        tx.record(Noun::Interview, id.0, &[before.application_id.0], &payload)?;
        tx.touch(Noun::Application, before.application_id.0);
        Ok(())
    })?;
    done.try_map(|()| store.read(viewer, |conn| get(conn, viewer, id)))
}
