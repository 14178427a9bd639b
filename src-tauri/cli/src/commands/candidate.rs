//! `assay candidate`: who is considered.

mod add;
mod compare;
mod contact;
mod dry_run;
mod edit;
mod erase;
mod link;
mod list;
mod show;
mod unblind;

use clap::Subcommand;

use super::journal;
use crate::failure::Result;
use crate::output::Answer;
use crate::session::Session;

/// Commands on candidates.
#[derive(Debug, Subcommand)]
pub enum Candidate {
    /// Candidates, sorted and filtered
    List(list::List),
    /// One candidate: profile, accounts, snapshots, facts, decisions
    Show {
        /// Name, login or id
        candidate: String,
    },
    /// Search names, logins, bios, repositories, READMEs and notes
    Search {
        /// Words that must all occur; the last may be a beginning
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Add one by hand, or from an account that no candidate has
    New(add::New),
    /// Add everybody on a list: pasted lines, or CSV with a header
    AddList(add::AddList),
    /// Change what is said about one
    Edit(edit::Edit),
    /// Say that an account is a candidate's
    Link {
        /// Name, login or id
        candidate: String,
        /// Login, numeric id or id
        account: String,
    },
    /// Take an account from a candidate; its snapshots stay with it
    Unlink {
        /// Name, login or id
        candidate: String,
        /// Login, numeric id or id
        account: String,
    },
    /// Accounts with a snapshot that no candidate has
    Unlinked {
        /// A part of the login
        #[arg(default_value = "")]
        text: String,
    },
    /// Two snapshots of one side by side: what they said then and now
    Compare(compare::Compare),
    /// Mark one as not to be contacted, or take the mark off
    DoNotContact(contact::DoNotContact),
    /// See the name and portfolio of one whom you review blind; your scorecards there are then "not blind" for ever
    Unblind(unblind::Unblind),
    /// Erase one for good, with a receipt; cannot be taken back
    Erase(erase::Erase),
    /// What happened to one, newest first
    History {
        /// Name, login or id
        candidate: String,
    },
}

/// Runs one.
pub fn run(session: &Session, command: Candidate) -> Result<Answer> {
    match command {
        Candidate::List(args) => list::run(session, args),
        Candidate::Show { candidate } => show::run(session, &candidate),
        Candidate::Search { words } => list::search(session, &words.join(" ")),
        Candidate::New(args) => add::new(session, args),
        Candidate::AddList(args) => add::list(session, args),
        Candidate::Edit(args) => edit::run(session, args),
        Candidate::Link { candidate, account } => link::link(session, &candidate, &account),
        Candidate::Unlink { candidate, account } => link::unlink(session, &candidate, &account),
        Candidate::Unlinked { text } => link::unlinked(session, &text),
        Candidate::Compare(args) => compare::run(session, &args),
        Candidate::DoNotContact(args) => contact::run(session, args),
        Candidate::Unblind(args) => unblind::run(session, &args),
        Candidate::Erase(args) => erase::run(session, &args),
        Candidate::History { candidate } => journal::of_candidate(session, &candidate),
    }
}
