//! How much of a repository's objects may still be unpacked, and whether somebody said to stop.

use std::cell::{Cell, RefCell};

/// Counts unpacked bytes against a limit, and asks now and then whether to go on.
pub(crate) struct Budget<'a> {
    spent: Cell<u64>,
    most: u64,
    asked: Cell<u64>,
    stopped: Cell<bool>,
    go_on: RefCell<&'a mut dyn FnMut(u64) -> bool>,
}

/// Bytes between two questions.
const ASK: u64 = 1024 * 1024;

impl<'a> Budget<'a> {
    /// `go_on` is told the bytes so far and says whether to go on.
    pub(super) fn new(most: u64, go_on: &'a mut dyn FnMut(u64) -> bool) -> Self {
        Self {
            spent: Cell::new(0),
            most,
            asked: Cell::new(0),
            stopped: Cell::new(false),
            go_on: RefCell::new(go_on),
        }
    }

    /// Counts bytes; `false` where no more may follow.
    pub(super) fn spend(&self, bytes: u64) -> bool {
        // Even an empty object costs something.
        let spent = self.spent.get().saturating_add(bytes).saturating_add(64);
        self.spent.set(spent);
        if spent >= self.asked.get().saturating_add(ASK) {
            self.asked.set(spent);
            let go_on = self.go_on.try_borrow_mut().is_ok_and(|mut go_on| go_on(spent));
            self.stopped.set(self.stopped.get() || !go_on);
        }
        !self.stopped.get() && spent <= self.most
    }

    pub(super) fn spent(&self) -> u64 {
        self.spent.get()
    }

    /// Whether the limit is passed.
    pub(super) fn exhausted(&self) -> bool {
        self.spent.get() > self.most
    }

    /// Whether half of it is gone: the rest is for commits, without their files.
    pub(super) fn half_gone(&self) -> bool {
        self.spent.get() > self.most / 2
    }

    /// Whether somebody said to stop.
    pub(super) fn stopped(&self) -> bool {
        self.stopped.get()
    }
}
