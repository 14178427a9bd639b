//! What stands at the foot of every page: as of when, and the journal's head, so that a dossier can be held against the
//! workspace it came from.

use assay_domain::document::Document;

use crate::store::{hex, journal_head};
use crate::{Result, Store};

use super::words::moment;

/// The newest entry of the journal.
pub struct Head {
    /// Its place, from 1; 0 in an empty journal.
    pub sequence: i64,
    /// Its hash, hexadecimal.
    pub hash: String,
}

impl Head {
    /// As it stands. To be read after everything that notes a reading.
    pub fn of(store: &Store) -> Result<Self> {
        let (sequence, hash) = store.look(journal_head)?;
        Ok(Self { sequence, hash: hex(&hash) })
    }

    /// In a sentence, with how to hold it against the workspace.
    pub fn sentence(&self) -> String {
        format!(
            "The journal of the workspace had {} entries; the hash of the newest is {}. `assay verify` checks the whole chain, and \
             `assay journal --json` shows the entry with this hash.",
            self.sequence, self.hash
        )
    }
}

/// Writes the foot of a document.
pub fn sign(document: &mut Document, head: &Head) {
    document.footer =
        format!("{} · journal entry {}, hash {}", moment(document.made_at), head.sequence, head.hash);
}
