//! The journal as people read it, and undo.

mod list;
mod sentence;
mod undo;

pub use list::{JournalEntry, JournalPage, list, of_candidate};
pub(crate) use undo::Entry;
pub use undo::{Undone, undo};

use crate::store::Op;

/// The operation of an erasure; `verify` accepts missing payloads only where such an entry names them.
pub(crate) const ERASE: Op = Op("candidate.erase");
/// The erasure of what came in with an action that is taken back, in the action of the undo.
pub(crate) const ERASE_TAKEN_BACK: Op = Op("undo.erase");
/// The operation that takes another back.
pub(crate) const UNDO: Op = Op("journal.undo");

#[cfg(test)]
mod tests;
