//! `assay interview calendar`: interviews for the calendar program that people use anyway.

use std::path::PathBuf;

use assay_domain::ids::InterviewId;
use assay_engine::interviews::{self, CalendarQuery, CalendarSaved};
use clap::Args;

use crate::failure::Result;
use crate::names;
use crate::output::Answer;
use crate::session::Session;

/// Arguments of `interview calendar`.
#[derive(Debug, Args)]
pub struct Calendar {
    /// Only this one; where it was cancelled, the file takes it out of a calendar
    interview: Option<InterviewId>,
    /// Those of this person: name or id
    #[arg(long, conflicts_with = "interview")]
    person: Option<String>,
    /// Those of this role: title or id
    #[arg(long, conflicts_with = "interview")]
    role: Option<String>,
    /// Those that were cancelled or reassigned, to be taken out of a calendar again
    #[arg(long, conflicts_with = "interview")]
    cancelled: bool,
    /// The file, such as mine.ics; nothing is written over
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Writes the file.
pub fn run(session: &Session, args: &Calendar) -> Result<Answer> {
    let person = args.person.as_deref().map(|name| names::person(session, name)).transpose()?;
    let role = args.role.as_deref().map(|name| names::role(session, name)).transpose()?;
    let query = CalendarQuery {
        interview_id: args.interview,
        person_id: person.map(|person| person.id),
        role_id: role.map(|role| role.id),
        cancelled: args.cancelled,
    };
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    let saved = interviews::save_calendar(store, viewer, now, &query, &args.out, false)?;
    Ok(Answer::of("calendar", &saved, told(&saved)))
}

fn told(saved: &CalendarSaved) -> String {
    let number = |count: u32| if count == 1 { "1 interview".into() } else { format!("{count} interviews") };
    let does = if saved.cancelled { "to be taken out of a calendar" } else { "to be opened with a calendar" };
    let mut text = format!("{}: {}, {does}.\n", saved.path, number(saved.events));
    if saved.without_time > 0 {
        text += &format!("Left out, since no time is agreed: {}.\n", number(saved.without_time));
    }
    text
}
