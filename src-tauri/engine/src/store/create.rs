//! Making a new workspace.

use std::path::Path;

use assay_domain::ids::PersonId;
use rusqlite::params;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::keys::{Envelope, random};
use super::{Noun, Op, OpenOptions, Store, folder};
use crate::{EngineError, Instant, Result, Viewer};

const CREATE: Op = Op("workspace.create");
const PASSPHRASE_AT_LEAST: usize = 8;

/// What a new workspace needs.
pub struct NewWorkspace<'a> {
    /// Where: a folder that does not exist yet, or is empty. By custom it ends in `.assay`.
    pub folder: &'a Path,
    /// Its name.
    pub name: &'a str,
    /// The passphrase; at least eight characters.
    pub passphrase: &'a str,
    /// Name of the first person.
    pub owner: &'a str,
    /// Whether it holds the sample.
    pub sample: bool,
    /// How to open it.
    pub options: OpenOptions,
}

impl<'a> NewWorkspace<'a> {
    /// An empty one, opened as a release opens it.
    pub fn new(folder: &'a Path, name: &'a str, passphrase: &'a str, owner: &'a str) -> Self {
        Self { folder, name, passphrase, owner, sample: false, options: OpenOptions::default() }
    }
}

/// A workspace just made.
pub struct Created {
    /// Open.
    pub store: Store,
    /// The first person.
    pub owner: Viewer,
    /// Shown once; never stored.
    pub recovery_code: String,
}

/// Makes a workspace and opens it. Refuses a folder that holds anything, and a passphrase that is too short.
pub fn create(new: &NewWorkspace<'_>, at: Instant) -> Result<Created> {
    let name = required(new.name, "the workspace needs a name")?;
    let owner = required(new.owner, "the first person needs a name")?;
    check_passphrase(new.passphrase)?;
    make_folder(new.folder)?;
    let id = Uuid::now_v7();
    let mut key = Zeroizing::new([0u8; 32]);
    random(key.as_mut())?;
    let (envelope, recovery_code) = Envelope::seal(id, &key, new.passphrase)?;
    envelope.save(new.folder)?;
    let store = Store::with_key(new.folder, key, new.options, true)?;
    let person = PersonId(Uuid::now_v7());
    let viewer = Viewer(person);
    store.transact(CREATE, viewer, at, |tx| {
        tx.execute(
            "INSERT INTO workspace (id, name, sample, created_at) VALUES (?1, ?2, ?3, ?4)",
            params![id, name, new.sample, at],
        )?;
        tx.execute(
            "INSERT INTO person (id, name, created_at) VALUES (?1, ?2, ?3)",
            params![person.0, owner, at],
        )?;
        tx.record(Noun::Workspace, id, &[], &serde_json::json!({"name": name}))?;
        tx.record(Noun::Person, person.0, &[], &serde_json::json!({"name": owner}))
    })?;
    Ok(Created { store, owner: viewer, recovery_code })
}

/// At least eight characters: length is what counts.
pub(super) fn check_passphrase(passphrase: &str) -> Result<()> {
    if passphrase.chars().count() < PASSPHRASE_AT_LEAST {
        return Err(EngineError::invalid(
            format!("the passphrase has fewer than {PASSPHRASE_AT_LEAST} characters"),
            "Choose a longer one; four or five random words are good.",
        ));
    }
    Ok(())
}

fn required<'a>(text: &'a str, what: &str) -> Result<&'a str> {
    let text = text.trim();
    if text.is_empty() { Err(EngineError::invalid(what, "Give one.")) } else { Ok(text) }
}

fn make_folder(path: &Path) -> Result<()> {
    if let Some(outer) = path.ancestors().skip(1).find(|outer| folder::keys(outer).is_file()) {
        return Err(EngineError::conflict(
            format!("{} is inside the workspace {}", path.display(), outer.display()),
            "Choose a place outside of it.",
        ));
    }
    let file = |error| EngineError::writing(path)(error);
    match std::fs::read_dir(path) {
        Ok(mut entries) => match entries.next() {
            None => {}
            Some(_) => {
                return Err(EngineError::conflict(
                    format!("{} exists and is not empty", path.display()),
                    "Choose another name or another place.",
                ));
            }
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            std::fs::create_dir_all(path).map_err(file)?;
        }
        Err(error) => return Err(file(error)),
    }
    std::fs::create_dir_all(folder::backups(path)).map_err(file)
}
