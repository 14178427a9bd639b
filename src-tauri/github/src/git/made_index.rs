//! The index of a pack that brings none, as `scan` makes it.

use std::collections::HashMap;

use gix_hash::{ObjectId, oid};

/// Where each object stands.
#[derive(Default)]
pub(super) struct MadeIndex {
    offsets: HashMap<ObjectId, u64>,
    /// Blobs without an id so far, the first of the pack last.
    unnamed: Vec<u64>,
    baseless: u64,
}

impl MadeIndex {
    pub(super) fn offset(&self, id: &oid) -> Option<u64> {
        self.offsets.get(id).copied()
    }

    /// The next blob without an id.
    pub(super) fn unnamed(&mut self) -> Option<u64> {
        self.unnamed.pop()
    }

    pub(super) fn name(&mut self, id: ObjectId, at: u64) {
        self.offsets.insert(id, at);
    }

    /// Puts a blob off.
    pub(super) fn put_off(&mut self, at: u64) {
        self.unnamed.push(at);
    }

    /// The pack was read, but for so many objects whose bases are not there. The newest versions stand first in a pack,
    /// and are asked for first.
    pub(super) fn close(&mut self, baseless: u64) {
        self.unnamed.reverse();
        self.baseless = baseless;
    }

    pub(super) fn baseless(&self) -> u64 {
        self.baseless
    }
}
