//! The calendar of a role's plan: by which day after an application what is done.

use assay_domain::ids::RoleId;
use assay_domain::plan::{CalendarStep, USUAL_DAYS};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::{RoleDetail, detail, show};
use crate::journal::Entry;
use crate::store::{Done, Noun, Op, Tx};
use crate::{EngineError, Instant, Result, Store, Viewer, rubrics};

const CALENDAR: Op = Op("role.calendar");
/// A year: a calendar longer than that is a slip of the keys.
const MOST_DAYS: u32 = 366;

/// What is done by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleCalendar {
    /// Days from application to decision.
    pub days: u32,
    /// The steps, by day.
    pub steps: Vec<CalendarStep>,
}

/// The calendar as it is to be.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct RoleCalendarInput {
    /// Days from application to decision.
    pub days: u32,
    /// The steps, in any order.
    pub steps: Vec<CalendarStep>,
}

/// Sets the calendar.
///
/// Errors: [`EngineError::Invalid`] for no days or more than a year, a step after the last day, and one that says nothing.
pub fn set_calendar(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    id: RoleId,
    input: &RoleCalendarInput,
) -> Result<Done<RoleDetail>> {
    let after = checked(input)?;
    let done = store.transact(CALENDAR, viewer, at, |tx| {
        let before = detail(tx, id)?;
        if before.calendar == after {
            return Ok(());
        }
        write(tx, id, &after)?;
        let payload = serde_json::json!({
            "title": before.summary.title, "what": format!("{} days", after.days), "after": after,
            "before": before.calendar,
        });
        tx.record(Noun::Role, id.0, &[], &payload)
    })?;
    done.try_map(|()| show(store, viewer, id))
}

fn checked(input: &RoleCalendarInput) -> Result<RoleCalendar> {
    if !(1..=MOST_DAYS).contains(&input.days) {
        return Err(EngineError::invalid(
            format!("a calendar of {} days", input.days),
            format!("From 1 to {MOST_DAYS}; two to three weeks is usual."),
        ));
    }
    let mut steps = Vec::new();
    for step in &input.steps {
        let what = step.what.trim();
        if what.is_empty() || step.day > input.days {
            return Err(EngineError::invalid(
                format!("the step of day {} says nothing, or comes after day {}", step.day, input.days),
                "Say what is done by that day, or take the step out.",
            ));
        }
        steps.push(CalendarStep { day: step.day, what: what.into() });
    }
    steps.sort_by_key(|step| step.day);
    Ok(RoleCalendar { days: input.days, steps })
}

fn write(conn: &Connection, id: RoleId, calendar: &RoleCalendar) -> Result<()> {
    conn.execute("UPDATE role SET calendar_days = ?2 WHERE id = ?1", params![id.0, calendar.days])?;
    conn.execute("DELETE FROM role_calendar WHERE role_id = ?1", [id.0])?;
    for (position, step) in calendar.steps.iter().enumerate() {
        conn.execute(
            "INSERT INTO role_calendar (role_id, position, day, what) VALUES (?1, ?2, ?3, ?4)",
            params![id.0, position as i64, step.day, step.what],
        )?;
    }
    Ok(())
}

/// Undo: the calendar as it was before.
pub(crate) fn undo_set_calendar(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    let before: RoleCalendarInput =
        serde_json::from_value(entry.payload.get("before").cloned().unwrap_or_default())?;
    write(tx, RoleId(entry.subject), &checked(&before)?)
}

/// Keeps the calendar that a new role starts with, so that it stays what it was when later templates say something else.
pub(super) fn keep_first(conn: &Connection, id: RoleId) -> Result<()> {
    write(conn, id, &of_template(conn, id)?)
}

/// The role's calendar.
pub(crate) fn calendar(conn: &Connection, id: RoleId) -> Result<RoleCalendar> {
    let days: Option<u32> =
        conn.query_row("SELECT calendar_days FROM role WHERE id = ?1", [id.0], |row| row.get(0))?;
    let Some(days) = days else { return of_template(conn, id) };
    let mut statement =
        conn.prepare_cached("SELECT day, what FROM role_calendar WHERE role_id = ?1 ORDER BY position")?;
    let rows = statement.query_map([id.0], |row| Ok(CalendarStep { day: row.get(0)?, what: row.get(1)? }))?;
    Ok(RoleCalendar { days, steps: rows.collect::<rusqlite::Result<_>>()? })
}

/// The calendar of the template for the role's specialisation; without one the longest that is usual, and no steps.
fn of_template(conn: &Connection, id: RoleId) -> Result<RoleCalendar> {
    let slug: String =
        conn.query_row("SELECT specialisation FROM role WHERE id = ?1", [id.0], |row| row.get(0))?;
    let template = rubrics::templates()?.iter().find(|one| one.specialisation.slug() == slug);
    let without = RoleCalendar { days: *USUAL_DAYS.end(), steps: Vec::new() };
    Ok(template.map_or(without, |one| RoleCalendar { days: one.calendar_days, steps: one.calendar.clone() }))
}
