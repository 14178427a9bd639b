//! What zip and tar have in common: counting entries.

use crate::limits::Limits;

/// Counts the entries of one archive against the limit.
pub(super) struct Entries {
    seen: u64,
    limit: u64,
}

impl Entries {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { seen: 0, limit: limits.archive_entries }
    }

    /// Counts one more; an error where it is one too many.
    pub(super) fn one_more(&mut self) -> Result<(), String> {
        self.seen += 1;
        if self.seen > self.limit {
            return Err(format!(
                "more than {} entries, the limit (archive-entries); the first {} were read. Import it in parts",
                self.limit, self.limit
            ));
        }
        Ok(())
    }

    /// How many were met.
    pub(super) fn seen(&self) -> u64 {
        self.seen
    }
}
