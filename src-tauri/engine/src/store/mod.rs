//! The workspace on disk: opening, keys, the one write path, the journal, search rows, backups.

mod backup;
mod chain;
pub(crate) mod column;
mod create;
pub(crate) mod folder;
mod keys;
mod migrate;
mod open;
mod pin;
mod read;
mod recovery;
mod search;
#[cfg(feature = "plaintext")]
pub mod testing;
mod transact;
mod verify;

pub(crate) use chain::head as journal_head;
pub use create::{Created, NewWorkspace, create};
pub use keys::Unlock;
pub use open::{OpenOptions, Store};
pub use transact::{Change, Done, Noun, Op, Tx};
pub(crate) use verify::{ErasureRecord, hex};
pub use verify::{VerifyCheck, VerifyReport};

pub(crate) use pin::{hash_pin, pin_matches};
pub(crate) use search::{
    SearchRow, fts_query, in_title, remove as remove_search, remove_snapshot as remove_snapshot_search,
};
