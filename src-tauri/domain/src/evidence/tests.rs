//! Tests of the facts over made records.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde_json::json;
use uuid::Uuid;

use super::*;
use crate::import::*;

fn account(login: &str, id: Option<u64>) -> AccountRef {
    AccountRef { host: "github.com".to_owned(), id, login: login.to_owned(), kind: AccountKind::User }
}

fn ada() -> AccountRef {
    account("ada-fixture", Some(7))
}

fn repo(owner: &str, name: &str) -> RepoRef {
    RepoRef { host: "github.com".to_owned(), owner: owner.to_owned(), name: name.to_owned() }
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn id(number: u128) -> EvidenceId {
    EvidenceId(Uuid::from_u128(number))
}

/// The facts of Ada's snapshot with these records, numbered from 1.
fn facts(records: &[Record]) -> BTreeMap<&'static str, FactValue> {
    let mut facts = Facts::about(ada());
    for (number, record) in (1..).zip(records) {
        facts.observe(id(number), record);
    }
    facts.finish().into_iter().map(|(definition, value)| (definition.id, value)).collect()
}

fn fact(name: &str, records: &[Record]) -> FactValue {
    facts(records).remove(name).unwrap()
}

fn repository(owner: AccountRef, name: &str, fork: Seen<bool>, stars: u64) -> Record {
    Record::Repository(Box::new(Repository {
        owner,
        name: name.to_owned(),
        description: Seen::Absent,
        fork,
        archived: Seen::Value(false),
        private: Seen::Absent,
        language: Seen::Value("Rust".to_owned()),
        topics: Seen::Absent,
        stars: Seen::Value(stars),
        forks: Seen::Absent,
        open_issues: Seen::Absent,
        licence: Seen::Absent,
        default_branch: Seen::Absent,
        size_kb: Seen::Absent,
        created_at: Seen::Value(at("2020-01-01T00:00:00Z")),
        pushed_at: Seen::Value(at("2020-01-11T12:00:00Z")),
        updated_at: Seen::Absent,
        pinned: Seen::Absent,
    }))
}

fn own(name: &str, fork: bool, stars: u64) -> Record {
    repository(ada(), name, Seen::Value(fork), stars)
}

fn nothing(of: &str, repo: Option<RepoRef>) -> Record {
    Record::Nothing { of: of.to_owned(), repo }
}

fn pull(repo: RepoRef, number: u64, author: Option<AccountRef>, state: PullState) -> Record {
    Record::PullRequest(Box::new(PullRequest {
        repo,
        number,
        title: "Fix the kettle".to_owned(),
        body: Seen::Absent,
        author,
        state,
        created_at: None,
        merged_at: None,
        closed_at: None,
    }))
}

fn commit(sha: &str, author: Option<AccountRef>, message: &str, parents: u32) -> Record {
    Record::Commit(Box::new(Commit {
        repo: None,
        sha: sha.to_owned(),
        message: message.to_owned(),
        author,
        committer: Some(ada()),
        author_identity: None,
        committer_identity: None,
        authored_at: None,
        parents: Some(parents),
        files: None,
    }))
}

fn comment(kind: CommentKind, number: u64, author: AccountRef, when: &str) -> Record {
    Record::Comment(Box::new(Comment {
        kind,
        repo: Some(repo("ada-fixture", "kettle")),
        number: Some(number),
        id: None,
        author: Some(author),
        body: "Why not boil it twice?".to_owned(),
        path: None,
        line: None,
        commit: None,
        diff_hunk: None,
        verdict: None,
        created_at: Some(at(when)),
    }))
}

fn issue(number: u64, author: AccountRef, comments: Option<u64>, when: &str) -> Record {
    Record::Issue(Box::new(Issue {
        repo: repo("ada-fixture", "kettle"),
        number,
        title: "It leaks".to_owned(),
        body: Seen::Absent,
        author: Some(author),
        open: true,
        comments,
        created_at: Some(at(when)),
        closed_at: None,
    }))
}

