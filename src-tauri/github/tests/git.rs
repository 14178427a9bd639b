//! Git repositories in every form: what they tell, and what in them is not obeyed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use assay_domain::import::{Outcome, Record};
use common::git::{ADA, Deltas, Made, folder_of, kettle, kettle_in, write};
use common::git::{NEWEST_FIRST, assert_kettle, at, borrowed, commits, subjects};
use common::{Kept, digest, gzip, read, read_bytes, tar, user, zip};
use gix_hash::ObjectId;

fn refs(ids: &[ObjectId], tag: ObjectId) -> Vec<(&'static str, ObjectId)> {
    vec![("refs/heads/main", ids[4]), ("refs/tags/v1", tag), ("HEAD", ids[4])]
}

/// A git folder with one pack and its index, and packed refs.
fn packed(index: bool) -> Vec<(String, Vec<u8>)> {
    let (made, ids, tag) = kettle();
    let (pack, idx) = made.pack(Deltas::Offset, &[]);
    let refs =
        format!("# pack-refs with: peeled\n{} refs/heads/main\n{tag} refs/tags/v1\n^{}\n", ids[4], ids[3]);
    let mut files = folder_of(&Made::default(), ids[4], &[("packed-refs", refs)]);
    files.retain(|(name, _)| name != "refs/heads/main");
    files.push(("objects/pack/pack-1.pack".to_owned(), pack));
    if index {
        files.push(("objects/pack/pack-1.idx".to_owned(), idx));
    }
    files
}

#[test]
fn loose_objects_in_a_bare_folder() {
    let (made, ids, tag) = kettle();
    let dir = tempfile::tempdir().unwrap();
    let bare = dir.path().join("kettle.git");
    write(&bare, &folder_of(&made, ids[4], &[("refs/tags/v1", tag.to_string())]));
    let kept = read(&bare);
    assert_kettle(&kept, "kettle");
    let report = kept.only();
    assert_eq!(
        (report.outcome, report.shape.as_deref(), report.reason.as_deref()),
        (Outcome::Imported, Some("git-clone"), None)
    );
    assert_eq!((report.records, report.accounts.len()), (8, 0), "no owner is known");
}

#[test]
fn a_packed_clone_from_github_names_its_owner_and_its_work_tree_is_left_alone() {
    let origin = "[remote \"origin\"]\n\turl = https://ada:secret@github.com/ada-fixture/kettle.git\n";
    let dir = tempfile::tempdir().unwrap();
    let mut files = at(".git", packed(true));
    files.retain(|(name, _)| name != ".git/config");
    files.push((".git/config".to_owned(), origin.as_bytes().to_vec()));
    files.push(("user.json".to_owned(), user("cy-fixture", 9).into_bytes()));
    write(dir.path(), &files);
    let kept = read(dir.path());
    assert_kettle(&kept, "ada-fixture/kettle");
    let Record::Repository(repo) = &kept.records[0].1 else { panic!("{:?}", kept.records[0]) };
    assert_eq!(
        (repo.owner.login.as_str(), repo.owner.id, repo.name.as_str()),
        ("ada-fixture", None, "kettle")
    );
    assert_eq!(repo.default_branch.value().map(String::as_str), Some("main"));
    assert!(kept.reason("/.git").contains("its working files were not read"), "{:#?}", kept.reports);
    assert_eq!(kept.reports.len(), 1);
    assert!(!format!("{:?} {:?}", kept.records, kept.reports).contains("secret"));
    assert!(!format!("{:?}", kept.records).contains("cy-fixture"));
}

#[test]
fn a_pack_without_its_index_or_with_a_broken_one_is_read_all_the_same() {
    let dir = tempfile::tempdir().unwrap();
    write(&dir.path().join("kettle"), &packed(false));
    assert_kettle(&read(&dir.path().join("kettle")), "kettle");
    std::fs::write(dir.path().join("kettle/objects/pack/pack-1.idx"), b"no index").unwrap();
    let kept = read(&dir.path().join("kettle"));
    assert_kettle(&kept, "kettle");
    assert_eq!(kept.only().outcome, Outcome::Refused);
    assert!(kept.reason("").contains("index is damaged"), "{:#?}", kept.reports);
}

#[test]
fn a_clone_in_a_tar_gz_in_a_zip_gives_what_the_folder_gives() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = at("kettle/.git", packed(true));
    // The work tree comes first in the archive, and hooks, logs and submodules stand in the git folder.
    files.insert(0, ("kettle/user.json".to_owned(), user("cy-fixture", 9).into_bytes()));
    files.push(("kettle/.git/hooks/post-checkout".to_owned(), b"#!/bin/sh\nexit 1\n".to_vec()));
    files.push(("kettle/.git/modules/x/HEAD".to_owned(), b"ref: refs/heads/x\n".to_vec()));
    write(dir.path(), &files);
    files.retain(|(name, _)| !name.ends_with('/'));
    let inner = gzip(&tar(&borrowed(&files)));
    let outer = dir.path().join("snap.zip");
    std::fs::write(
        &outer,
        zip(&[("in/kettle.tar.gz", &inner), ("user.json", user("ada-fixture", 7).as_bytes())]),
    )
    .unwrap();
    let kept = read(&outer);
    let of_git = Kept {
        records: kept.records.iter().filter(|(path, _)| path.contains("/.git")).cloned().collect(),
        ..Kept::default()
    };
    assert_kettle(&of_git, "kettle");
    assert!(!format!("{:?}", kept.records).contains("cy-fixture"), "the work tree is left alone");
    assert!(format!("{:?}", kept.records).contains("ada-fixture"), "what stands outside it is read");
    assert_eq!(
        kept.report("in/kettle.tar.gz!/kettle/.git").outcome,
        Outcome::Imported,
        "{:#?}",
        kept.reports
    );
    let packed = dir.path().join("alone.tar.gz");
    std::fs::write(&packed, &inner).unwrap();
    assert_eq!(
        digest(&packed),
        digest(&dir.path().join("kettle")),
        "one digest for a folder and its archive"
    );
}

