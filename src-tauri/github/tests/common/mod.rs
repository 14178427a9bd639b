//! What the tests share: a sink that keeps everything, and made bodies of invented people.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]
#![allow(dead_code, reason = "each test file uses its own part")]

pub mod bodies;
pub mod git;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use assay_domain::import::{Commit, EntryReport, Outcome, Record, RecordSink, redact};
use assay_github::{Chosen, Limits, Options, open};

/// Keeps what a reader gives.
#[derive(Default)]
pub struct Kept {
    pub records: Vec<(String, Record)>,
    pub reports: Vec<EntryReport>,
    pub progress: u64,
    /// Break after so many records.
    pub stop_after: Option<usize>,
}

impl RecordSink for Kept {
    fn record(&mut self, path: &str, record: Record) -> ControlFlow<()> {
        self.records.push((path.to_owned(), record));
        if self.stop_after.is_some_and(|most| self.records.len() >= most) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    fn entry(&mut self, report: EntryReport) -> ControlFlow<()> {
        self.reports.push(report);
        ControlFlow::Continue(())
    }

    fn progress(&mut self, bytes: u64) -> ControlFlow<()> {
        assert!(bytes >= self.progress, "progress goes forward: {bytes} after {}", self.progress);
        self.progress = bytes;
        ControlFlow::Continue(())
    }
}

impl Kept {
    /// The only report.
    pub fn only(&self) -> &EntryReport {
        assert_eq!(self.reports.len(), 1, "{:#?}", self.reports);
        &self.reports[0]
    }

    /// The first report whose path ends so.
    pub fn report(&self, end: &str) -> &EntryReport {
        self.reports
            .iter()
            .find(|report| report.path.ends_with(end))
            .unwrap_or_else(|| panic!("{end}: {:#?}", self.reports))
    }

    /// The reason of that report.
    pub fn reason(&self, end: &str) -> &str {
        self.report(end).reason.as_deref().unwrap_or_default()
    }

    pub fn outcomes(&self, outcome: Outcome) -> usize {
        self.reports.iter().filter(|report| report.outcome == outcome).count()
    }

    /// The records without their paths.
    pub fn bare(&self) -> impl Iterator<Item = &Record> {
        self.records.iter().map(|(_, record)| record)
    }
}

/// Reads a path within limits.
pub fn read_with(path: &Path, limits: &Limits) -> Kept {
    read_as(path, &Options::from(limits.clone()))
}

/// Reads a path.
pub fn read_as(path: &Path, options: &Options) -> Kept {
    let mut kept = Kept::default();
    let done = open(path, options).unwrap().read(&mut kept);
    assert!(done.is_continue());
    kept
}

/// The usual limits, and accounts as people write them.
pub fn choosing(accounts: &[&str]) -> Options {
    let accounts = accounts.iter().map(|account| account.parse::<Chosen>().unwrap()).collect();
    Options::new(Limits::default(), accounts)
}

/// Reads a path within the usual limits.
pub fn read(path: &Path) -> Kept {
    read_with(path, &Limits::default())
}

/// Reads bytes as a file whose name says nothing.
pub fn read_bytes(bytes: &[u8]) -> Kept {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("body");
    std::fs::write(&path, bytes).unwrap();
    read(&path)
}

/// The digest of a path.
pub fn digest(path: &Path) -> [u8; 32] {
    open(path, &Options::default()).unwrap().digest(&mut |_| ControlFlow::Continue(())).unwrap()
}

/// A commit as the engine writes it: its message without other people's names and addresses.
pub fn as_written(commit: &Commit) -> Commit {
    Commit { message: redact::message(&commit.message, &[]), ..commit.clone() }
}

/// A profile of an invented person.
pub fn user(login: &str, id: u64) -> String {
    format!(
        r#"{{"login":"{login}","id":{id},"url":"https://api.github.com/users/{login}","type":"User","name":"{login}",
        "bio":null,"email":null,"public_repos":3,"followers":1,"following":0,"created_at":"2015-05-05T05:05:05Z"}}"#
    )
}

/// A repository of an invented person.
pub fn repo(owner: &str, id: u64, name: &str) -> String {
    format!(
        r#"{{"id":7,"name":"{name}","full_name":"{owner}/{name}","fork":false,"private":false,
        "url":"https://api.github.com/repos/{owner}/{name}","owner":{{"login":"{owner}","id":{id},"type":"User"}},
        "description":null,"stargazers_count":3,"language":"Rust"}}"#
    )
}

/// A zip with these entries, deflated.
pub fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in entries {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A tar with these entries; names are written as they are.
pub fn tar(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, bytes) in entries {
        let mut header = tar::Header::new_gnu();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(bytes.len() as u64);
        header.set_entry_type(tar::EntryType::Regular);
        header.set_cksum();
        builder.append(&header, *bytes).unwrap();
    }
    builder.into_inner().unwrap()
}

/// Gzipped bytes.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write as _;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// The folder of recordings, where it is there.
pub fn shared() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared = std::env::var_os("ASSAY_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let github = shared.join("github");
    github.join("expected.json").is_file().then_some(github)
}
