//! When scorecards were given: what drift and the mirror need beside the ratings.

use std::collections::HashMap;

use assay_domain::ids::{RoleId, ScorecardId};
use rusqlite::{Connection, Row, named_params};

use crate::{Instant, Result, Viewer, independence, interviews};

/// The times and the length of one version of a scorecard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Times {
    /// When the interview was to start; `None` where no time was set.
    pub held: Option<Instant>,
    /// When the scorecard was first submitted.
    pub first: Instant,
    /// When this version was submitted.
    pub submitted: Instant,
    /// When the application first came into the debrief; `None` where it has not.
    pub debrief: Option<Instant>,
    /// Characters of its notes and summary.
    pub written: u32,
    /// Whether somebody typed it in from paper: then it says nothing about how long its author took.
    pub paper: bool,
}

/// Times of the scorecards of a role that are open to the viewer.
pub(super) fn times(conn: &Connection, viewer: Viewer, role: RoleId) -> Result<HashMap<ScorecardId, Times>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT s.id, s.submitted_at, s.typed_in_by IS NOT NULL AS paper, i.starts_local, i.zone,
            (SELECT min(f.submitted_at) FROM scorecard AS f
             WHERE f.interview_id = s.interview_id AND f.occasion = 1) AS first,
            (SELECT min(m.at) FROM stage_move AS m
             WHERE m.application_id = a.id AND m.to_stage = 'debrief') AS debrief,
            length(s.summary) + coalesce((SELECT sum(length(r.note)) FROM rating AS r WHERE r.scorecard_id = s.id), 0)
                AS written
         FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
         JOIN application AS a ON a.id = i.application_id
         WHERE a.role_id = :role AND s.occasion = 1 AND NOT {}",
        independence::closed_sql("a.id")
    ))?;
    let rows = statement.query_map(named_params! {":viewer": viewer.0.0, ":role": role.0}, |row| {
        Ok((ScorecardId(row.get("id")?), one(row)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn one(row: &Row<'_>) -> rusqlite::Result<Times> {
    let (starts, zone): (Option<String>, Option<String>) = (row.get("starts_local")?, row.get("zone")?);
    Ok(Times {
        held: starts.zip(zone).and_then(|(starts, zone)| instant(&starts, &zone)),
        first: row.get("first")?,
        submitted: row.get("submitted_at")?,
        debrief: row.get("debrief")?,
        written: row.get("written")?,
        paper: row.get("paper")?,
    })
}

/// A local time as an instant.
fn instant(starts: &str, zone: &str) -> Option<Instant> {
    interviews::starts_at(starts, zone.parse().ok()?)
}
