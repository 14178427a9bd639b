//! Lines of events: one account's feed, or everybody's?

use assay_domain::import::{AccountRef, Record};

/// GitHub gives at most this many events of a feed; whatever has more is an archive.
const FEED: usize = 300;
/// Bytes of events that are held back at most.
const HELD: usize = 32 * 1024 * 1024;

/// What becomes of the records of an event.
pub(super) enum Held {
    /// It cannot be told yet.
    Wait,
    /// They, and all that were held, are wanted.
    Release(Vec<Record>),
    /// They are an archive's: none is wanted.
    Everybody,
}

/// Holds the first events back until it is known.
#[derive(Default)]
pub(super) struct Feed {
    events: usize,
    bytes: usize,
    first: Option<AccountRef>,
    several: bool,
    held: Vec<Record>,
}

impl Feed {
    /// Takes the records of the next event.
    pub(super) fn hold(&mut self, actor: Option<AccountRef>, records: Vec<Record>) -> Held {
        self.events += 1;
        match (&self.first, actor) {
            (None, actor) => self.first = actor,
            (Some(first), Some(actor)) => self.several |= *first != actor,
            (Some(_), None) => {}
        }
        let full = self.events > FEED || self.bytes > HELD;
        if full && self.several {
            self.held = Vec::new();
            return Held::Everybody;
        }
        self.held.extend(records);
        if full { Held::Release(self.release()) } else { Held::Wait }
    }

    /// Told the length of every value.
    pub(super) fn add(&mut self, bytes: usize) {
        self.bytes += bytes;
    }

    /// What is still held.
    pub(super) fn release(&mut self) -> Vec<Record> {
        std::mem::take(&mut self.held)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.events == 0
    }
}
