//! Git repositories that are damaged, or made to do harm: a clear line in the report, bounded work, the good part stays.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use assay_domain::import::{Outcome, Record};
use assay_github::{Limits, Options, open};
use common::git::{
    ADA, Deltas, Made, delta, distance, entry, entry_claiming, folder_of, kettle, pack_of, write, zlib,
};
use common::{Kept, read, read_bytes, read_with, tar, user};
use gix_hash::{Kind, ObjectId};
use gix_object::Kind as Sort;
use proptest::prelude::*;

fn commits(kept: &Kept) -> usize {
    kept.bare().filter(|record| matches!(record, Record::Commit(_))).count()
}

fn bundle() -> Vec<u8> {
    let (made, ids, tag) = kettle();
    let refs = [("refs/heads/main", ids[4]), ("refs/tags/v1", tag), ("HEAD", ids[4])];
    made.bundle(&refs, &[], &made.pack(Deltas::Offset, &[]).0)
}

fn read_limited(bytes: &[u8], limits: &Limits) -> Kept {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("body");
    std::fs::write(&path, bytes).unwrap();
    read_with(&path, limits)
}

/// Refused, and the reason says so.
fn assert_refused(kept: &Kept, said: &str) {
    let first =
        kept.reports.iter().find(|report| report.shape.as_deref().is_some_and(|s| s.starts_with("git")));
    let report = first.unwrap_or_else(|| panic!("{:#?}", kept.reports));
    assert_eq!(report.outcome, Outcome::Refused, "{report:?}");
    assert!(report.reason.as_deref().unwrap().contains(said), "{report:?}");
}

