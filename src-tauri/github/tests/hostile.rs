//! Inputs made to do harm: each ends in a clear row, and what is good beside it comes in.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use std::io::Write as _;
use std::ops::ControlFlow;

use assay_domain::import::{Outcome, Record};
use assay_github::{Limits, Options, open};
use common::{Kept, gzip, read_bytes, read_with, repo, tar, user, zip};

fn read_limited(bytes: &[u8], limits: &Limits) -> Kept {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("body");
    std::fs::write(&path, bytes).unwrap();
    read_with(&path, limits)
}

/// A gzip of so many blanks after `start`.
fn bomb(start: &[u8], blanks: usize) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(start).unwrap();
    let block = vec![b' '; 1024 * 1024];
    for _ in 0..blanks / block.len() {
        encoder.write_all(&block).unwrap();
    }
    encoder.finish().unwrap()
}

#[test]
fn bombs_stop_at_the_ratio_and_the_rest_comes_in() {
    let ada = user("ada-fixture", 7);
    let bytes = zip(&[
        ("a.json", ada.as_bytes()),
        ("bomb.json.gz", &bomb(b"[", 64 << 20)),
        ("b.json", ada.as_bytes()),
    ]);
    let kept = read_bytes(&bytes);
    assert!(kept.reason("bomb.json.gz").contains("more than 200 times"), "{:#?}", kept.reports);
    assert_eq!((kept.records.len(), kept.outcomes(Outcome::Refused)), (2, 1));
    assert!(kept.progress < 16 << 20, "stopped early: {}", kept.progress);
    let wide = vec![b' '; 64 << 20];
    assert!(read_bytes(&zip(&[("deflated.json", &wide)])).reason("deflated.json").contains("200 times"));
    let zstd = zstd::encode_all(&*wide, 3).unwrap();
    assert!(read_bytes(&zstd).reason("").contains("200 times"));
}

#[test]
fn a_whole_import_is_bounded() {
    let limits = Limits { total_bytes: 1000, ..Limits::default() };
    let (ada, long) = (user("ada-fixture", 7), vec![b' '; 4000]);
    let kept =
        read_limited(&tar(&[("a", ada.as_bytes()), ("long", &long), ("never", ada.as_bytes())]), &limits);
    assert_eq!(kept.records.len(), 1);
    assert!(
        kept.reason("body").contains("the limit (total-bytes); import it in parts"),
        "{:#?}",
        kept.reports
    );
}

#[test]
fn containers_inside_each_other_are_bounded() {
    let mut bytes = user("ada-fixture", 7).into_bytes();
    for _ in 0..4 {
        bytes = zip(&[("x", &bytes)]);
    }
    assert_eq!(read_bytes(&bytes).records.len(), 1, "four levels are read");
    let kept = read_bytes(&zip(&[("x", &bytes)]));
    assert!(kept.records.is_empty());
    assert!(kept.reports[0].reason.as_deref().unwrap().contains("beyond 4 levels"), "{:#?}", kept.reports);
    let mut gzips = b"{}".to_vec();
    for _ in 0..200 {
        gzips = gzip(&gzips);
    }
    assert_eq!(read_bytes(&gzips).only().outcome, Outcome::Refused);
}

#[test]
fn entries_are_bounded_in_number() {
    let limits = Limits { archive_entries: 2, ..Limits::default() };
    let ada = user("ada-fixture", 7);
    let entries: Vec<(&str, &[u8])> = ["a", "b", "c"].iter().map(|name| (*name, ada.as_bytes())).collect();
    for bytes in [zip(&entries), tar(&entries)] {
        let kept = read_limited(&bytes, &limits);
        assert_eq!(kept.records.len(), 2);
        assert!(kept.reason("body").contains("more than 2 entries"), "{:#?}", kept.reports);
    }
}

