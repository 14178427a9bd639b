//! An opened workspace, and who is at the keyboard.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use assay_domain::decode::{self, Decoded};
use assay_engine::store::Unlock;
use assay_engine::{EngineError, Instant, Store, Viewer, people};
use chrono::Utc;

use crate::args::Global;
use crate::failure::{Failure, Result};
use crate::secrets::{self, Secret};
use crate::{names, output, sample};

/// An opened workspace with its viewer.
pub struct Session {
    /// The workspace.
    pub store: Store,
    /// Who is at the keyboard.
    pub viewer: Viewer,
    /// The PIN that they were chosen with; empty where none was needed.
    pub pin: Secret,
}

impl Session {
    /// Opens the workspace that the arguments name, for the person that they name.
    pub fn open(global: &Global) -> Result<Self> {
        let store = open(global)?;
        let (viewer, pin) = viewer(&store, global)?;
        Ok(Self { store, viewer, pin })
    }

    /// Opens the workspace for reading what is nobody's own: rubrics and kits. Whoever is named reads; else, where nobody is, the
    /// first person who is not archived.
    pub fn library(global: &Global) -> Result<Self> {
        let store = open(global)?;
        if is_named(global) {
            let (viewer, pin) = viewer(&store, global)?;
            return Ok(Self { store, viewer, pin });
        }
        let anybody = people::list(&store)?.into_iter().find(|one| !one.archived);
        let Some(person) = anybody else {
            return Err(Failure::closed("the workspace has no person", "Run `assay verify`."));
        };
        Ok(Self { store, viewer: Viewer(person.id), pin: Secret::default() })
    }

    /// Now.
    pub fn now(&self) -> Instant {
        now()
    }
}

/// Now.
pub fn now() -> Instant {
    Utc::now()
}

/// The folder that the arguments or the environment name.
pub fn folder(global: &Global) -> Result<PathBuf> {
    let named = global.workspace.clone().or_else(|| std::env::var_os("ASSAY_WORKSPACE").map(PathBuf::from));
    named
        .filter(|path| !path.as_os_str().is_empty())
        .ok_or_else(|| Failure::usage("no workspace is named", "Give -w FOLDER, or set ASSAY_WORKSPACE."))
}

/// Opens the workspace without asking who is at the keyboard.
pub fn open(global: &Global) -> Result<Store> {
    let folder = folder(global)?;
    if let Some(secret) = argued(global)? {
        return unlock(&folder, &Unlock::Passphrase(secret.to_string()));
    }
    // Before the environment: that names the passphrase of a workspace of one's own.
    if let Some(store) = sample::open(&folder)? {
        return Ok(store);
    }
    let secret = from_environment_file()?.map_or_else(|| secrets::ask("Passphrase"), |found| Ok(Some(found)));
    match secret? {
        Some(secret) => unlock(&folder, &Unlock::Passphrase(secret.to_string())),
        None => Err(Failure::closed(
            "the workspace is locked, and there is no terminal to ask for its passphrase at",
            format!("Give --passphrase-file or --passphrase-fd, or set {PASSPHRASE_FILE}."),
        )),
    }
}

/// Names a file whose first line is the passphrase, for many commands in a row.
const PASSPHRASE_FILE: &str = "ASSAY_PASSPHRASE_FILE";

/// Opens the folder; whatever stands against it is a workspace that cannot be used.
pub fn unlock(folder: &Path, unlock: &Unlock) -> Result<Store> {
    Store::open(folder, unlock).map_err(|error| Failure::opening(&error))
}

/// The passphrase that the arguments lead to, or else the environment.
pub fn given(global: &Global) -> Result<Option<Secret>> {
    argued(global)?.map_or_else(from_environment_file, |secret| Ok(Some(secret)))
}

fn from_environment_file() -> Result<Option<Secret>> {
    let path = std::env::var_os(PASSPHRASE_FILE).filter(|path| !path.is_empty());
    let read = |path| {
        let hint = format!("{PASSPHRASE_FILE} names it: set it to another file, or unset it to be asked.");
        secrets::from_file(Path::new(&path)).map_err(|error| Failure::refused(error.to_string(), hint))
    };
    path.map(read).transpose()
}