fn tree(name: &str, paths: &[&str], partial: bool) -> Record {
    let paths = paths.iter().map(|path| (*path).to_owned()).collect();
    Record::Tree { repo: Some(repo("ada-fixture", name)), sha: None, paths, partial }
}

#[test]
fn an_empty_snapshot_knows_nothing_and_says_zero_of_nothing() {
    for (name, value) in facts(&[]) {
        assert_eq!(value, FactValue::absent(), "{name}");
    }
}

#[test]
fn definitions_are_whole_and_ids_unique() {
    for definition in FACTS {
        assert_eq!(FACTS.iter().filter(|other| other.id == definition.id).count(), 1);
        assert!(
            !definition.title.is_empty()
                && !definition.definition.is_empty()
                && !definition.not_meaning.is_empty()
        );
    }
    assert_eq!(definition("stars").unwrap().version, 1);
    assert!(definition("streak").is_none());
}

#[test]
fn repositories_keep_forks_apart_and_other_owners_out() {
    let bo = repository(account("bo-fixture", Some(8)), "pan", Seen::Value(false), 9);
    let untold = repository(ada(), "lid", Seen::Absent, 1);
    let found = fact("repositories", &[own("kettle", false, 2), own("pot", true, 50), bo, untold]);
    assert_eq!(found.state, FactState::Known);
    assert_eq!(
        (&found.value["own"], &found.value["forks"], &found.value["fork_not_told"]),
        (&json!(1), &json!(1), &json!(1))
    );
    assert_eq!(fact("repositories", &[nothing("repositories", None)]).state, FactState::Zero);
    assert_eq!(fact("repositories", &[nothing("releases", None)]).state, FactState::Absent);
}

#[test]
fn stars_leave_forks_out_and_count_a_repository_once() {
    let records =
        [own("kettle", false, 2), own("kettle", false, 2), own("pan", false, 3), own("pot", true, 50)];
    let found = fact("stars", &records);
    assert_eq!(
        (found.state, &found.value["stars"], &found.value["repositories"]),
        (FactState::Known, &json!(5), &json!(2))
    );
    assert_eq!(fact("stars", &[own("kettle", false, 0)]).state, FactState::Zero);
    assert_eq!(fact("stars", &[own("pot", true, 50)]).state, FactState::Absent);
}

#[test]
fn a_login_that_passed_to_another_id_is_another_person() {
    let other = repository(account("ada-fixture", Some(99)), "kettle", Seen::Value(false), 5);
    assert_eq!(fact("stars", &[other]).state, FactState::Absent);
    let by_login = repository(account("Ada-Fixture", None), "kettle", Seen::Value(false), 5);
    assert_eq!(fact("stars", &[by_login]).state, FactState::Known);
}

#[test]
fn a_merge_for_somebody_else_is_not_ones_own_pull_request() {
    let theirs = || repo("bo-fixture", "pan");
    let records = [
        pull(theirs(), 1, Some(ada()), PullState::Open),
        pull(theirs(), 1, Some(ada()), PullState::Merged),
        pull(theirs(), 2, Some(ada()), PullState::Closed),
        pull(theirs(), 3, Some(account("bo-fixture", Some(8))), PullState::Merged),
        pull(theirs(), 4, None, PullState::Merged),
        pull(repo("ada-fixture", "kettle"), 5, Some(ada()), PullState::Merged),
        pull(theirs(), 6, Some(ada()), PullState::ClosedUnknown),
    ];
    let found = fact("pull-requests-to-others", &records);
    assert_eq!(found.value, json!({ "merged": 1, "closed": 1, "open": 0, "closed_not_told": 1 }));
    assert_eq!((found.evidence, found.evidence_total), (vec![id(2), id(3), id(7)], 3));
    assert_eq!(
        fact("pull-requests-to-others", &records[3..6]).state,
        FactState::Absent,
        "none seen is not none"
    );
    let none = [nothing("pull-requests", Some(theirs())), nothing("pull-requests", None)];
    assert_eq!(fact("pull-requests-to-others", &none[..1]).state, FactState::Absent);
    assert_eq!(fact("pull-requests-to-others", &none).state, FactState::Zero);
    let searched = [nothing("pull-requests-to-others", None)];
    assert_eq!(fact("pull-requests-to-others", &searched).state, FactState::Zero);
}

