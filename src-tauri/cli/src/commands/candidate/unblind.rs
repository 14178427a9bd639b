//! `assay candidate unblind`: opens a portfolio that blind review keeps closed.

use assay_engine::blind;
use clap::Args;

use crate::failure::{Failure, Result};
use crate::names;
use crate::output::Answer;
use crate::secrets;
use crate::session::Session;

/// Arguments of `candidate unblind`.
#[derive(Debug, Args)]
pub struct Unblind {
    /// Label, such as "Candidate K7M", or id
    candidate: String,
    /// Do not ask; without a terminal nothing is asked anyway
    #[arg(long)]
    yes: bool,
}

/// Opens name and portfolio to the viewer, whose scorecards there are "not blind" from now on.
pub fn run(session: &Session, args: &Unblind) -> Result<Answer> {
    let id = names::candidate(session, &args.candidate)?;
    if !args.yes {
        confirm()?;
    }
    let done = blind::open_portfolio(&session.store, session.viewer, session.now(), id)?;
    let text =
        format!("It is {}. Your scorecards there are marked \"not blind\" for ever.\n", done.value.name);
    Ok(Answer::done("candidate", &done, text))
}

fn confirm() -> Result<()> {
    let warning = "Your scorecards there will be marked \"not blind\" for ever. Type yes to go on";
    match secrets::ask(warning)? {
        Some(typed) if typed.trim() != "yes" => {
            Err(Failure::refused("it was not confirmed", "Nothing was changed."))
        }
        _ => Ok(()),
    }
}
