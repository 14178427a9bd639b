//! `assay undo`: takes an action back.

use assay_engine::journal;
use clap::Args;

use crate::failure::Result;
use crate::output::Answer;
use crate::session::Session;

/// Arguments of `undo`.
#[derive(Debug, Args)]
pub struct Undo {
    /// Number of a journal entry of the action; else your last action, or the number of the last one that can be taken back
    sequence: Option<u32>,
}

/// Takes it back.
pub fn run(session: &Session, args: &Undo) -> Result<Answer> {
    let done = journal::undo(&session.store, session.viewer, session.now(), args.sequence)?;
    Ok(Answer::done("undone", &done, done.value.sentence.clone()))
}