#[test]
fn names_that_lead_outside_are_passed_by() {
    let ada = user("ada-fixture", 7);
    for name in ["../up.json", "a/../../up.json", "/absolute.json", "..\\up.json", "C:\\x.json"] {
        let entries: [(&str, &[u8]); 2] = [(name, ada.as_bytes()), ("good.json", ada.as_bytes())];
        // The writer of zips cleans names, so another of the same length is overwritten.
        let held = "z".repeat(name.len());
        let mut zipped = zip(&[(&held, ada.as_bytes()), entries[1]]);
        while let Some(at) = zipped.windows(held.len()).position(|window| window == held.as_bytes()) {
            zipped[at..at + held.len()].copy_from_slice(name.as_bytes());
        }
        for bytes in [tar(&entries), zipped] {
            let kept = read_bytes(&bytes);
            assert_eq!(
                (kept.records.len(), kept.outcomes(Outcome::Skipped)),
                (1, 1),
                "{name}: {:#?}",
                kept.reports
            );
            assert!(kept.reason(name).contains("its name"), "{name}");
        }
    }
}

#[test]
fn links_in_archives_are_passed_by() {
    let mut builder = tar::Builder::new(Vec::new());
    for kind in [tar::EntryType::Symlink, tar::EntryType::Link, tar::EntryType::Char, tar::EntryType::Fifo] {
        let mut header = tar::Header::new_gnu();
        header.set_entry_type(kind);
        header.set_size(0);
        builder.append_link(&mut header, "link", "/etc/passwd").unwrap();
    }
    let kept = read_bytes(&builder.into_inner().unwrap());
    assert_eq!((kept.records.len(), kept.outcomes(Outcome::Skipped)), (0, 5), "{:#?}", kept.reports);
    let reasons: Vec<_> = kept.reports[..4].iter().map(|report| report.reason.as_deref().unwrap()).collect();
    assert!(reasons[..2].iter().all(|reason| reason.contains("links are not followed")), "{reasons:?}");
    assert!(reasons[2..].iter().all(|reason| reason.contains("no plain file")), "{reasons:?}");
}

#[test]
fn a_name_without_end_is_not_held_in_memory() {
    let mut header = tar::Header::new_gnu();
    header.as_mut_bytes()[..13].copy_from_slice(b"././@LongLink");
    header.set_entry_type(tar::EntryType::GNULongName);
    header.set_size(8 << 20);
    header.set_cksum();
    let bytes = [header.as_bytes().as_slice(), &vec![b'n'; 8 << 20]].concat();
    assert!(read_bytes(&bytes).reason("").contains("longer than any file system"));
}