#[test]
fn bundles_with_each_sort_of_delta_and_each_hash() {
    for (made, ids, tag, name) in [kettle_in(Made::default()), kettle_in(Made::sha256())].map(|(m, i, t)| {
        let name = m.kind.to_string();
        (m, i, t, name)
    }) {
        for deltas in [Deltas::None, Deltas::Offset, Deltas::Id] {
            let (pack, _) = made.pack(deltas, &[]);
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("kettle.bundle");
            std::fs::write(&path, made.bundle(&refs(&ids, tag), &[], &pack)).unwrap();
            let kept = read(&path);
            assert_kettle(&kept, "kettle");
            let report = kept.only();
            assert_eq!((report.outcome, report.reason.as_deref()), (Outcome::Imported, None), "{name}");
            assert_eq!(report.shape.as_deref(), Some("git-bundle"));
        }
    }
}

#[test]
fn an_object_that_is_asked_for_twice_is_whole_twice() {
    // The tag's commit is a delta, and shorter as one than as an object.
    let mut made = Made::default();
    let tree = made.tree(&[("a.txt", "a")]);
    let first = made.commit(tree, &[], ADA, "First\n");
    let second = made.commit(tree, &[first], ADA, "Second\n");
    let refs = [("refs/heads/main", second), ("refs/tags/v1", second)];
    let kept = read_bytes(&made.bundle(&refs, &[], &made.pack(Deltas::Offset, &[]).0));
    assert_eq!(subjects(&kept), ["Second", "First"], "{:#?}", kept.reports);
}

#[test]
fn a_bundle_inside_an_archive_is_read_too() {
    let (made, ids, tag) = kettle();
    let bundle = made.bundle(&refs(&ids, tag), &[], &made.pack(Deltas::Offset, &[]).0);
    let kept = read_bytes(&gzip(&tar(&[("a/kettle.bundle", &bundle)])));
    assert_kettle(&kept, "kettle");
}

#[test]
fn a_version_3_header_may_name_sha1_and_a_filter() {
    let (made, ids, tag) = kettle();
    let whole = made.bundle(&refs(&ids, tag), &[], &made.pack(Deltas::None, &[]).0);
    let third =
        [b"# v3 git bundle\n@object-format=sha1\n@filter=blob:none\n".as_slice(), &whole[16..]].concat();
    let kept = read_bytes(&third);
    assert_eq!(subjects(&kept), NEWEST_FIRST);
    assert!(kept.reason("").contains("a filter"), "{:#?}", kept.reports);
    let strange = [b"# v3 git bundle\n@object-format=md5\n".as_slice(), &whole[16..]].concat();
    let kept = read_bytes(&strange);
    assert_eq!((kept.only().outcome, kept.records.len()), (Outcome::Refused, 0));
    assert!(kept.reason("").contains("sha1 and sha256"), "{:#?}", kept.reports);
}

#[test]
fn a_thin_bundle_tells_what_is_in_it_and_what_is_not() {
    let (made, ids, tag) = kettle();
    // All that the first commit brought is with whoever receives it.
    let before: Vec<ObjectId> =
        made.objects.iter().map(|(id, _, _)| *id).take_while(|id| *id != ids[0]).chain([ids[0]]).collect();
    let (pack, _) = made.pack(Deltas::Id, &before);
    let bundle = made.bundle(&refs(&ids, tag), &[ids[0]], &pack);
    let kept = read_bytes(&bundle);
    // Commits that build on the missing one cannot be rebuilt, nor what builds on them.
    assert!(kept.reason("").contains("follows on from 1 commits"), "{:#?}", kept.reports);
    assert!(kept.reason("").contains("build on others that are not in it"), "{:#?}", kept.reports);
    let (pack, _) = made.pack(Deltas::None, &before);
    let kept = read_bytes(&made.bundle(&refs(&ids, tag), &[ids[0]], &pack));
    assert_eq!(subjects(&kept), NEWEST_FIRST[..4], "{:#?}", kept.reports);
    let reason = kept.reason("");
    assert!(reason.contains("1 commits that its history names are not in it"), "{reason}");
    let told = commits(&kept);
    assert_eq!(told[3].files, None, "what the missing one held is not known");
    assert_eq!(told[0].files.as_ref().unwrap(), &["src/lib.rs"]);
    assert!(
        !kept.bare().any(|r| matches!(r, Record::Readme { .. })) && reason.contains("README cannot be read")
    );
    assert!(!kept.bare().any(|r| matches!(r, Record::Nothing { .. })), "missing is not none");
}

#[test]
fn a_shallow_clone_says_so_and_its_oldest_commit_touches_no_known_file() {
    let (made, ids, _) = kettle();
    let dir = tempfile::tempdir().unwrap();
    let gone = [ids[0], ids[1], ids[2]];
    let mut small = Made { objects: Vec::new(), ..Made::default() };
    small.objects.extend(made.objects.into_iter().filter(|(id, _, _)| !gone.contains(id)));
    write(dir.path(), &folder_of(&small, ids[4], &[("shallow", format!("{}\n", ids[3]))]));
    let kept = read(dir.path());
    assert_eq!(subjects(&kept), NEWEST_FIRST[..2]);
    assert!(kept.reason("").contains("shallow"), "{:#?}", kept.reports);
    assert!(!kept.reason("").contains("not in it") && kept.only().outcome == Outcome::Imported);
    assert_eq!((commits(&kept)[1].parents, &commits(&kept)[1].files), (Some(2), &None));
}
