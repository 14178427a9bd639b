//! `assay interview`: who assesses what of whom.

mod calendar;
mod panel;

use assay_domain::ids::InterviewId;
use assay_engine::interviews::{
    self, Interview as Told, InterviewQuery, InterviewState, InterviewTime, NewInterview,
};
use assay_engine::{Done, applications, roles};
use clap::{Args, Subcommand, ValueEnum};

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, blind_word, local_time, table};
use crate::session::Session;

/// Commands on interviews.
#[derive(Debug, Subcommand)]
pub enum Interview {
    /// Interviews, open ones first
    List(List),
    /// Assign an assessment of an application to a person
    Assign(Assign),
    /// Assign everything that an application still lacks, to the people whom the plan names, by load
    Panel(panel::PanelArgs),
    /// Hand an open interview on to somebody else
    Reassign {
        /// Its id
        interview: InterviewId,
        /// To whom: name or id
        #[arg(long)]
        to: String,
    },
    /// Give an open interview a time, or another one
    Reschedule {
        /// Its id
        interview: InterviewId,
        /// Local time at which it starts, as YYYY-MM-DDTHH:MM; with +HH:MM behind it where the clocks show it twice
        #[arg(long, value_name = "TIME")]
        starts: String,
        /// The zone of that time, such as Europe/Berlin
        #[arg(long)]
        zone: String,
    },
    /// Write interviews as an iCalendar file: one, all of a person (you, if nobody is named), all of a role
    Calendar(calendar::Calendar),
    /// Cancel an open interview
    Cancel {
        /// Its id
        interview: InterviewId,
        /// Why
        #[arg(long)]
        reason: String,
    },
}

/// Arguments of `interview list`.
#[derive(Debug, Args)]
pub struct List {
    /// Of this role: title or id
    #[arg(long)]
    role: Option<String>,
    /// Of this application: id, or candidate
    #[arg(long)]
    application: Option<String>,
    /// Held by this person: name or id
    #[arg(long)]
    person: Option<String>,
    /// In this state
    #[arg(long)]
    state: Option<State>,
}

/// Arguments of `interview assign`.
#[derive(Debug, Args)]
pub struct Assign {
    /// The application: its id, or its candidate
    application: String,
    /// What is assessed: the kind, such as code-review, or the title or id
    #[arg(long)]
    assessment: String,
    /// Who holds it: name or id
    #[arg(long)]
    to: String,
    /// Local time at which it starts, as YYYY-MM-DDTHH:MM; with +HH:MM behind it where the clocks show it twice
    #[arg(long, requires = "zone", value_name = "TIME")]
    starts: Option<String>,
    /// The zone of that time, such as Europe/Berlin
    #[arg(long, requires = "starts")]
    zone: Option<String>,
    /// The role, where the candidate has several applications
    #[arg(long)]
    role: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum State {
    Open,
    Submitted,
    Cancelled,
}

/// Runs one.
pub fn run(session: &Session, command: Interview) -> Result<Answer> {
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    match command {
        Interview::List(args) => list(session, &args),
        Interview::Assign(args) => assign(session, args),
        Interview::Panel(args) => panel::run(session, &args),
        Interview::Reassign { interview, to } => {
            let person = names::person(session, &to)?;
            let done = interviews::reassign(store, viewer, now, interview, person.id)?;
            Ok(Answer::done("interview", &done, assigned(&done.value)))
        }
        Interview::Reschedule { interview, starts, zone } => {
            let time = InterviewTime { starts_local: starts, zone };
            let done = interviews::reschedule(store, viewer, now, interview, &time)?;
            let one = &done.value;
            let when = local_time(one.starts_local.as_deref(), one.zone.as_deref());
            let text = format!(
                "{} of {}: {when}, {} minutes.",
                one.assessment_title, one.candidate_name, one.minutes
            );
            timed(session, &done, &text)
        }
        Interview::Calendar(args) => calendar::run(session, &args),
        Interview::Cancel { interview, reason } => {
            let done = interviews::cancel(store, viewer, now, interview, &reason)?;
            let one = &done.value;
            let text = format!("{} of {} is cancelled.", one.assessment_title, one.candidate_name);
            Ok(Answer::done("interview", &done, text))
        }
    }
}

fn assign(session: &Session, args: Assign) -> Result<Answer> {
    let (store, viewer) = (&session.store, session.viewer);
    let id = names::application(session, &args.application, args.role.as_deref())?;
    let application = applications::show(store, viewer, id)?;
    let role = roles::show(store, viewer, application.role_id)?;
    let new = NewInterview {
        application_id: id,
        assessment_id: names::assessment(&role.plan, &args.assessment)?.id,
        person_id: names::person(session, &args.to)?.id,
        starts_local: args.starts,
        zone: args.zone,
    };
    let done = interviews::assign(store, viewer, session.now(), &new)?;
    timed(session, &done, &assigned(&done.value))
}

/// The answer with what is odd about the interview's time.
fn timed(session: &Session, done: &Done<Told>, text: &str) -> Result<Answer> {
    let remarks = interviews::remarks(&session.store, session.viewer, session.now(), done.value.id)?;
    let notes: String = remarks.iter().map(|remark| format!("Note: {remark}\n")).collect();
    let text = format!("{}\n{notes}", text.trim_end());
    Ok(Answer::done("interview", done, text).with("remarks", &remarks))
}

fn assigned(one: &Told) -> String {
    let mut text = format!(
        "{} assesses {}: {} ({}).\n",
        one.person_name, one.candidate_name, one.assessment_title, one.id
    );
    if !one.independent {
        text += "Not independent: they have read ratings of this application before.\n";
    }
    if one.blind == Some(false) {
        text += "Not blind: they know whose application it is, or this cannot be blind.\n";
    }
    text
}

fn list(session: &Session, args: &List) -> Result<Answer> {
    let role = args.role.as_deref().map(|name| names::role(session, name)).transpose()?;
    let application = args
        .application
        .as_deref()
        .map(|name| names::application(session, name, args.role.as_deref()))
        .transpose()?;
    let person = args.person.as_deref().map(|name| names::person(session, name)).transpose()?;
    let state = args.state.map(|state| match state {
        State::Open => InterviewState::Open,
        State::Submitted => InterviewState::Submitted,
        State::Cancelled => InterviewState::Cancelled,
    });
    let query = InterviewQuery {
        role_id: role.map(|role| role.id),
        application_id: application,
        person_id: person.map(|person| person.id),
        state,
    };
    let found = interviews::list(&session.store, session.viewer, &query)?;
    let rows: Vec<_> = found.iter().map(row).collect();
    let headings = ["candidate", "assessment", "held by", "state", "when", "id"];
    Ok(Answer::of("interviews", &found, table(headings, &rows, "No interviews.")))
}

fn row(one: &Told) -> [String; 6] {
    let mut state = match one.state {
        InterviewState::Open if one.mine => "open, yours".to_owned(),
        InterviewState::Open => "open".to_owned(),
        InterviewState::Submitted => "submitted".to_owned(),
        InterviewState::Cancelled => {
            format!("cancelled: {}", one.cancelled_reason.as_deref().unwrap_or_default())
        }
    };
    if !one.independent {
        state += ", not independent";
    }
    state += blind_word(one.blind);
    [
        one.candidate_name.clone(),
        one.assessment_title.clone(),
        one.person_name.clone(),
        state,
        local_time(one.starts_local.as_deref(), one.zone.as_deref()),
        one.id.to_string(),
    ]
}
