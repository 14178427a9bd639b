//! `assay backup`: a copy of the database beside it, under the same key.

use clap::Args;

use crate::failure::Result;
use crate::output::Answer;
use crate::session::Session;

/// Arguments of `backup`: none.
#[derive(Debug, Args)]
pub struct Backup {}

/// Makes the copy.
pub fn run(session: &Session) -> Result<Answer> {
    let path = session.store.backup(|| session.now())?;
    Ok(Answer::of("backup", &path, format!("Copied to {}.", path.display())))
}
