//! Counts bytes while they are read, and stops where a limit is passed.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use crate::limits::{Limits, show_bytes};

/// A limit that was passed; travels inside an [`io::Error`].
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Trouble(pub String);

/// In words what stopped a read, and what to do about it.
pub(crate) fn explain(error: &io::Error) -> String {
    if let Some(trouble) = error.get_ref().and_then(|inner| inner.downcast_ref::<Trouble>()) {
        return trouble.0.clone();
    }
    match error.kind() {
        io::ErrorKind::UnexpectedEof => {
            "the data end too early: the file is cut; fetch or copy it again".to_owned()
        }
        _ => format!("damaged ({error}); fetch or copy it again"),
    }
}

/// Decompressed bytes of one input, against the limit of a whole import.
#[derive(Debug)]
pub(crate) struct Meter {
    total: Cell<u64>,
    /// Bytes that the import's other inputs have given.
    spent: u64,
    limit: u64,
}

impl Meter {
    pub(crate) fn new(limit: u64, spent: u64) -> Self {
        Self { total: Cell::new(0), spent, limit }
    }

    pub(crate) fn total(&self) -> u64 {
        self.total.get()
    }

    pub(crate) fn add(&self, bytes: u64) {
        self.total.set(self.total.get().saturating_add(bytes));
    }

    pub(crate) fn exhausted(&self) -> bool {
        self.total.get().saturating_add(self.spent) > self.limit
    }

    pub(crate) fn reason(&self) -> String {
        format!(
            "more than {} decompressed in one import, the limit (total-bytes); import it in parts",
            show_bytes(self.limit)
        )
    }
}

/// Counts what is read against the import's total.
pub(crate) struct Metered<'a> {
    data: &'a mut dyn Read,
    meter: Rc<Meter>,
}

impl<'a> Metered<'a> {
    pub(crate) fn new(data: &'a mut dyn Read, meter: Rc<Meter>) -> Self {
        Self { data, meter }
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.meter.exhausted() {
            return Err(io::Error::other(Trouble(self.meter.reason())));
        }
        let read = self.data.read(buffer)?;
        self.meter.add(read as u64);
        Ok(read)
    }
}

/// Counts what goes into a decompressor.
pub(crate) struct Counted<R> {
    data: R,
    count: Rc<Cell<u64>>,
}

impl<R> Counted<R> {
    pub(crate) fn new(data: R) -> (Self, Rc<Cell<u64>>) {
        let count = Rc::new(Cell::new(0));
        (Self { data, count: Rc::clone(&count) }, count)
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.data.read(buffer)?;
        self.count.set(self.count.get() + read as u64);
        Ok(read)
    }
}

/// Watches what comes out of a decompressor against what went in.
pub(crate) struct Ratio<R> {
    data: R,
    went_in: Rc<Cell<u64>>,
    came_out: u64,
    free: u64,
    ratio: u64,
}

impl<R> Ratio<R> {
    pub(crate) fn new(data: R, went_in: Rc<Cell<u64>>, limits: &Limits) -> Self {
        Self { data, went_in, came_out: 0, free: limits.ratio_free_bytes, ratio: limits.ratio }
    }
}

impl<R: Read> Read for Ratio<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.came_out > self.free && self.came_out / self.ratio > self.went_in.get() {
            let reason = format!(
                "unpacks to more than {} times its size, the limit (ratio): likely made to fill memory; not read further",
                self.ratio
            );
            return Err(io::Error::other(Trouble(reason)));
        }
        let read = self.data.read(buffer)?;
        self.came_out += read as u64;
        Ok(read)
    }
}