fn argued(global: &Global) -> Result<Option<Secret>> {
    match (&global.passphrase_file, global.passphrase_fd) {
        (Some(path), _) => secrets::from_file(path).map(Some),
        (None, Some(number)) => secrets::from_descriptor(number).map(Some),
        (None, None) => Ok(None),
    }
}

/// Who is at the keyboard: whoever is named by the argument or the environment; else the only person; else the sample's owner.
fn viewer(store: &Store, global: &Global) -> Result<(Viewer, Secret)> {
    if let Some(name) = &global.viewer {
        return choose(store, &named(store, name, "--as")?, global);
    }
    if let Some(name) = from_environment() {
        return choose(store, &named(store, &name, "ASSAY_AS")?, global);
    }
    let mut active: Vec<people::Person> =
        people::list(store)?.into_iter().filter(|one| !one.archived).collect();
    if let (1, Some(person)) = (active.len(), active.pop()) {
        return choose(store, &person, global);
    }
    if let Some((viewer, name)) = sample::owner(store)? {
        output::remark(&format!("note: this is the sample; you are {name} (--as names somebody else)"));
        return Ok((viewer, Secret::default()));
    }
    Err(Failure::usage(
        "the workspace has more than one person",
        "Say who you are with --as, or in ASSAY_AS; `assay person list` shows the names.",
    ))
}

/// Whom ASSAY_AS names.
fn from_environment() -> Option<String> {
    std::env::var("ASSAY_AS").ok().filter(|name| !name.trim().is_empty())
}

fn is_named(global: &Global) -> bool {
    global.viewer.is_some() || from_environment().is_some()
}

/// A person by name or id; what is wrong with the name says where it stood.
fn named(store: &Store, name: &str, given_by: &str) -> Result<people::Person> {
    people::find(store, name).map_err(|error| match error {
        EngineError::Invalid { what, hint } => {
            Failure::refused(format!("{given_by}: {what}"), names::where_people_are(&hint))
        }
        other => other.into(),
    })
}

fn choose(store: &Store, person: &people::Person, global: &Global) -> Result<(Viewer, Secret)> {
    if !person.has_pin {
        return Ok((people::choose(store, person.id, "")?, Secret::default()));
    }
    let pin = match &global.pin_file {
        Some(path) => secrets::from_file(path)?,
        None => secrets::ask(&format!("PIN of {}", person.name))?.ok_or_else(|| {
            Failure::usage(format!("{} has a PIN", person.name), "Give it with --pin-file.")
        })?,
    };
    Ok((people::choose(store, person.id, &pin)?, pin))
}

/// Reads a file that an argument names; standard input for `-`. Only a text whose encoding can be told for certain: UTF-8, or
/// UTF-16 as spreadsheets save it.
pub fn read_text(path: &Path) -> Result<String> {
    let found = read_decoded(path)?;
    if found.remark.is_empty() {
        return Ok(found.text);
    }
    Err(Failure::refused(
        format!("{} is no UTF-8 text: older programs save like this (Latin-1, Windows-1252)", path.display()),
        "Save it as UTF-8 (spreadsheets call it \"CSV UTF-8\") and try again.",
    ))
}

/// [`read_text`] of what people write, where a guess will do: it comes with what is to be said of it.
fn read_decoded(path: &Path) -> Result<Decoded> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = read.map_err(|error| Failure::file(path, &error))?;
    decode::decoded(&bytes).ok_or_else(|| {
        Failure::refused(format!("{} is no text", path.display()), "Save it as text in UTF-8 and try again.")
    })
}

/// [`read_decoded`], with what is to be said of it as a remark.
pub fn read_prose(path: &Path) -> Result<String> {
    let found = read_decoded(path)?;
    if !found.remark.is_empty() {
        output::remark(&format!("note: {}: {}", path.display(), found.remark));
    }
    Ok(found.text)
}
