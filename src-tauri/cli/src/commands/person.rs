//! `assay person`: who interviews and decides here.

use std::path::PathBuf;

use assay_engine::{Store, people};
use clap::Subcommand;

use crate::args::Global;
use crate::failure::{Failure, Result};
use crate::output::{Answer, table};
use crate::session::{self, Session};
use crate::{names, secrets};

/// Commands on people.
#[derive(Debug, Subcommand)]
pub enum Person {
    /// Everybody, archived ones last
    List,
    /// Add somebody; they set their own PIN with `person pin`
    Add {
        /// Their name
        name: String,
    },
    /// Rename somebody
    Rename {
        /// Who: name or id
        person: String,
        /// The new name
        name: String,
    },
    /// Set your own PIN (the present one is asked for, or in --pin-file)
    Pin {
        /// A file whose first line is the new PIN
        #[arg(long, value_name = "FILE")]
        new_pin_file: Option<PathBuf>,
    },
    /// Take somebody out of every choice; their records stay
    Archive {
        /// Who: name or id
        person: String,
    },
}

/// Runs one. Who there is can be asked by whoever does not know yet what to say to --as.
pub fn run(global: &Global, command: Person) -> Result<Answer> {
    if let Person::List = command {
        return list(&session::open(global)?);
    }
    let session = &Session::open(global)?;
    let (store, viewer, now) = (&session.store, session.viewer, session.now());
    match command {
        Person::List => list(store),
        Person::Add { name } => {
            let done = people::add(store, viewer, now, &name, "")?;
            Ok(Answer::done("person", &done, format!("Added {} ({}).", done.value.name, done.value.id)))
        }
        Person::Rename { person, name } => {
            let before = names::person(session, &person)?;
            let done = people::rename(store, viewer, now, before.id, &name)?;
            Ok(Answer::done("person", &done, format!("{} is now called {}.", before.name, done.value.name)))
        }
        Person::Pin { new_pin_file } => {
            let pin = match new_pin_file {
                Some(path) => secrets::from_file(&path)?,
                None => secrets::ask("New PIN")?.ok_or_else(|| {
                    Failure::usage(
                        "a new PIN is needed",
                        "Give it with --new-pin-file, or run this at a terminal.",
                    )
                })?,
            };
            let done = people::set_pin(store, viewer, now, &session.pin, &pin)?;
            Ok(Answer::done("person", &done, format!("{} has a new PIN.", done.value.name)))
        }
        Person::Archive { person } => {
            let meant = names::person(session, &person)?;
            let done = people::archive(store, viewer, now, meant.id)?;
            Ok(Answer::done("person", &done, format!("{} is archived.", done.value.name)))
        }
    }
}

fn list(store: &Store) -> Result<Answer> {
    let people = people::list(store)?;
    let row = |one: &people::Person| {
        let pin = if one.has_pin { "PIN" } else { "no PIN" };
        let state = if one.archived { "archived" } else { "" };
        [one.name.clone(), pin.into(), state.into(), one.id.to_string()]
    };
    let rows: Vec<_> = people.iter().map(row).collect();
    Ok(Answer::of("people", &people, table(["name", "PIN", "", "id"], &rows, "Nobody.")))
}
