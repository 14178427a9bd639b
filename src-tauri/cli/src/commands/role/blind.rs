//! `assay role blind`: reviews a role blind, or ends it.

use assay_domain::ids::PersonId;
use assay_engine::blind::{self, BlindInput, BlindState};
use assay_engine::roles;
use clap::{Args, ValueEnum};

use crate::failure::Result;
use crate::names;
use crate::output::Answer;
use crate::session::Session;

/// Arguments of `role blind`.
#[derive(Debug, Args)]
pub struct Blind {
    /// Title or id
    role: String,
    /// Turn it on or off; shown as it is where neither is given
    switch: Option<Switch>,
    /// Who sees names and writes to candidates; the present coordinators, else you
    #[arg(long = "coordinator", value_name = "PERSON")]
    coordinators: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Switch {
    On,
    Off,
}

/// Shows or changes it.
pub fn run(session: &Session, args: &Blind) -> Result<Answer> {
    let meant = names::role(session, &args.role)?;
    let before = roles::show(&session.store, session.viewer, meant.id)?.blind;
    if args.switch.is_none() && args.coordinators.is_empty() {
        return Ok(Answer::of("blind", &before, told(&meant.title, &before)));
    }
    let input = BlindInput {
        on: args.switch.map_or(before.on, |switch| switch == Switch::On),
        coordinators: coordinators(session, args, &before)?,
    };
    let done = blind::switch(&session.store, session.viewer, session.now(), meant.id, &input)?;
    let text = told(&meant.title, &done.value.blind);
    Ok(Answer::done("role", &done, text))
}

fn coordinators(session: &Session, args: &Blind, before: &BlindState) -> Result<Vec<PersonId>> {
    if !args.coordinators.is_empty() {
        return args.coordinators.iter().map(|name| Ok(names::person(session, name)?.id)).collect();
    }
    let present: Vec<PersonId> = before.coordinators.iter().map(|one| one.id).collect();
    Ok(if present.is_empty() { vec![session.viewer.0] } else { present })
}

fn told(title: &str, state: &BlindState) -> String {
    if !state.on {
        return format!("{title} is not reviewed blind.\n");
    }
    let names: Vec<&str> = state.coordinators.iter().map(|one| one.name.as_str()).collect();
    let mut text = format!("{title} is reviewed blind. {} sees names.\n\n", names.join(", "));
    text += &format!("Hidden: {}\n\nNot hidden: {}\n", state.hides, state.cannot);
    for one in &state.exceptions {
        text += &format!("  {}: {}\n", one.title, one.why);
    }
    text
}
