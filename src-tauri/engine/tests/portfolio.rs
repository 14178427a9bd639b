//! Reading a portfolio: repositories in reading order, conversations, files, the records under a fact.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking, its helpers too")]

mod common;

use assay_domain::ids::SnapshotId;
use assay_domain::import::{
    AccountKind, Comment, CommentKind, PullRequest, PullState, Record, RepoRef, Repository, Seen,
};
use assay_engine::candidates::{self, CandidateQuery};
use assay_engine::snapshots::{
    self, EvidenceKind, EvidenceQuery, RepositoryGroup, RepositoryPage, RepositoryQuery,
};
use assay_engine::{EngineError, journal};
use common::*;

fn place(full_name: &str) -> RepoRef {
    let (owner, name) = full_name.split_once('/').unwrap();
    RepoRef { host: "github.com".into(), owner: owner.into(), name: name.into() }
}

fn repo(name: &str, change: impl FnOnce(&mut Repository)) -> Record {
    let Record::Repository(mut made) = repository(&account(1, "ada"), name, "Rust") else { unreachable!() };
    change(&mut made);
    Record::Repository(made)
}

fn pull(full_name: &str, number: u64) -> Record {
    Record::PullRequest(Box::new(PullRequest {
        repo: place(full_name),
        number,
        title: "Mend the lid".into(),
        body: Seen::Value("It **leaked**.".into()),
        author: Some(account(1, "ada")),
        state: PullState::Merged,
        created_at: Some("2025-05-01T08:00:00Z".parse().unwrap()),
        merged_at: None,
        closed_at: None,
    }))
}

fn comment(number: u64, kind: CommentKind, body: &str, day: u32) -> Record {
    let at_line = kind == CommentKind::ReviewLine;
    Record::Comment(Box::new(Comment {
        kind,
        repo: Some(place("elsewhere/kettle")),
        number: Some(number),
        id: Some(number * 100 + u64::from(day)),
        author: Some(account(9, "bo")),
        body: body.into(),
        path: at_line.then(|| "src/lid.rs".into()),
        line: at_line.then_some(4),
        commit: at_line.then(|| "abc".into()),
        diff_hunk: at_line.then(|| "@@ -1,2 +1,3 @@\n a\n+b".into()),
        verdict: (kind == CommentKind::Review).then(|| "APPROVED".into()),
        created_at: Some(format!("2025-05-{day:02}T09:00:00Z").parse().unwrap()),
    }))
}

fn ada() -> Fake {
    let older = |made: &mut Repository| made.pushed_at = Seen::Value("2020-01-01T00:00:00Z".parse().unwrap());
    let work = vec![
        repo("older", older),
        repo("newer", |made| made.pushed_at = Seen::Value("2025-01-01T00:00:00Z".parse().unwrap())),
        repo("a-fork", |made| made.fork = Seen::Value(true)),
        repo("pinned", |made| made.pinned = Seen::Value(true)),
        readme("ada", "newer", "# Newer"),
        pull("elsewhere/kettle", 4),
        comment(4, CommentKind::Review, "Fine now.", 4),
        comment(4, CommentKind::ReviewLine, "Why `b`?", 2),
        comment(4, CommentKind::Issue, "Thanks", 3),
        comment(5, CommentKind::Issue, "Another one", 3),
        Record::Tree {
            repo: Some(place("ada/newer")),
            sha: Some("abc".into()),
            paths: vec!["src/main.rs".into(), "README.md".into(), "src/lid/mod.rs".into()],
            partial: true,
        },
    ];
    let user = vec![subject(1, "ada", AccountKind::User, "2025-06-01T00:00:00Z")];
    fake("ada", 1, vec![("user.json", user), ("work.json", work)])
}

fn imported() -> (Bench, SnapshotId) {
    let bench = Bench::new();
    bench.import(vec![ada()]);
    let query = CandidateQuery { limit: 50, ..CandidateQuery::default() };
    let id = candidates::list(&bench.store, bench.owner, &query).unwrap().rows[0].id;
    let detail = candidates::show(&bench.store, bench.owner, at(6), id).unwrap();
    let snapshot = detail.snapshots[0].id;
    (bench, snapshot)
}

fn repositories(
    bench: &Bench,
    snapshot_id: SnapshotId,
    text: &str,
    offset: u32,
    limit: u32,
) -> RepositoryPage {
    let query = RepositoryQuery { snapshot_id, text: text.into(), offset, limit };
    snapshots::repository_list(&bench.store, bench.owner, &query).unwrap()
}

fn names(page: &RepositoryPage) -> Vec<&str> {
    page.rows.iter().map(|row| row.repo.as_str()).collect()
}

fn first(bench: &Bench, snapshot_id: SnapshotId, kind: EvidenceKind) -> snapshots::EvidenceRow {
    let query = EvidenceQuery { snapshot_id, kind, repo: None, offset: 0, limit: 10 };
    snapshots::evidence_list(&bench.store, bench.owner, &query).unwrap().rows.remove(0)
}

