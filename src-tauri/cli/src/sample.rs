//! The sample workspace: its passphrase is known, and its owner stands at the keyboard unless somebody else is named.

use std::path::Path;

use assay_engine::store::Unlock;
use assay_engine::{EngineError, Store, Viewer, people, sample};

use crate::failure::{Failure, Result};
use crate::output;

/// Opens the folder if the sample's passphrase opens it.
pub fn open(folder: &Path) -> Result<Option<Store>> {
    match Store::open(folder, &Unlock::Passphrase(sample::PASSPHRASE.into())) {
        Ok(store) => {
            output::remark(&format!("note: opened with the sample's passphrase, {}", sample::PASSPHRASE));
            Ok(Some(store))
        }
        Err(EngineError::WrongPassphrase) => Ok(None),
        Err(error) => Err(Failure::opening(&error)),
    }
}

/// The sample's owner and their name; `None` in any other workspace.
pub fn owner(store: &Store) -> Result<Option<(Viewer, String)>> {
    if !store.name()?.1 {
        return Ok(None);
    }
    let viewer = sample::owner(store)?;
    let name = people::list(store)?.into_iter().find(|one| one.id == viewer.0).map(|one| one.name);
    Ok(name.map(|name| (viewer, name)))
}
