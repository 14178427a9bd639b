//! `assay journal`: every change, newest first.

use assay_engine::journal::{self, JournalEntry};
use clap::Args;

use crate::failure::Result;
use crate::names;
use crate::output::{Answer, moment, table};
use crate::session::Session;

/// Arguments of `journal`.
#[derive(Debug, Args)]
pub struct Journal {
    /// How many entries at most
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=500))]
    limit: u32,
    /// How many of the newest to pass by
    #[arg(long, default_value_t = 0)]
    offset: u32,
}

/// Shows a page of it.
pub fn run(session: &Session, args: &Journal) -> Result<Answer> {
    let page = journal::list(&session.store, session.viewer, args.offset, args.limit)?;
    let mut text = shown(&page.rows);
    let left = page.total.saturating_sub(args.offset).saturating_sub(args.limit);
    if left > 0 {
        text += &format!("\n{left} older entries; --limit and --offset show them.\n");
    }
    Ok(Answer::of("entries", &page.rows, text).with("total", &page.total))
}

/// The history of one candidate.
pub fn of_candidate(session: &Session, candidate: &str) -> Result<Answer> {
    let id = names::candidate(session, candidate)?;
    let entries = journal::of_candidate(&session.store, session.viewer, id)?;
    Ok(Answer::of("entries", &entries, shown(&entries)))
}

fn shown(entries: &[JournalEntry]) -> String {
    let row = |one: &JournalEntry| {
        let state = match (one.undone, one.undoable) {
            (true, _) => "taken back",
            (false, true) => "can be taken back",
            (false, false) => "",
        };
        let who = one.person.clone().unwrap_or_else(|| "somebody erased".into());
        [one.sequence.to_string(), moment(one.at), who, one.what.clone(), state.into()]
    };
    let rows: Vec<_> = entries.iter().map(row).collect();
    table(["#", "when", "who", "what", ""], &rows, "Nothing yet.")
}