#[test]
fn a_cut_bundle_keeps_what_came_before_the_cut() {
    let (mut made, mut ids, _) = kettle();
    // A large blob at the end of the pack: the cut goes through it.
    let noise: Vec<u8> = (0..40_000u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    made.add(Sort::Blob, noise);
    let id = ids.pop().unwrap();
    let whole = made.bundle(&[("refs/heads/main", id)], &[], &made.pack(Deltas::Offset, &[]).0);
    let kept = read_bytes(&whole[..whole.len() - 100_000]);
    assert_eq!(commits(&kept), 5);
    assert_refused(&kept, "cut or damaged");
    assert!(kept.bare().any(|record| matches!(record, Record::Readme { .. })), "the good part stays");
    for length in 0..200 {
        let kept = read_bytes(&whole[..length]);
        assert!(length < 16 || commits(&kept) == 0 && kept.only().reason.is_some(), "{length}");
    }
}

#[test]
fn deltas_that_go_in_circles_or_nowhere_are_damaged_objects() {
    let (made, ids, _) = kettle();
    // The index says that the head stands at an entry which builds on the head.
    let head = ids[4];
    let circle = entry(7, head.as_bytes(), &delta(b"x", b"y"));
    let pack = pack_of(Kind::Sha1, 1, &circle);
    let mut index = Made { objects: vec![(head, Sort::Commit, b"x".to_vec())], ..Made::default() }
        .pack(Deltas::None, &[])
        .1;
    let sums = index.len() - 40;
    index.truncate(sums);
    index.extend_from_slice(&pack[pack.len() - 20..]);
    index.extend([0; 20]);
    let dir = tempfile::tempdir().unwrap();
    let mut files = folder_of(&Made::default(), head, &[]);
    files.push(("objects/pack/pack-1.pack".to_owned(), pack));
    files.push(("objects/pack/pack-1.idx".to_owned(), index));
    write(dir.path(), &files);
    assert_refused(&read(dir.path()), "1 commits are damaged");
    for back in [0, 5, 10_000] {
        let body = [entry(3, &[], b"base"), entry(6, &distance(back), &delta(b"base", b"more"))].concat();
        let kept = read_bytes(&made.bundle(&[("HEAD", head)], &[], &pack_of(Kind::Sha1, 2, &body)));
        assert_refused(&kept, "cut or damaged");
    }
}

#[test]
fn sizes_that_are_claimed_are_not_believed() {
    let (made, ids, _) = kettle();
    let head = [("HEAD", ids[4])];
    for sort in [1, 2, 3, 4] {
        let body = entry_claiming(sort, &[], 1 << 40, &zlib(b"small"));
        assert_refused(
            &read_bytes(&made.bundle(&head, &[], &pack_of(Kind::Sha1, 1, &body))),
            "cut or damaged",
        );
    }
    // Four thousand million objects in a pack of one.
    let mut pack = pack_of(Kind::Sha1, 1, &entry(3, &[], b"one"));
    pack[8..12].copy_from_slice(&u32::MAX.to_be_bytes());
    assert_refused(&read_bytes(&made.bundle(&head, &[], &pack)), "1 of its 4294967295 objects");
    // A delta that says it makes a terabyte.
    let claim = [&[4][..], &[0x80, 0x80, 0x80, 0x80, 0x80, 0x20], &[0x91, 0, 4]].concat();
    let body = [entry(1, &[], b"base"), entry(6, &distance(entry(1, &[], b"base").len()), &claim)].concat();
    let kept = read_bytes(&made.bundle(&head, &[], &pack_of(Kind::Sha1, 2, &body)));
    assert_eq!(kept.only().outcome, Outcome::Refused, "{:#?}", kept.reports);
}

#[test]
fn large_objects_are_passed_over_and_the_rest_is_read() {
    let (mut made, ids, _) = kettle();
    made.add(Sort::Blob, vec![0; 3 * 1024 * 1024]);
    let whole = made.bundle(&[("refs/heads/main", ids[4])], &[], &made.pack(Deltas::None, &[]).0);
    let limits = Limits { git_object_bytes: 1024 * 1024, ..Limits::default() };
    let kept = read_limited(&whole, &limits);
    assert_eq!(commits(&kept), 5);
    assert_refused(&kept, "1 objects of more than 1 MiB");
}

#[test]
fn objects_that_unpack_to_too_much_end_the_reading() {
    // Each commit builds on the one before, and all are long.
    let mut made = Made::default();
    let tree = made.tree(&[]);
    let mut last = Vec::new();
    for number in 0..200 {
        let message = format!("{}{number}", "long ".repeat(10_000));
        last = vec![made.commit(tree, &last, ADA, &message)];
    }
    let whole = made.bundle(&[("refs/heads/main", last[0])], &[], &made.pack(Deltas::Offset, &[]).0);
    let limits = Limits { git_unpacked_bytes: 4 * 1024 * 1024, ..Limits::default() };
    let kept = read_limited(&whole, &limits);
    assert!(commits(&kept) < 200);
    assert_refused(&kept, "more than");
}

#[test]
fn every_limit_is_named_with_what_to_do() {
    let whole = bundle();
    let usual = Limits::default;
    let held = Limits { git_held_bytes: 100, ..usual() };
    assert_refused(
        &read_limited(&whole, &held),
        "more than 100 bytes, the limit git-held-bytes; run `git clone`",
    );
    let objects = Limits { git_objects: 3, ..usual() };
    assert_refused(
        &read_limited(&whole, &objects),
        "more than 3 objects in one pack, the limit git-objects; clone",
    );
    let few = Limits { git_commits: 2, ..usual() };
    let kept = read_limited(&whole, &few);
    assert_eq!(commits(&kept), 2);
    assert!(kept.reason("").contains("more than 2 commits, the limit git-commits; the newest were read"));
    let listed = Limits { git_listed_files: 1, git_touched_files: 1, ..usual() };
    let kept = read_limited(&whole, &listed);
    assert!(kept.bare().any(|r| matches!(r, Record::Tree { paths, partial: true, .. } if paths.len() == 1)));
    assert!(kept.reason("").contains("of 1 commits it is not told which files"), "{:#?}", kept.reports);
    let lines = Limits { git_tree_lines: 1, ..usual() };
    assert!(read_limited(&whole, &lines).reason("").contains("it is not told which files"));
    let (made, ids, _) = kettle();
    let refs = Limits { git_refs: 1, ..usual() };
    let two = made.bundle(
        &[("refs/heads/a", ids[4]), ("refs/heads/b", ids[0])],
        &[],
        &made.pack(Deltas::None, &[]).0,
    );
    assert!(
        read_limited(&two, &refs).reason("").contains("more than 1 branches or tags, the limit git-refs")
    );
    // A clone in an archive; what stands beside it in the archive is read.
    let mut files: Vec<(String, Vec<u8>)> = folder_of(&made, ids[4], &[])
        .into_iter()
        .map(|(name, bytes)| (format!("k/.git/{name}"), bytes))
        .collect();
    files.push(("user.json".to_owned(), user("ada-fixture", 7).into_bytes()));
    let borrowed: Vec<(&str, &[u8])> = files.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
    let kept = read_limited(&tar(&borrowed), &held);
    assert_refused(
        &kept,
        "more than 100 bytes in one archive, the limit git-held-bytes; unpack it and import the folder",
    );
    assert_eq!(kept.records.len(), 1, "{:#?}", kept.reports);
}

/// A tree that holds one other several times, some levels deep: a thousand million files or more in a few objects.
fn bomb(levels: u32, with_file: bool) -> (Made, ObjectId) {
    let mut made = Made::default();
    let leaf = if with_file { made.tree(&[("a", "a")]) } else { made.tree(&[]) };
    let root = (0..levels).fold(leaf, |tree, _| {
        let mut bytes = Vec::new();
        for name in 'a'..='j' {
            bytes.extend_from_slice(format!("40000 {name}\0").as_bytes());
            bytes.extend_from_slice(tree.as_bytes());
        }
        made.add(Sort::Tree, bytes)
    });
    let id = made.commit(root, &[], ADA, "Boom\n");
    (made, id)
}

#[test]
fn trees_made_to_be_endless_are_listed_in_part() {
    for with_file in [true, false] {
        let (made, id) = bomb(12, with_file);
        let started = Instant::now();
        let kept = read_bytes(&made.bundle(&[("refs/heads/main", id)], &[], &made.pack(Deltas::None, &[]).0));
        assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
        assert_eq!(commits(&kept), 1);
        assert!(kept.bare().any(|r| matches!(r, Record::Tree { partial: true, .. })));
    }
}

#[test]
fn trees_far_inside_each_other_do_not_overflow() {
    let mut made = Made::default();
    let leaf = made.tree(&[("a", "a")]);
    let root = (0..5_000).fold(leaf, |tree, _| {
        let bytes = [b"40000 d\0".as_slice(), tree.as_bytes()].concat();
        made.add(Sort::Tree, bytes)
    });
    let id = made.commit(root, &[], ADA, "Deep\n");
    let kept = read_bytes(&made.bundle(&[("refs/heads/main", id)], &[], &made.pack(Deltas::None, &[]).0));
    assert_eq!(commits(&kept), 1);
    assert!(kept.bare().any(|r| matches!(r, Record::Tree { partial: true, paths, .. } if paths.len() == 1)));
}

#[test]
fn an_object_that_is_not_what_its_id_says_is_not_taken() {
    let (made, ids, _) = kettle();
    let dir = tempfile::tempdir().unwrap();
    let mut files = folder_of(&made, ids[4], &[]);
    let other = made.objects.iter().find(|(id, _, _)| *id == ids[0]).unwrap();
    let forged = zlib(&[format!("commit {}\0", other.2.len()).as_bytes(), &other.2].concat());
    let hex = ids[2].to_string();
    files.iter_mut().find(|(name, _)| name.ends_with(&hex[2..])).unwrap().1 = forged;
    write(dir.path(), &files);
    let kept = read(dir.path());
    assert_eq!(commits(&kept), 4);
    assert_refused(&kept, "1 commits are damaged");
}

#[test]
fn names_and_messages_are_bounded_and_straightened() {
    let mut made = Made::default();
    let tree = made.tree(&[("evil\u{202e}gnp.exe", "a"), ("../../up", "b")]);
    let id = made.commit(tree, &[], "\u{202e}Ada <>", &format!("Long\u{202e}\n\n{}", "x".repeat(3_000_000)));
    let whole = made.bundle(&[("refs/heads/main", id)], &[], &made.pack(Deltas::None, &[]).0);
    let kept = read_bytes(&whole);
    let told = format!("{:?}", kept.records);
    assert!(!told.contains('\u{202e}') && !told.contains("202e"));
    assert!(kept.reason("").contains("longer than 1 MiB and were cut"), "{:#?}", kept.reports);
}

#[test]
fn a_stop_ends_reading_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kettle.bundle");
    std::fs::write(&path, bundle()).unwrap();
    let mut kept = Kept { stop_after: Some(2), ..Kept::default() };
    assert!(open(&path, &Options::default()).unwrap().read(&mut kept).is_break());
    assert_eq!((kept.records.len(), kept.reports.len()), (2, 0));
    assert_eq!(open(&path, &Options::default()).unwrap().digest(&mut |_| ControlFlow::Break(())), None);
}

