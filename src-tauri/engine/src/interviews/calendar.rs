//! Interviews as iCalendar files: one, all of a person, all of a role. The text is `assay_domain::calendar`'s.
//!
//! An event keeps its id for as long as the interview is the same one; its sequence is how often the journal has seen the
//! interview change, so that a later file always wins. What was cancelled, or reassigned, goes into a file of its own kind,
//! since a file says one thing about all of its events.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use assay_domain::calendar::{Event, Method, Moment, Zone, write};
use assay_domain::ids::{InterviewId, PersonId, RoleId};
use chrono::Datelike as _;
use chrono_tz::Tz;
use rusqlite::{Connection, ToSql};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

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
        let asked = Asked::of(conn, viewer, query)?;
        let mut found = select(conn, &format!("{} ORDER BY i.id", asked.filter), &*asked.params())?;
        when::by_time(&mut found);
        let (method, sequences) = (asked.method, sequences(conn, &asked)?);
        let timed = found.iter().filter_map(|one| Some((one, Timed::of(one)?)));
        let timed: Vec<(&Interview, Timed<'_>)> = timed.collect();
        let sequence = |one: &Interview| sequences.get(&one.id).copied().unwrap_or_default();
        let events: Vec<Event> = timed.iter().map(|(one, time)| event(one, time, sequence(one))).collect();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let saved = CalendarSaved {
            path: String::new(),
            events: number(events.len()),
            without_time: number(found.len() - events.len()),
            cancelled: method == Method::Cancel,
        };
        Ok((write(method, at, &zones(timed.iter().map(|(_, time)| time)), &events), saved))
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

/// Which interviews are asked for, and what is to be done with them.
struct Asked {
    method: Method,
    /// As SQL over `i`, the interview, and `a`, its application.
    filter: String,
    viewer: Viewer,
    one: Option<Uuid>,
    person: Option<Uuid>,
    role: Option<Uuid>,
}

impl Asked {
    fn of(conn: &Connection, viewer: Viewer, query: &CalendarQuery) -> Result<Self> {
        if let Some(id) = query.interview_id {
            let gone = get(conn, viewer, id)?.state == InterviewState::Cancelled;
            let method = if gone { Method::Cancel } else { Method::Publish };
            let filter = "WHERE i.id = :one".to_owned();
            return Ok(Self { method, filter, viewer, one: Some(id.0), person: None, role: None });
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
        Ok(Self {
            method: if query.cancelled { Method::Cancel } else { Method::Publish },
            filter: format!("WHERE (:role IS NULL OR a.role_id = :role) AND {own}"),
            viewer,
            one: None,
            person: person.map(|id| id.0),
            role: query.role_id.map(|id| id.0),
        })
    }

    /// What the filter names.
    fn params(&self) -> Vec<(&'static str, &dyn ToSql)> {
        let mut all: Vec<(&str, &dyn ToSql)> = vec![(":viewer", &self.viewer.0.0)];
        match self.one {
            Some(_) => all.push((":one", &self.one)),
            None => all.extend([(":person", &self.person as &dyn ToSql), (":role", &self.role)]),
        }
        all
    }
}

/// When an interview is, by the clocks of its zone.
struct Timed<'a> {
    local: &'a str,
    zone: Tz,
    starts: Moment,
    ends: Moment,
}

impl<'a> Timed<'a> {
    /// None where no time is agreed.
    fn of(one: &'a Interview) -> Option<Self> {
        let (local, name) = (one.starts_local.as_deref()?, one.zone.as_deref()?);
        let (zone, starts, ends) = when::moments(Some(local), Some(name), one.minutes)?;
        Some(Self { local, zone, starts, ends })
    }
}

/// The zones of these times by name, each with the rule that holds in all the years in which it is needed; without those that
/// follow no one rule through them.
fn zones<'a>(times: impl Iterator<Item = &'a Timed<'a>>) -> Vec<Zone> {
    let mut years: BTreeMap<&str, (Tz, i32, i32)> = BTreeMap::new();
    for one in times {
        let (first, last) = (one.starts.at.year(), one.ends.at.year());
        let known = years.entry(one.zone.name()).or_insert((one.zone, first, last));
        *known = (one.zone, known.1.min(first), known.2.max(last));
    }
    years.into_values().filter_map(|(zone, first, last)| zone::rule(zone, first..=last)).collect()
}

fn event(one: &Interview, time: &Timed<'_>, sequence: u32) -> Event {
    Event {
        uid: one.id.to_string(),
        sequence,
        starts: time.starts,
        ends: time.ends,
        zone: time.zone.name().to_owned(),
        title: title(one),
        description: description(one, time.local, time.zone.name()),
    }
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

/// How often each of the interviews asked for has changed since it was assigned, in one query.
fn sequences(conn: &Connection, asked: &Asked) -> Result<HashMap<InterviewId, u32>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT c.subject_id, count(*) - 1 FROM journal AS c
         WHERE c.subject_noun = 'interview' AND c.subject_id IN
            (SELECT i.id FROM interview AS i JOIN application AS a ON a.id = i.application_id {})
         GROUP BY c.subject_id",
        asked.filter
    ))?;
    let params = asked.params();
    let rows = statement.query_map(&params[1..], |row| Ok((InterviewId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
