//! How a reader hands over what it reads: the two traits between readers and the engine, and the report of an entry.

use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{AccountRef, Record};

/// What became of one file or archive entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Its records came in.
    Imported,
    /// Nothing in it for Assay, or it was here already.
    Skipped,
    /// It, or a part of it, could not be read, or must not be. Whole records from before the damage are kept.
    Refused,
}

/// One line of the report: a file, or an entry of an archive. An archive has a line of its own after those of its
/// entries, with their accounts, and with no records or bytes, which are its entries'.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntryReport {
    /// Path as the user knows it; entries of an archive as `archive.zip!/inner/path.json`.
    pub path: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Id of the shape it was recognised as, where it was.
    pub shape: Option<String>,
    /// For skipped and refused: what, why, and what to do next. For imported: what of it was passed by, if anything.
    pub reason: Option<String>,
    /// Accounts it is about (its subjects), as far as it tells.
    pub accounts: Vec<AccountRef>,
    /// Records it gave.
    pub records: u64,
    /// Bytes read, decompressed.
    pub bytes: u64,
}

impl EntryReport {
    /// The line of an input that gave nothing: which, and why.
    pub fn refused(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            outcome: Outcome::Refused,
            shape: None,
            reason: Some(reason.into()),
            accounts: Vec::new(),
            records: 0,
            bytes: 0,
        }
    }
}

/// Where a reader pushes what it reads. [`ControlFlow::Break`] means: stop at once (cancelled, or the engine failed).
pub trait RecordSink {
    /// Takes one record. `path` is that of the entry it stands in (the engine tells several subjects of one input apart by it).
    fn record(&mut self, path: &str, record: Record) -> ControlFlow<()>;
    /// Takes the report of an entry, after its records.
    fn entry(&mut self, report: EntryReport) -> ControlFlow<()>;
    /// Told where the input itself says when it was taken (the list of a capture), before or after what it is about.
    fn taken(&mut self, at: DateTime<Utc>) {
        let _ = at;
    }
    /// Asked often during long work without records; also told how many decompressed bytes were read so far.
    fn progress(&mut self, bytes: u64) -> ControlFlow<()>;
}

/// One input: a file, a folder or an archive, opened for reading. Both passes bounded and streamed.
pub trait RecordSource {
    /// The path as the user gave it.
    fn label(&self) -> &str;
    /// SHA-256 over the sorted digests of all entries' decompressed contents: the same for a folder and an archive of it.
    /// `None` where it was stopped. Errors of single entries do not end it.
    fn digest(&mut self, keep_going: &mut dyn FnMut(u64) -> ControlFlow<()>) -> Option<[u8; 32]>;
    /// Reads everything into the sink. All trouble becomes reports; only a `Break` of the sink ends it early.
    fn read(&mut self, sink: &mut dyn RecordSink) -> ControlFlow<()>;
}
