//! Git repositories in every form: what they tell, and what in them is not obeyed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod common;

use assay_domain::import::{Commit, Outcome, Record};
use common::git::{ADA, Deltas, Made, folder_of, kettle, kettle_in, write};
use common::{Kept, digest, gzip, read, read_bytes, tar, user, zip};
use gix_hash::ObjectId;

fn commits(kept: &Kept) -> Vec<&Commit> {
    kept.bare().filter_map(|r| if let Record::Commit(c) = r { Some(&**c) } else { None }).collect()
}

fn subjects(kept: &Kept) -> Vec<&str> {
    commits(kept).iter().map(|commit| commit.message.lines().next().unwrap_or_default()).collect()
}

const NEWEST_FIRST: [&str; 5] = ["Stay below", "Merge the heat", "Give the heat", "Test it", "Add a kettle"];

/// Everything that [`kettle`] tells, however it is stored.
fn assert_kettle(kept: &Kept, name: &str) {
    assert_eq!(subjects(kept), NEWEST_FIRST, "{:#?}", kept.reports);
    let told = commits(kept);
    let files: Vec<_> = told.iter().map(|commit| commit.files.as_ref().unwrap().join(" ")).collect();
    assert_eq!(files, ["src/lib.rs", "src/lib.rs", "src/lib.rs", "tests/boil.rs", "README.md src/lib.rs"]);
    assert_eq!(told.iter().map(|commit| commit.parents.unwrap()).collect::<Vec<_>>(), [1, 2, 1, 1, 0]);
    assert!(told.iter().all(|commit| commit.repo.as_ref().unwrap().full_name() == name), "{told:#?}");
    assert_eq!(told[4].authored_at.unwrap().timestamp(), 1_700_000_060);
    assert_eq!(told[4].message, "Add a kettle\n\nIt boils.\n");
    // Accounts only by GitHub's own addresses; names and addresses in memory only.
    let bo = told[2].author.as_ref().unwrap();
    assert_eq!((bo.host.as_str(), bo.id, bo.login.as_str()), ("github.com", Some(7), "bo-fixture"));
    assert_eq!(
        (&told[0].author, told[0].author_identity.as_ref().unwrap().email.as_str()),
        (&None, "ada@fixture.example")
    );
    let written = serde_json::to_string(&told).unwrap() + &format!("{told:?}");
    assert!(!written.contains("@fixture") && !written.contains("Ada Fixture"), "{written}");
    let all: Vec<&Record> = kept.bare().collect();
    assert!(all.iter().any(|r| matches!(r, Record::Tree { paths, partial: false, .. } if paths.join(" ") == "README.md src/lib.rs tests/boil.rs")));
    assert!(all.iter().any(|r| matches!(r, Record::Readme { path, text, .. } if path == "README.md" && text.starts_with("# Kettle"))));
    assert!(
        !all.iter().any(|r| matches!(r, Record::Release(_) | Record::Languages { .. })),
        "a tag is no release"
    );
    let tag = all
        .iter()
        .find_map(|r| if let Record::Tag { name, sha, at, .. } = r { Some((name, sha, at)) } else { None });
    let (name, sha, at) = tag.unwrap();
    assert_eq!((name.as_str(), sha, at.unwrap().timestamp()), ("v1", &told[1].sha, 1_700_009_999));
}

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

fn at(folder: &str, files: Vec<(String, Vec<u8>)>) -> Vec<(String, Vec<u8>)> {
    files.into_iter().map(|(name, bytes)| (format!("{folder}/{name}"), bytes)).collect()
}

fn borrowed(files: &[(String, Vec<u8>)]) -> Vec<(&str, &[u8])> {
    files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect()
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
