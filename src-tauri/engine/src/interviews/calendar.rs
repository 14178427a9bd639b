//! Interviews as iCalendar files: one, all of a person, all of a role. The text is `assay_domain::calendar`'s.
//!
//! An event keeps its id for as long as the interview is the same one; its sequence is how often the journal has seen the
//! interview change, so that a later file always wins. What was cancelled, or reassigned, goes into a file of its own kind,
//! since a file says one thing about all of its events.

use std::path::Path;

use assay_domain::calendar::{Event, Method, write};
use assay_domain::ids::{InterviewId, PersonId, RoleId};
use chrono::Datelike as _;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};

use super::{Interview, InterviewState, get, select, when, zone};
use crate::{EngineError, Instant, Result, Store, Viewer, files};

/// Which interviews go into a calendar file. Of the ids the first that is given counts; without one it is the viewer's own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CalendarQuery {
    /// This one; where it was cancelled, the file takes it out of the calendar.
    pub interview_id: Option<InterviewId>,
    /// Those of this person.
    pub person_id: Option<PersonId>,
    /// Those of this role.
    pub role_id: Option<RoleId>,
    /// Those that were cancelled or reassigned, to be taken out of the calendar again.
    pub cancelled: bool,
}

/// What went into a calendar file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct CalendarSaved {
    /// The file.
    pub path: String,
    /// How many interviews it holds.
    pub events: u32,
    /// How many were left out since no time is agreed for them.
    pub without_time: u32,
    /// Whether the file takes them out of a calendar.
    pub cancelled: bool,
}

/// A calendar file as text, with how many interviews it holds and how many were left out for want of a time.
pub fn calendar(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    query: &CalendarQuery,
) -> Result<(String, CalendarSaved)> {
    store.read(viewer, |conn| {
        let (method, found) = interviews(conn, viewer, query)?;
        let events = found.iter().map(|one| event(conn, one)).collect::<Result<Vec<_>>>()?;
        let events: Vec<Event> = events.into_iter().flatten().collect();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let saved = CalendarSaved {
            path: String::new(),
            events: number(events.len()),
            without_time: number(found.len() - events.len()),
            cancelled: method == Method::Cancel,
        };
        Ok((write(method, at, &events), saved))
    })
}

/// Writes a calendar file; `replace` where the person was asked already whether what is there may go.
///
/// Errors: [`EngineError::Conflict`] where there is nothing to write, or the file is there and may not be replaced.
pub fn save_calendar(
    store: &Store,
    viewer: Viewer,
    at: Instant,
    query: &CalendarQuery,
    path: &Path,
    replace: bool,
) -> Result<CalendarSaved> {
    let (text, saved) = calendar(store, viewer, at, query)?;
    if saved.events == 0 {
        return Err(match saved.without_time {
            0 => EngineError::conflict("there is no such interview", "Nothing was written."),
            _ => EngineError::conflict(
                "no time is agreed for what would go into the calendar",
                "Give the interviews a time and a zone first; nothing was written.",
            ),
        });
    }
    files::write(path, text.as_bytes(), replace)?;
    Ok(CalendarSaved { path: path.display().to_string(), ..saved })
}

/// The interviews that are asked for, by their time, and what is to be done with them.
fn interviews(conn: &Connection, viewer: Viewer, query: &CalendarQuery) -> Result<(Method, Vec<Interview>)> {
    if let Some(id) = query.interview_id {
        let one = get(conn, viewer, id)?;
        let gone = one.state == InterviewState::Cancelled;
        return Ok((if gone { Method::Cancel } else { Method::Publish }, vec![one]));
    }
    let person = match (query.person_id, query.role_id) {
        (None, None) => Some(viewer.0),
        (person, _) => person,
    };
    // Handed on: the journal names both the former and the present holder.
    let own = if query.cancelled {
        "(i.state = 'cancelled' AND (:person IS NULL OR i.person_id = :person)
          OR i.person_id <> :person AND EXISTS (SELECT 1 FROM journal AS j JOIN journal_id AS n USING (sequence)
            WHERE j.subject_id = i.id AND j.op = 'interview.reassign' AND n.id = :person))"
    } else {
        "i.state <> 'cancelled' AND (:person IS NULL OR i.person_id = :person)"
    };
    let rest = format!("WHERE (:role IS NULL OR a.role_id = :role) AND {own} ORDER BY i.id");
    let params = named_params! {
        ":viewer": viewer.0.0,
        ":person": person.map(|id| id.0),
        ":role": query.role_id.map(|id| id.0),
    };
    let mut found = select(conn, &rest, params)?;
    when::by_time(&mut found);
    Ok((if query.cancelled { Method::Cancel } else { Method::Publish }, found))
}

/// None where no time is agreed.
fn event(conn: &Connection, one: &Interview) -> Result<Option<Event>> {
    let (Some(local), Some(name)) = (&one.starts_local, &one.zone) else { return Ok(None) };
    let Some((tz, starts, ends)) = when::moments(Some(local), Some(name), one.minutes) else {
        return Ok(None);
    };
    let years = starts.at.year()..=ends.at.year();
    Ok(Some(Event {
        uid: one.id.to_string(),
        sequence: sequence(conn, one.id)?,
        starts,
        ends,
        zone: zone::rule(tz, years),
        title: title(one),
        description: description(one, local, name),
    }))
}

/// How an interview is called in a calendar: the one place that says whom it is with.
fn title(one: &Interview) -> String {
    format!("{}: {}", one.assessment_title, one.candidate_name)
}

fn description(one: &Interview, local: &str, zone: &str) -> String {
    format!(
        "{}\nInterviewer: {}\n{} minutes, from {} by the clocks of {zone}",
        one.role_title,
        one.person_name,
        one.minutes,
        local.replace('T', " ")
    )
}

/// How often the interview has changed since it was assigned.
fn sequence(conn: &Connection, id: InterviewId) -> Result<u32> {
    let entries: u32 = conn
        .prepare_cached("SELECT count(*) FROM journal WHERE subject_id = ?1 AND subject_noun = 'interview'")?
        .query_row([id.0], |row| row.get(0))?;
    Ok(entries.saturating_sub(1))
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
