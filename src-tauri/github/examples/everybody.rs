//! Measures the reading of a long archive of everybody's events: time, and the most memory that was resident.
//!
//! `cargo run --release -p assay-github --example everybody [MEGABYTES]` makes an archive of so many decompressed
//! megabytes (800 unless said otherwise; zstd, invented people) in the folder for temporary files, reads it for one
//! account, and deletes it. Resident memory is Linux's `VmHWM`.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement that cannot go on must fail, and prints"
)]

use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use assay_domain::import::{EntryReport, Record, RecordSink};
use assay_github::{Limits, Options, open};

/// Counts what comes.
#[derive(Default)]
struct Counting {
    records: u64,
    reports: Vec<EntryReport>,
}

impl RecordSink for Counting {
    fn record(&mut self, _path: &str, _record: Record) -> ControlFlow<()> {
        self.records += 1;
        ControlFlow::Continue(())
    }

    fn entry(&mut self, report: EntryReport) -> ControlFlow<()> {
        self.reports.push(report);
        ControlFlow::Continue(())
    }

    fn progress(&mut self, _bytes: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// Numbers that look random and are the same every time (xorshift64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn hex(&mut self, words: usize) -> String {
        (0..words).map(|_| format!("{:016x}", self.next())).collect()
    }
}

/// One event of one of ten thousand people; of every thousandth event the actor is Ada.
fn event(at: u64, numbers: &mut Numbers) -> String {
    let (person, repo) = (numbers.next() % 10_000, numbers.next() % 5_000);
    let (login, id) = if at.is_multiple_of(1_000) {
        ("ada-fixture".to_owned(), 7)
    } else {
        (format!("person-{person}"), person + 100)
    };
    let text = numbers.hex(60);
    format!(
        r#"{{"id":"{at}","type":"IssueCommentEvent","actor":{{"id":{id},"login":"{login}","url":"https://api.github.com/users/{login}"}},"repo":{{"id":{repo},"name":"example-{repo}/tank","url":"https://api.github.com/repos/example-{repo}/tank"}},"payload":{{"action":"created","issue":{{"number":{repo},"title":"{text}","body":"{text}","user":{{"login":"{login}","id":{id}}}}},"comment":{{"id":{at},"body":"{}","user":{{"login":"{login}","id":{id}}}}}}},"public":true,"created_at":"2024-01-01T00:00:00Z"}}"#,
        numbers.hex(8)
    )
}

/// Writes the archive; gives its decompressed bytes.
fn make(path: &Path, bytes: u64) -> u64 {
    let mut out = zstd::Encoder::new(BufWriter::new(File::create(path).unwrap()), 1).unwrap();
    let (mut written, mut at, mut numbers) = (0, 0, Numbers(42));
    while written < bytes {
        let line = event(at, &mut numbers);
        writeln!(out, "{line}").unwrap();
        written += line.len() as u64 + 1;
        at += 1;
    }
    out.finish().unwrap().flush().unwrap();
    written
}

/// The most memory that was resident so far, in MiB.
fn resident() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown");
    line.trim().to_owned()
}

fn main() {
    let megabytes: u64 = std::env::args().nth(1).map_or(800, |text| text.parse().unwrap());
    let path = std::env::temp_dir().join(format!("assay-everybody-{}.zst", std::process::id()));
    let bytes = make(&path, megabytes * 1_000_000);
    println!(
        "made: {bytes} bytes, packed to {}; resident at most {}",
        path.metadata().unwrap().len(),
        resident()
    );
    let options = Options::new(Limits::default(), vec!["ada-fixture".parse().unwrap()]);
    let mut source = open(&path, &options).unwrap();
    let start = Instant::now();
    assert!(source.digest(&mut |_| ControlFlow::Continue(())).is_some());
    println!("digest: {:.1} s", start.elapsed().as_secs_f64());
    let start = Instant::now();
    let mut counting = Counting::default();
    assert!(source.read(&mut counting).is_continue());
    println!(
        "read: {:.1} s, {} records, resident at most {}",
        start.elapsed().as_secs_f64(),
        counting.records,
        resident()
    );
    for report in counting.reports {
        println!("{:?}: {}", report.outcome, report.reason.unwrap_or_default());
    }
    std::fs::remove_file(&path).unwrap();
}
