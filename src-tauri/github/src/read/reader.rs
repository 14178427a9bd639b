//! Leads records and reports from a walk to the sink.

use std::cell::Cell;
use std::io::{self, Read};
use std::ops::ControlFlow;

use assay_domain::import::{AccountRef, EntryReport, Outcome, RecordSink};

use super::leaf;
use super::out::{Finished, Out};
use super::owners::Owners;
use crate::git::{GitFiles, read_bundle, read_clone};
use crate::hints::Hints;
use crate::json::one_line;
use crate::options::Options;
use crate::walk::{At, Passed, Visitor};

/// What came of the entries of an archive.
#[derive(Default)]
struct Tally {
    imported: u64,
    refused: u64,
    subjects: Vec<AccountRef>,
    owners: Vec<AccountRef>,
}

impl Tally {
    /// What the archive is about: its subjects where it has any, else the owners of its repositories.
    fn about(&self) -> (Vec<AccountRef>, bool) {
        let subjects = !self.subjects.is_empty();
        (if subjects { self.subjects.clone() } else { self.owners.clone() }, subjects)
    }
}

/// The visitor that reads.
pub(crate) struct Reader<'a> {
    options: &'a Options,
    owners: &'a Owners,
    sink: &'a mut dyn RecordSink,
    archives: Vec<Tally>,
    bytes: u64,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(options: &'a Options, owners: &'a Owners, sink: &'a mut dyn RecordSink) -> Self {
        Self { options, owners, sink, archives: Vec::new(), bytes: 0 }
    }

    /// Adds an entry to the archive it stands in.
    fn count(&mut self, entry: Finished) {
        let Some(tally) = self.archives.last_mut() else { return };
        match entry.outcome {
            Outcome::Imported => tally.imported += 1,
            Outcome::Refused => tally.refused += 1,
            Outcome::Skipped => {}
        }
        let known = if entry.subjects { &mut tally.subjects } else { &mut tally.owners };
        known.extend(entry.accounts);
        known.sort();
        known.dedup_by(|a, b| (&a.host, a.id, &a.login) == (&b.host, b.id, &b.login));
    }

    /// An entry that is a git repository; `read` gives the bytes read of it.
    fn repository(&mut self, at: &At, read: &mut dyn FnMut(&mut Out<'_>) -> u64) -> ControlFlow<()> {
        let (shown, hints) = (one_line(&at.shown), Hints::default());
        let mut out = Out::new(self.sink, self.options, &shown, &hints, None);
        let bytes = read(&mut out);
        let finished = out.finish(bytes)?;
        self.bytes += bytes;
        self.count(finished);
        ControlFlow::Continue(())
    }

    fn report(
        &mut self,
        at: &At,
        shape: Option<&str>,
        outcome: Outcome,
        reason: Option<String>,
    ) -> EntryReport {
        EntryReport {
            path: one_line(&at.shown),
            outcome,
            shape: shape.map(str::to_owned),
            reason,
            accounts: Vec::new(),
            records: 0,
            bytes: 0,
        }
    }
}

impl Visitor for Reader<'_> {
    fn leaf(&mut self, at: &At, data: &mut dyn Read) -> ControlFlow<()> {
        let hints = Hints::from_path(&at.inner);
        let read = Cell::new(0);
        let before = self.bytes;
        let mut counting = Counting { data, read: &read };
        let shown = one_line(&at.shown);
        let mut out = Out::new(self.sink, self.options, &shown, &hints, self.owners.of(&at.shown));
        leaf::read(&mut counting, &self.options.limits, &mut out, &|| before + read.get());
        let finished = out.finish(read.get())?;
        self.bytes += read.get();
        self.count(finished);
        ControlFlow::Continue(())
    }

    fn git_clone(
        &mut self,
        at: &At,
        name: &str,
        files: &dyn GitFiles,
        beside: Option<&'static str>,
    ) -> ControlFlow<()> {
        let (limits, before) = (&self.options.limits, self.bytes);
        self.repository(at, &mut |out| {
            if let Some(beside) = beside {
                out.remark(beside.to_owned());
            }
            read_clone(files, name, limits, before, out)
        })
    }

    fn git_bundle(&mut self, at: &At, name: &str, data: &mut dyn Read) -> ControlFlow<()> {
        let (limits, before) = (&self.options.limits, self.bytes);
        self.repository(at, &mut |out| read_bundle(data, name, limits, before, out))
    }

    fn passed(&mut self, at: &At, passed: Passed) -> ControlFlow<()> {
        self.count(Finished { outcome: passed.outcome, accounts: Vec::new(), subjects: false });
        let report = self.report(at, passed.shape, passed.outcome, Some(passed.reason));
        self.sink.entry(report)
    }

    fn enter(&mut self, _at: &At) {
        self.archives.push(Tally::default());
    }

    fn leave(&mut self, at: &At, shape: &'static str, trouble: Option<String>) -> ControlFlow<()> {
        let tally = self.archives.pop().unwrap_or_default();
        let (outcome, reason) = match trouble {
            Some(trouble) => (Outcome::Refused, Some(trouble)),
            None if tally.imported > 0 => (Outcome::Imported, None),
            None if tally.refused > 0 => (Outcome::Refused, Some("nothing in it could be read".to_owned())),
            None => (Outcome::Skipped, Some("nothing in it for Assay".to_owned())),
        };
        let mut report = self.report(at, Some(shape), outcome, reason);
        let (accounts, subjects) = tally.about();
        report.accounts.clone_from(&accounts);
        self.count(Finished { outcome, accounts, subjects });
        self.sink.entry(report)
    }

    fn progress(&mut self, bytes: u64) -> ControlFlow<()> {
        // What was drained of entries counts too, and what is told never goes back.
        self.bytes = self.bytes.max(bytes);
        self.sink.progress(self.bytes)
    }
}

/// Counts what is read of one leaf.
struct Counting<'a> {
    data: &'a mut dyn Read,
    read: &'a Cell<u64>,
}

impl Read for Counting<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.data.read(buffer)?;
        self.read.set(self.read.get() + read as u64);
        Ok(read)
    }
}
