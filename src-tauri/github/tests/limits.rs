//! Each limit holds, says its name, and can be adjusted; the one on all bytes holds for an import and not for an input.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use std::ops::ControlFlow;

use assay_domain::import::Outcome;
use assay_github::{LIMITS, Limits, Options, open};
use common::{Kept, gzip, read_as, read_with, repo, tar, user, zip};

fn limited(settings: &[&str]) -> Limits {
    let mut limits = Limits::default();
    settings.iter().for_each(|setting| limits.set(setting).unwrap());
    limits
}

fn read_limited(bytes: &[u8], settings: &[&str]) -> Kept {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("body");
    std::fs::write(&path, bytes).unwrap();
    read_with(&path, &limited(settings))
}

#[test]
fn the_usual_limits_are_those_that_are_stated() {
    let told: Vec<u64> = LIMITS[..8].iter().map(|limit| Limits::default().get(limit.name).unwrap()).collect();
    assert_eq!(told, [4 << 30, 16 << 20, 64, 100_000, 200, 10 << 20, 4, 1 << 20]);
}

#[test]
fn all_inputs_of_an_import_share_one_bound() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("a"), folder.path().join("b"));
    let ada = user("ada-fixture", 7);
    std::fs::write(&first, &ada).unwrap();
    std::fs::write(&second, &ada).unwrap();
    let bound = format!("total-bytes={}", ada.len() + 100);
    let options = Options::from(limited(&[&bound]));
    let mut opened = open(&first, &options).unwrap();
    assert!(opened.digest(&mut |_| ControlFlow::Continue(())).is_some());
    let mut kept = Kept::default();
    assert!(opened.read(&mut kept).is_continue());
    assert_eq!(kept.only().outcome, Outcome::Imported, "its two passes count once: {:#?}", kept.reports);
    let kept = read_as(&second, &options);
    assert_eq!((kept.only().outcome, kept.records.len()), (Outcome::Refused, 0));
    assert!(kept.reason("").contains("(total-bytes)"), "{}", kept.reason(""));
    assert_eq!(
        read_as(&second, &Options::from(limited(&[&bound]))).only().outcome,
        Outcome::Imported,
        "another import"
    );
}

#[test]
fn each_limit_says_its_name_and_lets_pass_what_is_within() {
    let ada = user("ada-fixture", 7);
    let list = format!("[{},{ada}]", repo("ada-fixture", 7, &"k".repeat(3000)));
    let deep = ada.replace(r#""bio":null"#, r#""bio":null,"deep":[[[1]]]"#);
    let long = ada.replace(r#""bio":null"#, &format!(r#""bio":"{}""#, "b".repeat(3000)));
    let entries: [(&str, &[u8]); 2] = [("a", ada.as_bytes()), ("b", ada.as_bytes())];
    let blanks = format!("{ada}{}", " ".repeat(300_000));
    let nested = tar(&[("in.zip", &zip(&entries)), ("a", ada.as_bytes())]);
    let cases: [(&str, &str, Vec<u8>); 7] = [
        ("record-bytes=2KiB", "record-bytes=1MiB", list.into_bytes()),
        ("json-depth=4", "json-depth=5", format!("[{deep},{ada}]").into_bytes()),
        ("archive-entries=1", "archive-entries=2", tar(&entries)),
        ("nesting=1", "nesting=2", tar(&[("a", ada.as_bytes()), ("in.gz", &gzip(ada.as_bytes()))])),
        ("string-bytes=1KiB", "string-bytes=1MiB", long.into_bytes()),
        ("nested-zip-bytes=50", "nested-zip-bytes=1MiB", nested),
        ("total-bytes=2500", "total-bytes=1MiB", tar(&[("a", ada.as_bytes()), ("long", &[b' '; 5000])])),
    ];
    for (beyond, within, bytes) in cases {
        let name = beyond.split('=').next().unwrap();
        let kept = read_limited(&bytes, &[beyond]);
        let said =
            kept.reports.iter().any(|row| row.reason.as_deref().is_some_and(|text| text.contains(name)));
        assert!(said && !kept.records.is_empty(), "{beyond}: {:#?}", kept.reports);
        let kept = read_limited(&bytes, &[within]);
        let said =
            kept.reports.iter().any(|row| row.reason.as_deref().is_some_and(|text| text.contains(name)));
        assert!(!said, "{within}: {:#?}", kept.reports);
    }
    let packed = gzip(blanks.as_bytes());
    let tight = read_limited(&packed, &["ratio=10", "ratio-free-bytes=1KiB"]);
    assert!(tight.reason("").contains("(ratio)"), "{:#?}", tight.reports);
    assert_eq!(read_limited(&packed, &["ratio=10"]).only().outcome, Outcome::Imported, "small streams may");
    assert_eq!(
        read_limited(&packed, &["ratio=1000", "ratio-free-bytes=1KiB"]).only().outcome,
        Outcome::Imported
    );
}

#[test]
fn folders_inside_each_other_are_bounded() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("a/b/c");
    std::fs::create_dir_all(&deep).unwrap();
    std::fs::write(deep.join("user.json"), user("ada-fixture", 7)).unwrap();
    std::fs::write(folder.path().join("user.json"), user("bo-fixture", 8)).unwrap();
    let kept = read_with(folder.path(), &limited(&["folder-depth=2"]));
    assert_eq!(kept.records.len(), 1);
    assert!(
        kept.reports
            .iter()
            .any(|row| row.reason.as_deref().is_some_and(|text| text.contains("(folder-depth)")))
    );
    assert_eq!(read_with(folder.path(), &limited(&["folder-depth=3"])).records.len(), 2);
}