fn assert_sound(kept: &Kept) {
    assert!(!kept.reports.is_empty());
    for report in &kept.reports {
        assert!(report.reason.is_some() || report.outcome == Outcome::Imported, "{report:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_after_a_header(version in 2..4, bytes in prop::collection::vec(any::<u8>(), 0..512)) {
        let head = format!("# v{version} git bundle\n");
        assert_sound(&read_bytes(&[head.as_bytes(), &bytes].concat()));
        let whole = format!("{head}{} HEAD\n\nPACK\0\0\0\x02\0\0\0\x03", "a".repeat(40));
        assert_sound(&read_bytes(&[whole.as_bytes(), &bytes].concat()));
    }

    #[test]
    fn any_changes_of_a_good_bundle(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4), cut in any::<prop::sample::Index>()) {
        let mut bytes = bundle();
        for (at, to) in changes {
            let at = 16 + at.index(bytes.len() - 16);
            bytes[at] = to;
        }
        assert_sound(&read_bytes(&bytes));
        bytes.truncate(cut.index(bytes.len()));
        assert_sound(&read_bytes(&bytes));
    }

    #[test]
    fn any_deltas(instructions in prop::collection::vec(any::<u8>(), 0..64), back in 0usize..40, sort in 6u8..8) {
        let (made, ids, _) = kettle();
        let base = if sort == 6 { distance(back) } else { ids[4].as_bytes().to_vec() };
        let body = [entry(1, &[], b"base of four"), entry(sort, &base, &instructions)].concat();
        assert_sound(&read_bytes(&made.bundle(&[("HEAD", ids[4])], &[], &pack_of(Kind::Sha1, 2, &body))));
    }

    #[test]
    fn any_change_of_a_file_of_a_clone(file in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), to in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let (made, ids, tag) = kettle();
        let (pack, index) = made.pack(Deltas::Offset, &[]);
        let mut files = folder_of(&Made::default(), ids[4], &[("refs/tags/v1", tag.to_string()), ("packed-refs", format!("{} refs/heads/x\n", ids[2])), ("shallow", ids[0].to_string())]);
        files.push(("objects/pack/pack-1.pack".to_owned(), pack));
        files.push(("objects/pack/pack-1.idx".to_owned(), index));
        files.extend(made.loose().into_iter().take(3));
        let changed = file.index(files.len());
        let bytes = &mut files[changed].1;
        let place = at.index(bytes.len());
        bytes[place] = to;
        let named = |files: &[(String, Vec<u8>)]| {
            let entries: Vec<(String, Vec<u8>)> = files.iter().map(|(name, bytes)| (format!("k/.git/{name}"), bytes.clone())).collect();
            let borrowed: Vec<(&str, &[u8])> = entries.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
            tar(&borrowed)
        };
        assert_sound(&read_bytes(&named(&files)));
        let length = files[changed].1.len();
        files[changed].1.truncate(cut.index(length));
        assert_sound(&read_bytes(&named(&files)));
    }
}
