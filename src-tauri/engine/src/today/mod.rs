//! What waits for the viewer, and what falls due.

mod waits;

pub use waits::{Wait, WaitKind};

use assay_domain::ids::CandidateId;
use chrono::{NaiveDate, TimeDelta};
use rusqlite::{Connection, named_params};
use serde::Serialize;

use crate::applications::{self, Application};
use crate::candidates::CandidateBrief;
use crate::interviews::{self, Interview};
use crate::outcomes::{self, FollowUp};
use crate::{Instant, Result, Store, Viewer, decisions};

/// How long before its day something is shown as due.
const AHEAD: TimeDelta = TimeDelta::days(30);

/// The first screen.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Today {
    /// The viewer's own open interviews, by their time.
    pub to_score: Vec<Interview>,
    /// Other people's open interviews.
    pub waiting: Vec<Interview>,
    /// Applications whose scorecards are all in and newer than the last decision; longest waiting first.
    pub to_decide: Vec<Application>,
    /// Who waits for whom, the longest first.
    pub waits: Vec<Wait>,
    /// Data whose agreed time ends, soonest first.
    pub due: Vec<DueItem>,
    /// Hires of three or six months ago whose outcome nobody has told yet, the longest waiting first.
    pub to_follow_up: Vec<FollowUp>,
}

/// Something with a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct DueItem {
    /// What falls due, in a few words.
    pub what: String,
    /// Whom it is about.
    pub who: CandidateBrief,
    /// When.
    pub on: NaiveDate,
}

/// What there is to do. Nothing here comes from a rating.
pub fn today(store: &Store, viewer: Viewer, at: Instant) -> Result<Today> {
    store.read(viewer, |conn| {
        let to_decide = applications::query(conn, &to_decide(), &[])?;
        Ok(Today {
            to_score: open(conn, viewer, "=")?,
            waiting: open(conn, viewer, "<>")?,
            waits: waits::of(conn, viewer, at, &to_decide)?,
            to_decide,
            due: due(conn, at)?,
            to_follow_up: outcomes::due(conn, at)?,
        })
    })
}

fn open(conn: &Connection, viewer: Viewer, is_holder: &str) -> Result<Vec<Interview>> {
    let rest = format!(
        "WHERE i.state = 'open' AND i.person_id {is_holder} :viewer
         ORDER BY i.assigned_at, i.id"
    );
    let mut found = interviews::select(conn, &rest, named_params! {":viewer": viewer.0.0})?;
    interviews::by_time(&mut found);
    Ok(found)
}

fn to_decide() -> String {
    format!(
        "WHERE f.stage NOT IN ({})
         AND EXISTS (SELECT 1 FROM interview AS i WHERE i.application_id = f.id AND i.state = 'submitted')
         AND NOT EXISTS (SELECT 1 FROM interview AS i WHERE i.application_id = f.id AND i.state = 'open')
         AND NOT EXISTS (SELECT 1 FROM decision AS d WHERE d.application_id = f.id AND {} AND d.at >= (
             SELECT max(s.submitted_at) FROM scorecard AS s JOIN interview AS i ON i.id = s.interview_id
             WHERE i.application_id = f.id AND s.occasion = 1))
         ORDER BY f.since, f.id",
        applications::ends_sql(),
        decisions::stands_sql("d.id")
    )
}

fn due(conn: &Connection, at: Instant) -> Result<Vec<DueItem>> {
    let last = at.date_naive() + AHEAD;
    let mut statement = conn.prepare_cached(
        "SELECT 'the agreed time to hold their data ends', c.id, c.name, c.until AS day
         FROM candidate AS c WHERE c.until <= :last
         UNION ALL
         SELECT 'the agreed time to hold a snapshot of theirs ends', c.id, c.name, min(s.until) AS day
         FROM snapshot AS s LEFT JOIN candidate_account AS l ON l.account_id = s.account_id
         JOIN candidate AS c ON c.id = COALESCE(s.candidate_id, l.candidate_id)
         WHERE s.state = 'whole' AND s.until <= :last GROUP BY c.id
         ORDER BY day, 3",
    )?;
    let rows = statement.query_map(named_params! {":last": last}, |row| {
        let who = CandidateBrief { id: CandidateId(row.get(1)?), name: row.get(2)? };
        Ok(DueItem { what: row.get(0)?, who, on: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests;