#[test]
fn a_why_is_text_below_the_subject_that_is_no_trailer() {
    let records = [
        commit("a", Some(ada()), "Boil\n\nCold water is slow.\n", 1),
        commit("a", Some(ada()), "Boil\n\nCold water is slow.\n", 1),
        commit("b", Some(ada()), "Pour\n\nSigned-off-by: [redacted]\nCo-authored-by: [redacted]", 1),
        commit("c", Some(ada()), "Merge branch\n\ntext", 2),
        commit("d", Some(account("bo-fixture", Some(8))), "Heat\n\nWhy", 1),
        commit("e", None, "Heat\n\nWhy", 1),
    ];
    let found = fact("commit-messages", &records);
    let quoted = json!({
        "evidence": id(1), "repository": null, "sha": "a", "message": "Boil\n\nCold water is slow.",
    });
    let expected =
        json!({ "commits": 2, "with_subject": 2, "with_body": 1, "share": 0.5, "quoted": [quoted] });
    assert_eq!((found.state, &found.value), (FactState::Known, &expected));
    assert_eq!(fact("commit-messages", &records[2..3]).state, FactState::Zero);
    assert_eq!(fact("commit-messages", &records[4..]).state, FactState::Absent);
}

#[test]
fn languages_count_bytes_and_fall_back_to_main_languages() {
    let bytes = |name: &str, rust, c| Record::Languages {
        repo: Some(repo("ada-fixture", name)),
        bytes: [("Rust".to_owned(), rust), ("C".to_owned(), c)].into(),
    };
    let found = fact(
        "languages",
        &[bytes("kettle", 300, 100), bytes("pot", 9, 9), own("pot", true, 0), own("pan", false, 0)],
    );
    assert_eq!(found.value["languages"], json!({ "C": 100, "Rust": 300 }));
    assert_eq!(found.text, "Rust 75.0%, C 25.0% (bytes over 1 repository)");
    let main = fact("languages", &[own("kettle", false, 0), own("pot", true, 0)]);
    assert_eq!(
        (&main.value["unit"], &main.value["languages"]),
        (&json!("repositories"), &json!({ "Rust": 1 }))
    );
    assert!(main.text.contains("bytes are not in this snapshot"));
}

#[test]
fn readmes_are_without_only_where_the_source_says_so() {
    let readme = Record::Readme {
        repo: Some(repo("ada-fixture", "kettle")),
        path: "README.md".to_owned(),
        text: "# Kettle\n".to_owned(),
    };
    let none = nothing("readme", Some(repo("ada-fixture", "pan")));
    let found = fact("readme", &[own("lid", false, 0), readme, none.clone()]);
    assert_eq!(
        (&found.value["with"], &found.value["with_headings"], &found.value["without"]),
        (&json!(1), &json!(1), &json!(1))
    );
    assert_eq!(fact("readme", &[none]).state, FactState::Zero);
    assert_eq!(fact("readme", &[own("lid", false, 0)]).state, FactState::Absent);
}

#[test]
fn no_tests_is_said_only_of_a_complete_listing() {
    let found = fact(
        "tests-and-ci",
        &[tree("a", &["tests/x.rs"], true), tree("b", &["src/x.rs", ".travis.yml"], false)],
    );
    assert_eq!(found.value["tests"], json!({ "yes": 1, "no": 1, "not_told": 0 }));
    assert_eq!(found.value["ci"], json!({ "yes": 1, "no": 0, "not_told": 1 }));
    assert_eq!(fact("tests-and-ci", &[tree("a", &["src/x.rs"], true)]).state, FactState::Absent);
    assert_eq!(fact("tests-and-ci", &[tree("a", &["src/x.rs"], false)]).state, FactState::Zero);
}

