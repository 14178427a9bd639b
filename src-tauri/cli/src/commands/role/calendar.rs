//! `assay role calendar`: by which day after an application what is done.

use assay_domain::plan::CalendarStep;
use assay_domain::words::counted_many;
use assay_engine::roles::{self, RoleCalendar, RoleCalendarInput};
use clap::Args;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, table};
use crate::session::Session;

/// Arguments of `role calendar`.
#[derive(Debug, Args)]
pub struct Calendar {
    /// Title or id
    role: String,
    /// Days from application to decision; two to three weeks is usual
    #[arg(long, value_name = "N")]
    days: Option<u32>,
    /// What is done by a day, as 7="Decision to go on"; may be given again, and stands in place of all steps before
    #[arg(long, value_name = "DAY=WHAT", value_parser = step)]
    step: Vec<CalendarStep>,
}

fn step(text: &str) -> std::result::Result<CalendarStep, String> {
    let (day, what) = text.split_once('=').ok_or("write it as DAY=WHAT")?;
    let day = day.trim().parse().map_err(|_| format!("\"{day}\" is no number of a day"))?;
    Ok(CalendarStep { day, what: what.trim().to_owned() })
}

/// Changes the calendar where something is asked for, and shows it.
pub fn run(session: &Session, args: &Calendar) -> Result<Answer> {
    let role = names::role(session, &args.role)?;
    let before = roles::show(&session.store, session.viewer, role.id)?.calendar;
    if args.days.is_none() && args.step.is_empty() {
        return Ok(Answer::of("calendar", &before, shown(&before)));
    }
    let steps = if args.step.is_empty() { before.steps } else { args.step.clone() };
    let input = RoleCalendarInput { days: args.days.unwrap_or(before.days), steps };
    let done = roles::set_calendar(&session.store, session.viewer, session.now(), role.id, &input)?;
    let text = shown(&done.value.calendar);
    Ok(Answer::of("calendar", &done.value.calendar, text).with("changed", &done.changed))
}

/// A calendar as text.
pub fn shown(calendar: &RoleCalendar) -> String {
    let rows: Vec<_> = calendar.steps.iter().map(|one| [one.day.to_string(), one.what.clone()]).collect();
    let steps = table(["day", "done by then"], &rows, "No steps.");
    format!("{} from application to decision\n{steps}", counted_many(calendar.days, "days"))
}
