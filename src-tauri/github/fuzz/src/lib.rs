//! What the fuzz targets share: the tests' own sink and made inputs, and what must hold of every input.

#[path = "../../tests/common/mod.rs"]
pub mod common;

use std::path::PathBuf;

use assay_domain::import::Outcome;
use assay_github::{Limits, Options, open};

use common::Kept;

/// Limits small enough that an input ends soon.
pub fn limits() -> Limits {
    Limits {
        total_bytes: 8 << 20,
        record_bytes: 1 << 20,
        archive_entries: 200,
        string_bytes: 64 << 10,
        nested_zip_bytes: 1 << 20,
        git_held_bytes: 1 << 20,
        git_object_bytes: 1 << 20,
        git_unpacked_bytes: 4 << 20,
        git_tree_lines: 20_000,
        git_commits: 200,
        ..Limits::default()
    }
}

/// Reads bytes as a file of no telling name, as the engine does: first for the digest, then for records.
pub fn read(bytes: &[u8], accounts: &[&str]) -> Kept {
    let accounts = accounts.iter().map(|account| account.parse().expect("an account")).collect();
    let path = place();
    std::fs::write(&path, bytes).expect("memory is writable");
    let mut source = open(&path, &Options::new(limits(), accounts)).expect("it is there");
    let digest = source.digest(&mut |_| std::ops::ControlFlow::Continue(()));
    assert!(digest.is_some());
    let mut kept = Kept::default();
    assert!(source.read(&mut kept).is_continue());
    check(&kept);
    kept
}

/// Every input ends in rows, and every row that brought nothing says why. Records that name nobody with a login.
fn check(kept: &Kept) {
    assert!(!kept.reports.is_empty());
    for report in &kept.reports {
        assert!(report.reason.is_some() || report.outcome == Outcome::Imported, "{report:?}");
        assert!(report.path.chars().all(|c| !c.is_control()));
    }
    for (path, record) in &kept.records {
        assert!(kept.reports.iter().any(|report| report.path == *path), "{path} has no row");
        let text = serde_json::to_string(record).expect("a record is written");
        assert!(text.len() < 64 << 20);
    }
}

/// A file in memory for each process.
fn place() -> PathBuf {
    PathBuf::from("/dev/shm").join(format!("assay-fuzz-{}", std::process::id()))
}

/// Each input stands in a corpus folder of its target, under a name of its own.
pub fn seed(target: &str, name: &str, bytes: &[u8]) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    std::fs::write(folder.join(name), bytes).expect("the seed can be written");
}
