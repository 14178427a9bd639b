//! Files, folders, archives and encodings: what is in them comes out the same.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use assay_domain::import::{AccountKind, Outcome, Record};
use assay_github::{Options, ReadError, open};
use common::{Kept, digest, gzip, read, read_bytes, repo, tar, user, zip};

/// A made snapshot: paths and bodies.
fn snapshot() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("snap/user.json", user("ada-fixture", 7).into_bytes()),
        (
            "snap/any-name",
            format!("[{},{}]", repo("ada-fixture", 7, "kettle"), repo("ada-fixture", 7, "tank")).into(),
        ),
        ("snap/repos/ada-fixture/kettle/languages.json", br#"{"Rust":120,"Shell":3}"#.to_vec()),
        ("snap/followers.json", b"[]".to_vec()),
    ]
}

fn entries(snapshot: &[(&'static str, Vec<u8>)]) -> Vec<(&'static str, &'static [u8])> {
    snapshot.iter().map(|(name, bytes)| (*name, &*bytes.clone().leak())).collect()
}

fn assert_whole(kept: &Kept) {
    assert_eq!(kept.outcomes(Outcome::Refused), 0, "{:#?}", kept.reports);
    let bare: Vec<&Record> = kept.bare().collect();
    assert_eq!(bare.iter().filter(|r| matches!(r, Record::Repository(_))).count(), 2);
    assert_eq!(bare.iter().filter(|r| matches!(r, Record::Subject(p) if p.account.id == Some(7))).count(), 1);
    assert!(bare.iter().any(|r| matches!(r, Record::Nothing { of, .. } if of == "followers")));
    let languages = bare
        .iter()
        .find_map(|r| if let Record::Languages { repo, bytes } = r { Some((repo, bytes)) } else { None });
    let (repo, bytes) = languages.unwrap();
    assert_eq!((repo.as_ref().unwrap().full_name().as_str(), bytes["Rust"]), ("ada-fixture/kettle", 120));
}

#[test]
fn a_folder_and_every_archive_of_it_give_the_same() {
    let snapshot = snapshot();
    let entries = entries(&snapshot);
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in &entries {
        let path = folder.path().join("on-disk").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let plain = folder.path().join("on-disk");
    assert_whole(&read(&plain));
    let packed = tar(&entries);
    let nested = zip(&[("inner.tar.gz", &gzip(&packed))]);
    let archives = [
        ("zip", zip(&entries)),
        ("tar", packed.clone()),
        ("tar.gz", gzip(&packed)),
        ("tar.zst", zstd::encode_all(&*packed, 3).unwrap()),
        ("nested", nested.clone()),
        ("zip in zip in tar", tar(&[("a", &zip(&[("b", &nested)]))])),
    ];
    for (name, bytes) in archives {
        let path = folder.path().join("archive");
        std::fs::write(&path, bytes).unwrap();
        assert_whole(&read(&path));
        assert_eq!(digest(&path), digest(&plain), "{name}");
    }
}

#[test]
fn entries_and_archives_have_rows_of_their_own() {
    let snapshot = snapshot();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("snap.zip");
    std::fs::write(&path, zip(&entries(&snapshot))).unwrap();
    let kept = read(&path);
    let shown = path.to_string_lossy();
    let paths: Vec<&str> = kept.reports.iter().map(|report| report.path.as_str()).collect();
    let row = |inner| format!("{shown}!/{inner}");
    assert_eq!(
        paths,
        [
            row("snap/user.json"),
            row("snap/any-name"),
            row(snapshot[2].0),
            row("snap/followers.json"),
            shown.to_string()
        ]
    );
    let whole = kept.reports.last().unwrap();
    assert_eq!((whole.outcome, whole.shape.as_deref(), whole.records), (Outcome::Imported, Some("zip"), 0));
    assert_eq!(
        whole.accounts.iter().map(|a| (a.login.as_str(), a.id)).collect::<Vec<_>>(),
        [("ada-fixture", Some(7))]
    );
    assert!(kept.records.iter().all(|(path, _)| paths.contains(&path.as_str())));
}

#[test]
fn two_entries_of_one_name_are_both_seen() {
    let mut twice = zip(&[
        ("user.json", user("ada-fixture", 7).as_bytes()),
        ("uses.json", user("bo-fixture", 8).as_bytes()),
    ]);
    // The writer refuses to write a name twice: rename the second in both headers.
    while let Some(at) = twice.windows(9).position(|window| window == b"uses.json") {
        twice[at + 2..at + 4].copy_from_slice(b"er");
    }
    for bytes in [
        twice,
        tar(&[
            ("user.json", user("ada-fixture", 7).as_bytes()),
            ("user.json", user("bo-fixture", 8).as_bytes()),
        ]),
    ] {
        let kept = read_bytes(&bytes);
        assert_eq!(kept.records.len(), 2, "{:#?}", kept.reports);
        assert_eq!(kept.reports.iter().filter(|report| report.path.ends_with("!/user.json")).count(), 2);
    }
}

#[test]
fn gzip_is_read_to_its_last_member_and_zstd_to_its_last_frame() {
    let (ada, bo) = (user("ada-fixture", 7), user("bo-fixture", 8));
    let members = [gzip(ada.as_bytes()), gzip(bo.as_bytes())].concat();
    let frame = |text: &str| zstd::encode_all(text.as_bytes(), 3).unwrap();
    for bytes in [members, [frame(&ada), frame(&bo)].concat()] {
        assert_eq!(read_bytes(&bytes).records.len(), 2);
    }
}

#[test]
fn encodings_are_told_and_broken_ones_refused_by_name() {
    let text = user("ada-fixture", 7)
        .replace('\n', "\r\n")
        .replace(r#""name":"ada-fixture""#, r#""name":"Åda Fixture""#);
    let wide = |big: bool| {
        text.encode_utf16().flat_map(move |unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
    };
    let good: [Vec<u8>; 6] = [
        text.clone().into_bytes(),
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        [0xff, 0xfe].into_iter().chain(wide(false)).collect(),
        [0xfe, 0xff].into_iter().chain(wide(true)).collect(),
        wide(false).collect(),
        wide(true).collect(),
    ];
    for bytes in good {
        let kept = read_bytes(&bytes);
        let Some((_, Record::Subject(profile))) = kept.records.first() else { panic!("{:#?}", kept.reports) };
        assert_eq!(profile.name.value().unwrap(), "Åda Fixture");
        assert_eq!(profile.kind, AccountKind::User);
    }
    let latin: Vec<u8> = text.chars().map(|c| c as u32 as u8).collect();
    let kept = read_bytes(&latin);
    assert_eq!((kept.only().outcome, kept.records.len()), (Outcome::Refused, 0));
    assert!(kept.reason("").contains("not valid UTF-8 near byte"), "{}", kept.reason(""));
    let mut odd: Vec<u8> = [0xff, 0xfe].into_iter().chain(wide(false)).collect();
    odd.pop();
    assert!(read_bytes(&odd).reason("").contains("UTF-16LE"));
    assert!(read_bytes(b"\xff\xfe\0\0{\0\0\0}\0\0\0").reason("").contains("UTF-32"));
}

#[test]
fn pages_joined_in_any_way_are_read_whole() {
    let [a, b, c] = ["kettle", "tank", "valve"].map(|name| repo("ada-fixture", 7, name));
    for text in [
        format!("[{a},{b}][{c}]"),
        format!("[{a},{b}]\r\n[{c}]\r\n"),
        format!("[[{a},{b}],[{c}],[]]"),
        format!("{a}{b}{c}"),
        format!("{a}\n{b}\n\n{c}\n"),
        format!("[{a},{b},{c}][]"),
        format!("{}[{a},{b},{c}]", " ".repeat(5000)),
        format!(
            r#"{{"total_count":3,"incomplete_results":false,"items":[{a},{b}]}}{{"total_count":3,"items":[{c}]}}"#
        ),
    ] {
        let kept = read_bytes(text.as_bytes());
        assert_eq!(
            (kept.only().outcome, kept.only().records),
            (Outcome::Imported, 3),
            "{text}\n{:#?}",
            kept.reports
        );
        assert_eq!(kept.only().accounts[0].login, "ada-fixture");
    }
}

#[test]
fn what_operating_systems_leave_behind_is_skipped() {
    let ada = user("ada-fixture", 7);
    let kept = read_bytes(&zip(&[
        ("__MACOSX/._user.json", b"\0\x05\x16\x07"),
        ("snap/.DS_Store", b"\0\0\0\x01Bud1"),
        ("snap/user.json", ada.as_bytes()),
        ("snap/picture.png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("snap/empty.json", &[b'\n'; 600]),
        ("snap/notes.txt", b"hello"),
    ]));
    assert_eq!(
        (kept.outcomes(Outcome::Skipped), kept.outcomes(Outcome::Refused), kept.records.len()),
        (5, 0, 1)
    );
    assert!(kept.reports.iter().filter(|r| r.outcome == Outcome::Skipped).all(|r| r.reason.is_some()));
}

#[test]
fn an_input_that_is_not_there_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let missing = open(&folder.path().join("nothing"), &Options::default());
    assert!(matches!(missing, Err(ReadError::NotFound(_))));
    let kept = read(folder.path());
    assert_eq!((kept.only().outcome, kept.reason("")), (Outcome::Skipped, "the folder holds no files"));
}

#[cfg(unix)]
#[test]
fn links_and_pipes_on_disk_are_passed_by() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("user.json"), user("ada-fixture", 7)).unwrap();
    std::os::unix::fs::symlink("user.json", folder.path().join("link.json")).unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("round")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("socket")).unwrap();
    let kept = read(folder.path());
    assert_eq!((kept.records.len(), kept.outcomes(Outcome::Skipped), kept.reports.len()), (1, 3, 4));
    assert!(kept.reason("/round").contains("a link"));
}

#[test]
fn progress_never_goes_back() {
    let passed_by = vec![b' '; 900_000];
    let list: Vec<String> = (0..1_500).map(|at| repo("ada-fixture", 7, &format!("r{at}"))).collect();
    let list = format!("[{}]", list.join(","));
    // The sink fails where it is told less than before.
    let kept = read_bytes(&tar(&[("../up.json", &passed_by), ("repos.json", list.as_bytes())]));
    assert!(kept.progress > 900_000 + 300_000, "{}", kept.progress);
}
