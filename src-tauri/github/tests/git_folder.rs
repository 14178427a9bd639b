//! Git folders: their refs and heads, and what in them is not obeyed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use assay_domain::import::{Outcome, Record};
use common::git::{ADA, Made, folder_of, kettle, kettle_in, write};
use common::git::{assert_kettle, at, borrowed, commits, subjects};
use common::{Kept, read, read_bytes, tar, user};
use gix_hash::ObjectId;

#[test]
fn nothing_in_a_clone_is_obeyed() {
    let (made, ids, tag) = kettle();
    let dir = tempfile::tempdir().unwrap();
    let (clone, other, ran) =
        (dir.path().join("kettle"), dir.path().join("other.git"), dir.path().join("ran"));
    let touch = format!("#!/bin/sh\ntouch {}\n", ran.display());
    let config = format!(
        "[include]\n\tpath = {0}\n[core]\n\tfsmonitor = touch {1}\n\tworktree = {0}\n\thooksPath = {0}\n[extensions]\n\tpreciousObjects = true\n[alias]\n\tx = !touch {1}\n",
        other.join("config").display(),
        ran.display()
    );
    // The include would give an owner; the other repository has the commit that is missing here.
    let origin = "[remote \"origin\"]\n\turl = https://github.com/bo-fixture/other\n".to_owned();
    write(&other, &folder_of(&made, ids[4], &[("config", origin)]));
    let replacement = ids[0].to_string();
    let mut files = folder_of(
        &made,
        ids[4],
        &[
            ("config", config),
            ("hooks/post-checkout", touch.clone()),
            ("hooks/fsmonitor-watchman", touch),
            ("info/attributes", "* filter=x\n".to_owned()),
            ("info/grafts", format!("{}\n", ids[4])),
            ("objects/info/alternates", other.join("objects").display().to_string()),
            (&format!("refs/replace/{}", ids[4]), replacement),
            ("refs/tags/v1", tag.to_string()),
        ],
    );
    let second = ids[1].to_string();
    files.retain(|(name, _)| !name.ends_with(&second[2..]));
    write(&clone.join(".git"), &files);
    let kept = read(&clone);
    assert_eq!(
        subjects(&kept),
        ["Stay below", "Merge the heat", "Give the heat", "Add a kettle"],
        "neither the replacement nor the other place"
    );
    assert!(
        kept.reason("/.git").contains("alternates") && kept.reason("/.git").contains("1 commits"),
        "{:#?}",
        kept.reports
    );
    assert!(commits(&kept).iter().all(|commit| commit.repo.as_ref().unwrap().full_name() == "kettle"));
    assert!(!ran.exists(), "nothing was run");
}

#[test]
fn git_folders_elsewhere_are_not_followed() {
    let (made, ids, _) = kettle();
    let dir = tempfile::tempdir().unwrap();
    let real = dir.path().join("real.git");
    write(&real, &folder_of(&made, ids[4], &[]));
    let work = dir.path().join("work");
    write(
        &work,
        &[
            (".git".to_owned(), format!("gitdir: {}\n", real.display()).into_bytes()),
            ("user.json".to_owned(), user("cy-fixture", 9).into_bytes()),
        ],
    );
    std::fs::remove_dir(work.join("refs")).unwrap();
    std::fs::remove_dir(work.join("objects")).unwrap();
    let kept = read(&work);
    assert_eq!((kept.records.len(), kept.only().shape.as_deref()), (0, Some("git-clone")));
    assert!(kept.reason("").contains("names a git folder elsewhere"), "{:#?}", kept.reports);
    #[cfg(unix)]
    {
        std::fs::remove_file(work.join(".git")).unwrap();
        std::os::unix::fs::symlink(&real, work.join(".git")).unwrap();
        assert!(read(&work).reason("").contains("links are not followed"));
        // Links inside a git folder lead nowhere either.
        let linked = dir.path().join("linked");
        write(&linked, &folder_of(&Made::default(), ids[4], &[]));
        std::fs::remove_dir(linked.join("objects")).unwrap();
        std::os::unix::fs::symlink(real.join("objects"), linked.join("objects")).unwrap();
        assert!(commits(&read(&linked)).is_empty());
    }
}

#[test]
fn heads_may_be_detached_unborn_or_missing() {
    let (made, ids, _) = kettle();
    let dir = tempfile::tempdir().unwrap();
    let heads = |head: &str| {
        let folder = tempfile::tempdir_in(dir.path()).unwrap();
        write(folder.path(), &folder_of(&made, ids[4], &[("HEAD", head.to_owned())]));
        read(folder.path())
    };
    let tree = |kept: &Kept| kept.bare().any(|r| matches!(r, Record::Tree { .. }));
    let detached = heads(&format!("{}\n", ids[0]));
    assert!(tree(&detached) && subjects(&detached).len() == 5);
    for head in ["ref: refs/heads/unborn\n", "ref: ../../etc/passwd\n", "nonsense", ""] {
        let kept = heads(head);
        assert!(!tree(&kept) && subjects(&kept).len() == 5, "{head}");
        assert!(kept.reason("").contains("does not tell which commit is its head"), "{head}");
    }
}

