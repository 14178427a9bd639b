//! What happened in the room, as a scorecard keeps it.

use assay_domain::ids::{InterviewId, ScorecardId};
use assay_domain::scorecard::{LogEntry, tidy_log};
use rusqlite::{Connection, Row, params};

use crate::blind::Over;
use crate::store::Tx;
use crate::store::column::word;
use crate::{EngineError, Result};

/// The entries of the scorecards that `from` and `filter` select, by their times; read with [`entry`].
pub(super) fn select_sql(from: &str, filter: &str) -> String {
    format!(
        "SELECT s.id AS card, e.* FROM {from} JOIN room_entry AS e ON e.scorecard_id = s.id {filter}
         ORDER BY e.position"
    )
}

/// One row of `room_entry`.
pub(super) fn entry(row: &Row<'_>) -> rusqlite::Result<LogEntry> {
    let (of, text) = (row.get("subject")?, row.get("text")?);
    Ok(LogEntry { at: row.get("at")?, event: word(row, "event")?, of, text })
}

/// Writes the log of a version; the entries stand in the order of their times.
pub(super) fn write(tx: &Tx<'_>, id: ScorecardId, log: &[LogEntry]) -> Result<()> {
    for (position, one) in log.iter().enumerate() {
        tx.prepare_cached(
            "INSERT INTO room_entry (scorecard_id, position, at, event, subject, text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![id.0, position as i64, one.at, one.event.as_str(), one.of, one.text])?;
    }
    Ok(())
}

/// The log of the interview's first version, for an amendment. One that is handed in must be that, as its author reads it, or
/// empty.
pub(super) fn kept(
    conn: &Connection,
    id: InterviewId,
    over: &Over,
    given: &[LogEntry],
) -> Result<Vec<LogEntry>> {
    let mut statement = conn.prepare_cached(
        "SELECT e.* FROM room_entry AS e JOIN scorecard AS s ON s.id = e.scorecard_id
         WHERE s.interview_id = ?1 AND s.occasion = 1 AND s.version = 1 ORDER BY e.position",
    )?;
    let first: Vec<LogEntry> = statement.query_map([id.0], entry)?.collect::<rusqlite::Result<_>>()?;
    let mut given = tidy_log(given);
    for (given, kept) in given.iter_mut().zip(&first) {
        given.text = over.text("an entry of the log", &given.text, &kept.text)?;
    }
    if given.is_empty() || given == first {
        return Ok(first);
    }
    Err(EngineError::invalid(
        "an amendment cannot change the log of the room",
        "Leave the log out, and say in a note or in the reason what was wrong in it.",
    ))
}
