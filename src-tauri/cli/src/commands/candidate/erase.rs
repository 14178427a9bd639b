//! `assay candidate erase`.

use assay_domain::erasure::TOO_SHORT;
use assay_engine::{candidates, erasure};
use clap::Args;

use super::super::receipt;
use crate::failure::{Failure, Result};
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
    /// Do not ask; without a terminal nothing is asked anyway
    #[arg(long)]
    yes: bool,
}

/// Erases: from tables, other people's snapshots, search index, log, free pages and our own backups.
pub fn run(session: &Session, args: &Erase) -> Result<Answer> {
    let id = names::candidate(session, &args.candidate)?;
    let name = candidates::show(&session.store, session.viewer, session.now(), id)?.name;
    if !args.yes {
        confirm(&name)?;
    }
    let done = erasure::erase(&session.store, session.viewer, session.now(), id, &args.reason)?;
    Ok(Answer::done("receipt", &done, receipt::shown(&done.value)))
}

fn confirm(name: &str) -> Result<()> {
    let warning = format!("{name} will be erased for good. But {TOO_SHORT}. Type the name to go on");
    match secrets::ask(&warning)? {
        Some(typed) if typed.trim() != name => {
            Err(Failure::refused("that is not the name", "Nothing was changed."))
        }
        _ => Ok(()),
    }
}
