//! `assay candidate erase`.

use assay_domain::erasure::TOO_SHORT;
use assay_engine::{candidates, erasure};
use clap::Args;

use super::super::receipt;
use crate::failure::Result;
use crate::names;
use crate::output::Answer;
use crate::secrets;
use crate::session::Session;

/// Arguments of `candidate erase`.
#[derive(Debug, Args)]
pub struct Erase {
    /// Name, login or id
    candidate: String,
    /// Why; kept in the receipt, without the person's names
    #[arg(long, default_value = "")]
    reason: String,
    /// Do not ask; needed where there is no terminal to ask at
    #[arg(long)]
    yes: bool,
}

/// Erases: from tables, other people's snapshots, search index, log, free pages and our own backups.
pub fn run(session: &Session, args: &Erase) -> Result<Answer> {
    let id = names::candidate(session, &args.candidate)?;
    let name = candidates::show(&session.store, session.viewer, session.now(), id)?.name;
    if !args.yes {
        let warning = format!("{name} will be erased for good. But {TOO_SHORT}. Type the name to go on");
        secrets::confirm(&warning, &name)?;
    }
    let done = erasure::erase(&session.store, session.viewer, session.now(), id, &args.reason)?;
    Ok(Answer::done("receipt", &done, receipt::shown(&done.value)))
}
