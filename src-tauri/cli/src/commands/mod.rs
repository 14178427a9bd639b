//! The commands: one file each, arguments in, engine calls, an answer out.

pub mod account;
pub mod application;
pub mod backup;
pub mod candidate;
pub mod capture;
pub mod debrief;
pub mod decide;
pub mod dossier;
pub mod export;
mod facts;
pub mod impact;
pub mod import;
pub mod init;
pub mod interview;
pub mod journal;
pub mod kit;
pub mod marking;
pub mod measure;
pub mod outcome;
pub mod passphrase;
pub mod person;
mod provenance;
pub mod question;
pub mod receipt;
pub mod retest;
pub mod role;
pub mod rubric;
pub mod scorecard;
mod shapes;
pub mod snapshot;
pub mod submission;
mod terms;
mod today;
pub mod undo;
mod verify;

use crate::args::{Cli, Command, Global};
use crate::failure::Result;
use crate::output::Answer;
use crate::session::Session;

/// Runs a command.
pub fn run(cli: Cli) -> Result<Answer> {
    let global = &cli.global;
    match cli.command {
        Command::Init(args) => init::run(global, args),
        Command::Import(args) => with(global, |session| import::run(session, args)),
        Command::Capture(args) => capture::run(&args),
        Command::Person(args) => person::run(global, args),
        Command::Role(args) => role::run(global, args),
        Command::Candidate(args) => with(global, |session| candidate::run(session, args)),
        Command::Account(args) => with(global, |session| account::run(session, args)),
        Command::Snapshot(args) => with(global, |session| snapshot::run(session, args)),
        Command::Terms => Ok(terms::run()),
        Command::Facts => Ok(facts::run()),
        Command::Application(args) => with(global, |session| application::run(session, args)),
        Command::Interview(args) => with(global, |session| interview::run(session, args)),
        Command::Scorecard(args) => with(global, |session| scorecard::run(session, args)),
        Command::Submission(args) => with(global, |session| submission::run(session, args)),
        Command::Marking(args) => with(global, |session| marking::run(session, args)),
        Command::Debrief(args) => with(global, |session| debrief::run(session, &args)),
        Command::Decide(args) => with(global, |session| decide::run(session, args)),
        Command::Today => with(global, today::run),
        Command::Question(args) => with(global, |session| question::run(session, args)),
        Command::Dossier(args) => with(global, |session| dossier::run(session, args)),
        Command::Export(args) => with(global, |session| export::run(session, &args)),
        Command::Journal(args) => with(global, |session| journal::run(session, &args)),
        Command::Measure(args) => measure::run(global, &args),
        Command::Impact(args) => with(global, |session| impact::run(session, args)),
        Command::Outcome(args) => with(global, |session| outcome::run(session, args)),
        Command::Retest(args) => with(global, |session| retest::run(session, args)),
        Command::Verify => verify::run(global),
        Command::Undo(args) => with(global, |session| undo::run(session, &args)),
        Command::Backup(_) => with(global, backup::run),
        Command::Passphrase(args) => passphrase::run(global, &args),
        Command::Rubric(args) => rubric::run(global, args),
        Command::Kit(args) => kit::run(global, args),
        Command::Shapes => Ok(shapes::run()),
        Command::Receipt(args) => with(global, |session| receipt::run(session, &args)),
    }
}

fn with(global: &Global, command: impl FnOnce(&Session) -> Result<Answer>) -> Result<Answer> {
    command(&Session::open(global)?)
}