#[test]
fn releases_are_zero_only_when_every_own_repository_was_asked() {
    let release = Record::Release(Box::new(Release {
        repo: Some(repo("ada-fixture", "kettle")),
        tag: "v1".to_owned(),
        name: Seen::Absent,
        body: Seen::Absent,
        author: None,
        published_at: Some(at("2024-05-01T00:00:00Z")),
    }));
    let found = fact("releases", &[release.clone(), release]);
    assert_eq!(found.value, json!({ "releases": 1, "repositories": 1, "newest": "2024-05-01" }));
    let none = nothing("releases", Some(repo("ada-fixture", "kettle")));
    assert_eq!(fact("releases", &[own("kettle", false, 0), none.clone()]).state, FactState::Zero);
    assert_eq!(
        fact("releases", &[own("kettle", false, 0), own("pan", false, 0), none]).state,
        FactState::Absent
    );
}

#[test]
fn review_comments_are_the_subjects_own() {
    let bo = || account("bo-fixture", Some(8));
    let when = "2024-05-01T00:00:00Z";
    let records = [
        comment(CommentKind::ReviewLine, 1, ada(), when),
        comment(CommentKind::Review, 1, ada(), when),
        comment(CommentKind::ReviewLine, 1, bo(), when),
        comment(CommentKind::Issue, 1, ada(), when),
    ];
    let found = fact("review-comments", &records);
    assert_eq!((&found.value["at_lines"], &found.value["reviews_with_text"]), (&json!(1), &json!(1)));
    let quoted = |place: usize, field: &str| found.value["quoted"][place][field].clone();
    assert_eq!((quoted(0, "evidence"), quoted(1, "evidence")), (json!(id(1)), json!(id(2))));
    assert_eq!((quoted(0, "path"), quoted(0, "text")), (json!(null), json!("Why not boil it twice?")));
    assert_eq!(fact("review-comments", &records[2..]).state, FactState::Absent);
}

#[test]
fn issues_are_answered_by_the_first_comment_of_the_subject() {
    let bo = || account("bo-fixture", Some(8));
    let records = [
        issue(1, bo(), Some(2), "2024-05-01T00:00:00Z"),
        issue(2, bo(), Some(1), "2024-05-01T00:00:00Z"),
        issue(3, ada(), Some(1), "2024-05-01T00:00:00Z"),
        comment(CommentKind::Issue, 1, ada(), "2024-05-01T09:00:00Z"),
        comment(CommentKind::Issue, 1, ada(), "2024-05-01T06:00:00Z"),
        comment(CommentKind::Issue, 2, bo(), "2024-05-01T01:00:00Z"),
        comment(CommentKind::Issue, 3, ada(), "2024-05-01T01:00:00Z"),
    ];
    let found = fact("issues-answered", &records);
    assert_eq!(found.value, json!({ "answered": 1, "issues": 2, "median_hours": 6.0, "n": 1 }));
    assert_eq!(fact("issues-answered", &records[..3]).state, FactState::Absent);
    let lonely = [issue(1, bo(), Some(0), "2024-05-01T00:00:00Z")];
    assert_eq!(fact("issues-answered", &lonely).state, FactState::Zero);
}

#[test]
fn spans_run_from_creation_to_the_last_push() {
    let found = fact("maintenance-span", &[own("kettle", false, 0), own("pot", true, 0)]);
    assert_eq!((&found.value["longest_days"], &found.value["repositories"]), (&json!(10), &json!(1)));
}

#[test]
fn evidence_is_capped_and_counted() {
    let many: Vec<Record> = (0..250).map(|n| commit(&format!("{n}"), Some(ada()), "x", 1)).collect();
    let found = fact("commit-messages", &many);
    assert_eq!((found.evidence.len(), found.evidence_total), (EVIDENCE_MAX, 250));
}