#[test]
fn repositories_stand_in_reading_order_and_count_what_there_is_to_read() {
    let (bench, snapshot) = imported();
    let page = repositories(&bench, snapshot, "", 0, 50);
    assert_eq!(names(&page), ["ada/pinned", "ada/newer", "ada/older", "ada/a-fork", "elsewhere/kettle"]);
    let groups: Vec<_> = page.rows.iter().map(|row| row.group).collect();
    use RepositoryGroup::{Elsewhere, Fork, Own, Pinned};
    assert_eq!(groups, [Pinned, Own, Own, Fork, Elsewhere]);
    let counts = |name: &str| page.rows.iter().find(|row| row.repo == name).unwrap().counts;
    assert_eq!(
        (counts("ada/newer").readmes, counts("ada/newer").trees, counts("ada/newer").commits),
        (1, 1, 0)
    );
    let elsewhere = counts("elsewhere/kettle");
    assert_eq!((elsewhere.pull_requests, elsewhere.comments), (1, 4));
    assert_eq!(page.rows[4].evidence_id, None, "only named by others");
    assert_eq!((page.rows[0].pinned, page.rows[1].pinned), (Some(true), None), "not told is not no");
    let second = repositories(&bench, snapshot, "", 1, 2);
    assert_eq!((second.total, names(&second)), (5, vec!["ada/newer", "ada/older"]));
    assert_eq!(names(&repositories(&bench, snapshot, "KETT", 0, 50)), ["elsewhere/kettle"]);
}

#[test]
fn a_mark_puts_a_repository_first_is_journalled_and_can_be_taken_back() {
    let (bench, snapshot) = imported();
    let choose =
        |repo: &str, chosen| snapshots::choose(&bench.store, bench.owner, at(7), snapshot, repo, chosen);
    let first = |bench: &Bench| {
        let page = repositories(bench, snapshot, "", 0, 1);
        (page.rows[0].repo.clone(), page.rows[0].chosen)
    };
    assert!(!choose("ada/older", true).unwrap().changed.is_empty());
    assert_eq!(first(&bench), ("ada/older".into(), true));
    let before = bench.journal();
    assert!(choose("ada/older", true).unwrap().changed.is_empty(), "marked already");
    assert_eq!(bench.journal(), before);
    assert!(matches!(choose("ada/none", true), Err(EngineError::NotFound { .. })));

    let undone = journal::undo(&bench.store, bench.owner, at(8), None).unwrap().value;
    assert!(undone.sentence.contains("ada/older"), "{}", undone.sentence);
    assert_eq!(first(&bench), ("ada/pinned".into(), false));
    choose("ada/older", true).unwrap();
    choose("ada/older", false).unwrap();
    assert_eq!(first(&bench), ("ada/pinned".into(), false));
    journal::undo(&bench.store, bench.owner, at(9), None).unwrap();
    assert_eq!(first(&bench), ("ada/older".into(), true));
    bench.journal();
}

#[test]
fn a_pull_request_is_read_as_it_was_held() {
    let (bench, snapshot) = imported();
    let id = first(&bench, snapshot, EvidenceKind::PullRequest).id;
    let read = |offset, limit| snapshots::conversation(&bench.store, bench.owner, id, offset, limit).unwrap();
    let whole = read(0, 50);
    let said: Vec<&str> = whole.parts.iter().map(|part| part.body.as_str()).collect();
    assert_eq!((whole.total, said), (3, vec!["It **leaked**.", "Why `b`?", "Thanks", "Fine now."]));
    assert!(whole.parts[0].html.contains("<strong>leaked</strong>") && whole.parts[0].place.is_none());
    let place = whole.parts[1].place.as_ref().unwrap();
    assert_eq!((place.path.as_deref(), place.line), (Some("src/lid.rs"), Some(4)));
    assert_eq!(place.hunk.as_deref(), Some("@@ -1,2 +1,3 @@\n a\n+b"));
    assert_eq!(whole.parts[1].row.address, "elsewhere/kettle@abc:src/lid.rs:4");
    assert_eq!(whole.parts[2].html, "", "nothing marked up, so it needs no frame");
    assert_eq!(whole.parts[3].row.state.as_deref(), Some("approved"));
    let shown = |id| snapshots::evidence_show(&bench.store, bench.owner, id).unwrap();
    assert_eq!(shown(whole.parts[1].row.id).conversation, Some(id), "a comment leads to its conversation");
    assert_eq!(shown(id).conversation, Some(id));
    let rest = read(2, 50);
    assert_eq!((rest.total, rest.parts.len()), (3, 1), "a later page is without the pull request itself");
    let readme = first(&bench, snapshot, EvidenceKind::Readme).id;
    assert!(snapshots::conversation(&bench.store, bench.owner, readme, 0, 9).is_err());
}

#[test]
fn files_open_folder_by_folder() {
    let (bench, snapshot) = imported();
    let id = first(&bench, snapshot, EvidenceKind::Tree).id;
    let folder = |path: &str| snapshots::tree_list(&bench.store, bench.owner, id, path).unwrap();
    let root = folder("");
    let told: Vec<_> = root.entries.iter().map(|entry| (entry.name.as_str(), entry.files)).collect();
    assert_eq!((told, root.total, root.partial), (vec![("src", Some(2)), ("README.md", None)], 2, true));
    assert_eq!(folder("src/lid").entries[0].path, "src/lid/mod.rs");
}

#[test]
fn the_records_under_a_fact_are_listed() {
    let (bench, snapshot) = imported();
    let shown = snapshots::show(&bench.store, bench.owner, snapshot).unwrap();
    for fact in &shown.facts {
        let page = snapshots::fact_evidence(&bench.store, bench.owner, snapshot, &fact.fact).unwrap();
        assert_eq!(page.total, fact.evidence_total, "{}", fact.fact);
        assert_eq!(page.rows.len() as u32, fact.evidence_total.min(100), "{}", fact.fact);
    }
    assert!(shown.facts.iter().any(|fact| fact.evidence_total > 0));
    assert!(snapshots::fact_evidence(&bench.store, bench.owner, snapshot, "no-such").is_err());
}
