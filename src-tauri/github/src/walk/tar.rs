//! Tar archives, entry by entry as they stream by.

use std::cell::Cell;
use std::io::{self, Read};
use std::ops::ControlFlow;
use std::rc::Rc;

use tar::{Archive, Entry, EntryType};

use super::archive::Entries;
use super::meter::Trouble;
use super::{At, Level, Passed, Walk, explain, names};

/// Most bytes between two entries (headers, and names in GNU or PAX extensions): the `tar` crate would read a name of
/// any length into memory.
const BETWEEN_ENTRIES: u64 = 256 * 1024;

/// What an entry's end means for the archive.
enum Next {
    Go,
    Stop(ControlFlow<()>),
    Broken(String),
}

impl Walk<'_> {
    /// A tar archive.
    pub(super) fn tar(
        &mut self,
        at: &At,
        data: &mut dyn Read,
        level: Level,
        packed: bool,
    ) -> ControlFlow<()> {
        let level = Level { packed: false, ..level };
        self.visitor.enter(at);
        let trouble = match self.tar_entries(at, data, level) {
            Ok(()) => None,
            Err(Next::Stop(stop)) => return stop,
            Err(Next::Broken(reason)) => Some(reason),
            Err(Next::Go) => None,
        };
        self.clones_of(at)?;
        self.visitor.leave(at, if packed { "tar-compressed" } else { "tar" }, trouble)
    }

    fn tar_entries(&mut self, at: &At, data: &mut dyn Read, level: Level) -> Result<(), Next> {
        let left = Rc::new(Cell::new(BETWEEN_ENTRIES));
        let mut archive = Archive::new(Guarded { data, left: Rc::clone(&left) });
        let mut entries = Entries::new(self.limits);
        let met = archive.entries().map_err(|error| Next::Broken(explain(&error)))?;
        for entry in met {
            left.set(u64::MAX);
            let mut entry = entry.map_err(|error| broken(&error, entries.seen()))?;
            if entry.header().entry_type().is_dir() {
                left.set(BETWEEN_ENTRIES);
                continue;
            }
            entries.one_more().map_err(Next::Broken)?;
            match self.tar_entry(at, &mut entry, level) {
                Next::Go => left.set(BETWEEN_ENTRIES),
                other => return Err(other),
            }
        }
        drop(archive);
        self.tail(data)
    }

    /// Reads on behind the archive's end: there stands the checksum of what the archive is packed in, and nothing else
    /// but zeros.
    fn tail(&mut self, data: &mut dyn Read) -> Result<(), Next> {
        let mut buffer = vec![0; 64 * 1024];
        let mut zeros = true;
        loop {
            match data.read(&mut buffer) {
                Ok(0) if zeros => return Ok(()),
                Ok(0) => {
                    return Err(Next::Broken(
                        "more stands behind the archive's end, which was not read; pack it again".to_owned(),
                    ));
                }
                Ok(read) => {
                    zeros &= buffer[..read].iter().all(|byte| *byte == 0);
                    self.meter.add(read as u64);
                }
                Err(error) => {
                    let reason = explain(&error);
                    return Err(Next::Broken(format!(
                        "{reason}. Its entries were read, but any of them may be damaged"
                    )));
                }
            }
            let told = self.visitor.progress(self.meter.total());
            if told.is_break() {
                return Err(Next::Stop(told));
            }
            if self.meter.exhausted() {
                return Err(Next::Broken(self.meter.reason()));
            }
        }
    }

    fn tar_entry<R: Read>(&mut self, at: &At, entry: &mut Entry<'_, R>, level: Level) -> Next {
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let kind = entry.header().entry_type();
        let at = at.within(&name);
        let passed = names::refusal(&name).or_else(|| unusual(kind));
        let told = match passed {
            Some(passed) => self.visitor.passed(&at, passed),
            None => self.held(&at, entry).unwrap_or_else(|| self.stream(&at, entry, level)),
        };
        if told.is_break() {
            return Next::Stop(told);
        }
        if let Err(stop) = self.drain(entry) {
            return Next::Stop(stop);
        }
        if self.meter.exhausted() { Next::Broken(self.meter.reason()) } else { Next::Go }
    }
}

fn broken(error: &io::Error, read: u64) -> Next {
    Next::Broken(format!("{}. Its first {read} entries were read", explain(error).trim_end_matches('.')))
}

/// Entries that are no plain files.
fn unusual(kind: EntryType) -> Option<Passed> {
    match kind {
        EntryType::Regular | EntryType::Continuous => None,
        EntryType::Symlink | EntryType::Link => Some(Passed::skipped("a link; links are not followed")),
        EntryType::GNUSparse => Some(Passed::skipped("a sparse file; pack it as a plain one")),
        _ => Some(Passed::skipped("a device or something else that is no plain file")),
    }
}

/// Ends a read that goes on for too long before the next entry begins.
struct Guarded<'a> {
    data: &'a mut dyn Read,
    left: Rc<Cell<u64>>,
}

impl Read for Guarded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            let reason =
                "a name in the archive is longer than any file system allows: likely made to fill memory";
            return Err(io::Error::other(Trouble(reason.to_owned())));
        }
        let most = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.data.read(&mut buffer[..most])?;
        self.left.set(left - read as u64);
        Ok(read)
    }
}