#[test]
fn depth_is_checked_before_parsing() {
    let deep = format!("{}1{}", r#"{"a":"#.repeat(100_000), "}".repeat(100_000));
    let kept = read_bytes(format!("[{deep},{}]", repo("ada-fixture", 7, "kettle")).as_bytes());
    assert_eq!((kept.only().outcome, kept.records.len()), (Outcome::Refused, 1));
    assert!(
        kept.reason("").contains("64 levels") && kept.reason("").contains("1 whole records"),
        "{}",
        kept.reason("")
    );
    for open in ["[", "{\"a\":", "[{\"a\":[", "[[[["] {
        assert_eq!(read_bytes(open.repeat(100_000).as_bytes()).only().outcome, Outcome::Refused);
    }
    let allowed = format!(r#"{{"login":"ada-fixture","id":7,"x":{}1{}}}"#, "[".repeat(63), "]".repeat(63));
    assert_eq!(read_bytes(allowed.as_bytes()).records.len(), 1);
    let beyond = allowed.replace("[1]", "[[1]]");
    assert_eq!(read_bytes(beyond.as_bytes()).records.len(), 0);
}

#[test]
fn a_record_beyond_its_length_is_passed_over() {
    let huge = format!(r#"{{"login":"{}","id":1}}"#, "x".repeat(17 << 20));
    let kept = read_bytes(format!("[{huge},{}]", repo("ada-fixture", 7, "kettle")).as_bytes());
    assert_eq!((kept.only().outcome, kept.records.len()), (Outcome::Refused, 1));
    assert!(kept.reason("").contains("more than 16 MiB"), "{}", kept.reason(""));
}

#[test]
fn long_texts_are_cut_and_the_row_says_so() {
    let long =
        user("ada-fixture", 7).replace(r#""bio":null"#, &format!(r#""bio":"{}""#, "ü".repeat(1 << 20)));
    let kept = read_bytes(long.as_bytes());
    let Record::Subject(profile) = &kept.records[0].1 else { panic!() };
    assert_eq!(profile.bio.value().unwrap().len(), 1 << 20);
    assert!(
        kept.reason("").contains("longer than 1 MiB and were cut there (string-bytes)"),
        "{}",
        kept.reason("")
    );
}

#[test]
fn cut_and_damaged_files_keep_their_whole_records() {
    let list = format!("[{},{}", repo("ada-fixture", 7, "kettle"), repo("ada-fixture", 7, "tank"));
    let cut = read_bytes(&list.as_bytes()[..list.len() - 9]);
    assert_eq!((cut.only().outcome, cut.records.len()), (Outcome::Refused, 1));
    assert!(
        cut.reason("").contains("ends too early")
            && cut.reason("").contains("1 whole records of it were kept")
    );
    let body = gzip(user("ada-fixture", 7).as_bytes());
    let kept = read_bytes(&body[..body.len() - 12]);
    assert_eq!((kept.only().outcome, kept.records.len()), (Outcome::Refused, 0));
    assert!(kept.reason("").contains("cut"), "{}", kept.reason(""));
    let mut tarred =
        gzip(&tar(&[("a.json", user("ada-fixture", 7).as_bytes()), ("b.json", &[b' '; 200_000])]));
    tarred.truncate(tarred.len() - 20);
    let kept = read_bytes(&tarred);
    assert_eq!(kept.records.len(), 1);
    assert_eq!(kept.reports.last().unwrap().outcome, Outcome::Refused);
}

#[test]
fn one_bad_entry_of_a_zip_does_not_lose_the_others() {
    let ada = user("ada-fixture", 7);
    let mut bytes =
        zip(&[("a.json", ada.as_bytes()), ("bad.json", ada.as_bytes()), ("c.json", ada.as_bytes())]);
    let at = bytes.windows(8).position(|window| window == b"bad.json").unwrap();
    bytes[at + 30] ^= 0x55;
    let kept = read_bytes(&bytes);
    assert_eq!(kept.report("bad.json").outcome, Outcome::Refused, "{:#?}", kept.reports);
    assert!(
        kept.report("a.json").outcome == Outcome::Imported
            && kept.report("c.json").outcome == Outcome::Imported
    );
    assert_eq!(kept.reports.last().unwrap().outcome, Outcome::Imported);
    bytes.truncate(bytes.len() - 30);
    assert!(read_bytes(&bytes).reason("").contains("no directory at its end"));
}

#[test]
fn a_changed_byte_in_a_zip_is_found_where_the_json_is_still_sound() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    writer.start_file("user.json", stored).unwrap();
    writer.write_all(user("ada-fixture", 7).as_bytes()).unwrap();
    let mut bytes = writer.finish().unwrap().into_inner();
    let at = bytes.windows(3).position(|window| window == b"ada").unwrap();
    assert_eq!(read_bytes(&bytes).report("user.json").outcome, Outcome::Imported);
    bytes[at] = b'A';
    let kept = read_bytes(&bytes);
    assert_eq!((kept.report("user.json").outcome, kept.records.len()), (Outcome::Refused, 0));
    assert!(kept.reason("user.json").contains("checksum"), "{:#?}", kept.reports);
}

#[test]
fn foreign_containers_are_refused_by_name() {
    for (start, name) in [(&b"BZh91AY"[..], "bzip2"), (b"\xfd7zXZ\0\0", "xz"), (b"7z\xbc\xaf\x27\x1c", "7z")]
    {
        let kept = read_bytes(start);
        assert_eq!(kept.only().outcome, Outcome::Refused);
        assert!(kept.reason("").contains(name), "{}", kept.reason(""));
    }
}

#[test]
fn a_stop_ends_reading_and_digest_at_once() {
    let list: Vec<String> = (0..50).map(|number| repo("ada-fixture", 7, &format!("r{number}"))).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("body");
    std::fs::write(
        &path,
        zip(&[("a", format!("[{}]", list.join(",")).as_bytes()), ("b", list[0].as_bytes())]),
    )
    .unwrap();
    let mut kept = Kept { stop_after: Some(3), ..Kept::default() };
    let mut source = open(&path, &Options::default()).unwrap();
    assert!(source.read(&mut kept).is_break());
    assert_eq!((kept.records.len(), kept.reports.len()), (3, 0));
    assert_eq!(source.digest(&mut |_| ControlFlow::Break(())), None);
}

#[test]
fn a_login_that_cannot_be_one_is_refused_and_the_rest_stays() {
    for login in
        ["x".repeat(100_000), "ada\u{202e}fixture".into(), "ada fixture".into(), "ü".into(), "[bot]".into()]
    {
        let list = format!("[{},{}]", repo(&login, 8, "tank"), repo("ada-fixture", 7, "kettle"));
        let kept = read_bytes(list.as_bytes());
        assert_eq!((kept.only().outcome, kept.records.len()), (Outcome::Refused, 1), "{:#?}", kept.reports);
        assert!(kept.reason("").contains("a login that GitHub does not give"), "{}", kept.reason(""));
        assert!(kept.reason("").len() < 300);
    }
    for login in ["a".repeat(39), "ada_fixture".into(), "boiler-fixture[bot]".into()] {
        assert_eq!(read_bytes(user(&login, 7).as_bytes()).only().outcome, Outcome::Imported, "{login}");
    }
}

#[test]
fn marks_of_direction_go_from_texts_and_names() {
    let body = user("ada-fixture", 7).replace(r#""bio":null"#, "\"bio\":\"a\u{202e}b\u{2066}c\\u202Dd\"");
    let name = "gpj\u{202e}\u{1b}[2J.json";
    let kept = read_bytes(&tar(&[(name, body.as_bytes())]));
    let Record::Subject(profile) = &kept.records[0].1 else { panic!() };
    assert_eq!(profile.bio.value().unwrap(), "abcd");
    assert!(kept.report("gpj [2J.json").path.chars().all(|c| !c.is_control()));
    assert!(kept.records[0].0.ends_with("gpj [2J.json"));
}

#[test]
fn fields_that_cannot_be_read_are_named() {
    let body = user("ada-fixture", 7)
        .replace(r#""followers":1"#, r#""followers":-1"#)
        .replace("2015-05-05T05:05:05Z", "99999-13-45")
        .replace(r#""id":7"#, r#""id":"123""#);
    let kept = read_bytes(body.as_bytes());
    assert_eq!(kept.only().outcome, Outcome::Imported);
    assert_eq!(kept.reason(""), "left out, for they cannot be read: created_at, followers, id");
    assert_eq!(read_bytes(user("ada-fixture", 7).as_bytes()).only().reason, None);
}

#[test]
fn exports_made_to_do_harm_end_in_a_line() {
    let model = |kind: &str, more: &str| format!(r#"{{"type":"{kind}","url":"https://github.com/{more}"}}"#);
    let owner = r#"{"type":"repository","url":"https://github.com/ada-fixture/kettle","owner":"https://github.com/ada-fixture","name":"kettle"}"#;
    for (shard, says) in [
        (model("user", "../../etc"), "the login is missing"),
        (model("user", &"x".repeat(100_000)), "a login that GitHub does not give"),
        (model("user", "ada\u{202e}fixture"), "a login that GitHub does not give"),
        (model("pull_request", "ada-fixture/kettle/pull/99999999999999999999999"), "the number is missing"),
        (model("issue_comment", "#issuecomment-1"), "the repository is missing"),
        (model("issue_event", "ada-fixture/kettle"), "the issue is missing"),
        (r#"{"type":"release","url":5,"tag_name":{}}"#.to_owned(), "the tag is missing"),
    ] {
        let shards = format!("[{shard},{owner}]");
        let kept = read_bytes(&tar(&[("x_000001.json", shards.as_bytes())]));
        assert!(kept.bare().any(|r| matches!(r, Record::Repository(_))), "{says}: {:#?}", kept.reports);
        assert!(kept.reason("x_000001.json").contains(says), "{says}: {}", kept.reason("x_000001.json"));
    }
    let many: Vec<String> =
        (0..5_000).map(|at| owner.replace("/ada-fixture\",", &format!("/o{at}\","))).collect();
    let kept = read_bytes(format!("[{}]", many.join(",")).as_bytes());
    assert!(
        kept.bare().all(|r| matches!(r, Record::Repository(_))),
        "five thousand owners are nobody's export"
    );
}

#[test]
fn hours_made_to_do_harm_end_in_a_line() {
    let event = |actor: &str| {
        format!(
            r#"{{"id":"1","type":"WatchEvent","actor":{actor},"repo":{{"name":"a-b/c"}},"payload":{{}}}}"#
        )
    };
    let ada = event(r#"{"login":"ada-fixture","id":7}"#);
    for (line, records) in [
        (event("null"), 2),
        (event("[]"), 2),
        (event(r#"{"login":"ada-fixture","id":"7"}"#), 5),
        (event(&format!(r#"{{"login":"{}","id":7}}"#, "x".repeat(50_000))), 2),
        (r#"{"type":"WatchEvent","actor":"ada-fixture","actor_attributes":[],"payload":[],"repository":"x"}"#.to_owned(), 5),
        ("{\"type\":\"PushEvent\",\"actor\":{},\"payload\":{\"commits\":{},\"shas\":[[],[1],[\"x\"]]}}".to_owned(), 2),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("hour");
        std::fs::write(&path, gzip(format!("{line}\n{ada}\n{line}").as_bytes())).unwrap();
        let kept = common::read_as(&path, &common::choosing(&["ada-fixture"]));
        assert_eq!(kept.records.len(), records, "{line}: {:#?}", kept.records);
        assert!(kept.only().reason.is_some());
    }
    let cut = gzip(ada.repeat(3).as_bytes());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hour");
    std::fs::write(&path, &cut[..cut.len() - 9]).unwrap();
    let kept = common::read_as(&path, &common::choosing(&["ada-fixture"]));
    assert_eq!(kept.only().outcome, Outcome::Refused, "{:#?}", kept.reports);
}

#[test]
fn responses_made_to_do_harm_end_in_a_line() {
    for text in [
        r#"{"data":{"user":[[[{"login":5}]]]}}"#,
        r#"{"data":{"search":{"nodes":[{"nodes":[{"nodes":[]}]}]}}}"#,
        r#"{"data":{"repository":{"pullRequests":{"nodes":[{"number":-1}]},"defaultBranchRef":{"target":[]}}}}"#,
        r#"{"data":{"user":{"login":"<script>","name":"x"}}}"#,
        r#"{"data":{"nodes":[null,5,"x",{}]}}"#,
        r#"{"data":5,"errors":"x"}"#,
    ] {
        let kept = read_bytes(text.as_bytes());
        assert!(kept.records.is_empty() && kept.only().reason.is_some(), "{text}: {:#?}", kept.records);
    }
}