#[test]
fn an_empty_repository_is_known_to_be_empty() {
    let dir = tempfile::tempdir().unwrap();
    let mut files = folder_of(&Made::default(), ObjectId::null(gix_hash::Kind::Sha1), &[]);
    files.retain(|(name, _)| name != "refs/heads/main");
    write(&dir.path().join(".git"), &files);
    files.push(("description".to_owned(), b"Unnamed repository\n".to_vec()));
    for kept in [
        read(dir.path()),
        read_bytes(&tar(&borrowed(&at("k/.git", files.clone())))),
        read_bytes(&tar(&borrowed(&at("k.git", files)))),
    ] {
        assert!(
            kept.bare().any(|r| matches!(r, Record::Tree { paths, partial: false, .. } if paths.is_empty())),
            "{:#?}",
            kept.reports
        );
        assert!(kept.bare().any(|r| matches!(r, Record::Nothing { of, repo: Some(_) } if of == "commits")));
        assert!(kept.reports[0].reason.as_deref().unwrap().contains("empty repository"));
        assert!(kept.reports.iter().all(|report| report.outcome == Outcome::Imported), "{:#?}", kept.reports);
    }
}

#[test]
fn objects_that_no_ref_leads_to_are_not_called_an_empty_repository() {
    let (made, ids, _) = kettle();
    let mut files = folder_of(&made, ids[4], &[]);
    files.retain(|(name, _)| name != "refs/heads/main");
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("kettle.tar");
    std::fs::write(&path, tar(&borrowed(&at(".git", files)))).unwrap();
    let kept = read(&path);
    assert_eq!((kept.records.len(), kept.reports[0].outcome), (0, Outcome::Refused), "{:#?}", kept.reports);
    assert!(kept.reason("/.git").contains("none of its commits"));
}

#[test]
fn an_archive_that_is_a_repository_names_it() {
    let (made, ids, _) = kettle();
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("kettle.git.tar");
    std::fs::write(&path, tar(&borrowed(&folder_of(&made, ids[4], &[])))).unwrap();
    assert_eq!(commits(&read(&path))[0].repo.as_ref().unwrap().full_name(), "kettle");
}

#[test]
fn several_refs_lead_to_one_history_and_bad_ones_are_counted() {
    let (mut made, ids, _) = kettle();
    let other = made.tree(&[("a.txt", "a")]);
    let apart = made.commit(other, &[], ADA, "Apart");
    let dir = tempfile::tempdir().unwrap();
    let more = [
        ("refs/heads/topic/deep", ids[2].to_string()),
        ("refs/remotes/origin/apart", apart.to_string()),
        ("refs/remotes/origin/HEAD", "ref: refs/remotes/origin/apart\n".to_owned()),
        ("refs/heads/bad", "zzz".to_owned()),
        ("refs/tags/of-a-tree", other.to_string()),
        ("packed-refs", "short\n".to_owned()),
        ("refs/pull/1/head", apart.to_string()),
    ];
    write(dir.path(), &folder_of(&made, ids[4], &more));
    let kept = read(dir.path());
    assert_eq!(subjects(&kept).len(), 6);
    assert_eq!(subjects(&kept)[0], "Apart", "newest first");
    assert!(kept.reason("").contains("2 of its refs could not be read"), "{:#?}", kept.reports);
    assert!(!kept.bare().any(|r| matches!(r, Record::Tag { .. })), "a tag of a tree marks no commit");
}

#[test]
fn a_git_folder_without_a_repository_is_one_line() {
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str| (name.to_owned(), user("ada-fixture", 7).into_bytes());
    write(dir.path(), &[file(".git/x.json"), file("user.json")]);
    let kept = read(dir.path());
    assert_eq!((kept.reports.len(), kept.records.len()), (2, 1), "{:#?}", kept.reports);
    assert!(kept.reason("/.git").contains("without a head"));
}

#[test]
fn a_clone_with_the_longer_hash_is_read_and_a_table_of_refs_is_refused_by_name() {
    let (made, ids, tag) = kettle_in(Made::sha256());
    let dir = tempfile::tempdir().unwrap();
    let folder = |name: &str, config: &str| {
        let more = [("refs/tags/v1", tag.to_string()), ("config", format!("[extensions]\n{config}\n"))];
        write(&dir.path().join(name), &folder_of(&made, ids[4], &more));
        read(&dir.path().join(name))
    };
    assert_kettle(&folder("kettle.git", "objectFormat = sha256"), "kettle");
    for (config, said) in
        [("objectformat = x", "sha1 and sha256"), ("refstorage = reftable", "git refs migrate")]
    {
        let kept = folder("other.git", config);
        assert_eq!((kept.only().outcome, kept.records.len()), (Outcome::Refused, 0));
        assert!(kept.reason("").contains(said), "{:#?}", kept.reports);
    }
}

#[test]
fn a_known_absence_of_a_readme_is_told() {
    let mut made = Made::default();
    let tree = made.tree(&[("a.txt", "a"), ("docs/guide.md", "b")]);
    let id = made.commit(tree, &[], ADA, "No words\n");
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &folder_of(&made, id, &[]));
    assert!(
        read(dir.path()).bare().any(|r| matches!(r, Record::Nothing { of, repo: Some(_) } if of == "readme"))
    );
}
