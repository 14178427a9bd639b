//! Hires whose outcome is to be asked for.

use assay_domain::days;
use assay_domain::ids::{ApplicationId, CandidateId};
use chrono::{Months, NaiveDate};
use rusqlite::Connection;
use serde::Serialize;

use super::MONTHS;
use crate::candidates::CandidateBrief;
use crate::store::column::json;
use crate::{Instant, Result, Store, Viewer};

/// A hire whose outcome after some months nobody has told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FollowUp {
    /// The application.
    pub application_id: ApplicationId,
    /// Who.
    pub who: CandidateBrief,
    /// For which role.
    pub role_title: String,
    /// After how many months: 3 or 6.
    pub month: u8,
    /// Since when it can be asked.
    pub on: NaiveDate,
    /// The role's goals, to be ticked.
    pub goals: Vec<String>,
}

/// Whose outcome can be asked for now, the longest waiting first.
pub fn follow_ups(store: &Store, viewer: Viewer, at: Instant) -> Result<Vec<FollowUp>> {
    store.read(viewer, |conn| due(conn, at))
}

/// Whether so many months after a hire are over by `at`, and on which day: from the day itself, wherever one is.
pub(super) struct MonthsOver {
    /// The day.
    pub on: NaiveDate,
    /// Whether it has come.
    pub has_come: bool,
}

impl MonthsOver {
    /// `None` where there is no such day.
    pub fn of(since: Instant, month: u8, at: Instant) -> Option<Self> {
        let on = since.date_naive().checked_add_months(Months::new(u32::from(month)))?;
        Some(Self { on, has_come: days::come("it", on, at).is_ok() })
    }
}

/// [`follow_ups`] on a connection. The question after three months is not asked any more once that after six can be.
pub(crate) fn due(conn: &Connection, at: Instant) -> Result<Vec<FollowUp>> {
    let mut statement = conn.prepare_cached(
        "SELECT f.id, c.id, c.name, r.title, f.since, r.goals,
            (SELECT max(o.month) FROM outcome AS o WHERE o.application_id = f.id)
         FROM application AS f JOIN candidate AS c ON c.id = f.candidate_id JOIN role AS r ON r.id = f.role_id
         WHERE f.stage = 'hired' ORDER BY f.since, f.id",
    )?;
    let mut rows = statement.query([])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let (since, told): (Instant, Option<u8>) = (row.get(4)?, row.get(6)?);
        let over = |month: &u8| MonthsOver::of(since, *month, at).filter(|over| over.has_come);
        let reached = MONTHS.iter().rev().find_map(|month| Some((*month, over(month)?.on)));
        let Some((month, on)) = reached.filter(|(month, _)| told.is_none_or(|told| told < *month)) else {
            continue;
        };
        out.push(FollowUp {
            application_id: ApplicationId(row.get(0)?),
            who: CandidateBrief { id: CandidateId(row.get(1)?), name: row.get(2)? },
            role_title: row.get(3)?,
            month,
            on,
            goals: json(row, 5)?,
        });
    }
    out.sort_by_key(|one| one.on);
    Ok(out)
}
