//! `assay candidate unblind`: opens a portfolio that blind review keeps closed.

use assay_engine::blind;
use clap::Args;

use crate::failure::Result;
use crate::names;
use crate::output::Answer;
use crate::secrets;
use crate::session::Session;

const WARNING: &str = "Your scorecards there will be marked \"not blind\" for ever. Type yes to go on";

/// Arguments of `candidate unblind`.
#[derive(Debug, Args)]
pub struct Unblind {
    /// Label, such as "Candidate K7M", or id
    candidate: String,
    /// Do not ask; needed where there is no terminal to ask at
    #[arg(long)]
    yes: bool,
}

/// Opens name and portfolio to the viewer, whose scorecards there are "not blind" from now on.
pub fn run(session: &Session, args: &Unblind) -> Result<Answer> {
    let id = names::candidate(session, &args.candidate)?;
    if !args.yes {
        secrets::confirm(WARNING, "yes")?;
    }
    let done = blind::open_portfolio(&session.store, session.viewer, session.now(), id)?;
    let text =
        format!("It is {}. Your scorecards there are marked \"not blind\" for ever.\n", done.value.name);
    Ok(Answer::done("candidate", &done, text))
}
