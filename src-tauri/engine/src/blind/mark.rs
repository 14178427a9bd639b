//! Whether a scorecard was written blind. Kept when it is submitted, and never changed.

use assay_domain::ids::{ApplicationId, PersonId};
use rusqlite::{Connection, params};

use crate::interviews::Interview;
use crate::{Instant, Result};

/// Keeps whether the scorecard of this interview was blind, where its role is.
pub(crate) fn keep(conn: &Connection, interview: &Interview) -> Result<()> {
    if let Some(blind) = interview.blind {
        conn.execute(
            "INSERT OR IGNORE INTO blind_mark (interview_id, blind) VALUES (?1, ?2)",
            params![interview.id.0, blind],
        )?;
    }
    Ok(())
}

/// After a submission: whoever holds no open interview in the application any more sees the name from now on.
pub(crate) fn note_submitted(
    conn: &Connection,
    at: Instant,
    holder: PersonId,
    application: ApplicationId,
) -> Result<()> {
    conn.execute(
        "INSERT OR IGNORE INTO name_seen (person_id, application_id, why, at)
         SELECT ?1, ?2, 'submitted', ?3 WHERE NOT EXISTS (
             SELECT 1 FROM interview WHERE application_id = ?2 AND person_id = ?1 AND state = 'open')",
        params![holder.0, application.0, at],
    )?;
    Ok(())
}
